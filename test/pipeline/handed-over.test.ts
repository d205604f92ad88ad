import { describe, expect, it } from "vitest";
import { Crash } from "../support/faults.ts";
import { brokenLinks } from "../support/links.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { changed, release, smallNewsroom, withdrawn } from "../support/small-newsroom.ts";

const now = "2026-03-15T12:00:00Z";
const later = "2026-03-15T12:02:00Z"; // past the lease of a publisher that died
const base = "https://presse.example";

/** The same release under another id: another release, at the first one's addresses. */
function another(name: string): Files {
  return changed(smallNewsroom, `releases/2026/${name}/da.md`, `id: ${name}`, `id: en-anden-${name}`);
}

async function published(files: Files): Promise<MemoryPressRoom> {
  const room = memoryPressRoom();
  room.sources.commit(files);
  await room.publishAt(now);
  return room;
}

function digestsOf(room: MemoryPressRoom): object {
  return Object.fromEntries([...room.site].map(([key, { digest }]) => [key, digest]));
}

describe("an address that one release takes over from another", () => {
  it("says that it is gone only when nothing leads to it any more", async () => {
    const room = await published(another("bro"));
    const broken: string[] = [];
    room.onChange((key) =>
      broken.push(...brokenLinks(room.site, base).map((link) => `after ${key}: ${link}`)),
    );
    room.sources.commit(withdrawn(smallNewsroom), { forced: true });
    await room.publishAt(now);
    expect(room.site.get("da/2026/03/en-bro/index.html")?.answer?.status).toBe(410);
    expect(broken).toEqual([]);
  });

  it("has the first one's page again, however far the other had come when it broke off", async () => {
    const [whole, wanted] = await Promise.all([published(smallNewsroom), published(smallNewsroom)]);
    const first = whole.faults.calls();
    whole.sources.commit(another("sti"), { forced: true });
    await whole.publishAt(now);
    const calls = whole.faults.calls() - first;
    for (let call = 0; call < calls - 1; call += 1) {
      const room = await published(smallNewsroom);
      room.sources.commit(another("sti"), { forced: true });
      room.faults.plan(call, "death");
      await expect(room.publishAt(now)).rejects.toThrow(Crash);
      room.faults.clear();
      room.sources.commit(smallNewsroom, { forced: true });
      await room.publishAt(later, "the next");
      expect([call, digestsOf(room)]).toEqual([call, digestsOf(wanted)]);
    }
  });

  it("has the first one's page again where each of the two is another worker's", async () => {
    const renamed = (files: Files, name: string): Files =>
      changed({ ...files, ...between }, "newsroom.yaml", "da: Presserum", `da: ${name}`); // on every page there is
    const [first, second] = [renamed(smallNewsroom, "Presserum"), renamed(another("bro"), "Pressen")];
    const [wanted, whole] = await Promise.all([published(first), published(first)]);
    let changes = 0;
    whole.onChange(() => void (changes += 1));
    whole.sources.commit(second, { forced: true });
    await whole.publishAt(now);
    for (const part of [0.3, 0.6, 0.9]) {
      const room = await published(first);
      let left = Math.round(changes * part);
      room.onChange(() => {
        left -= 1;
        if (left === 0) room.faults.plan(0, "death");
      });
      room.sources.commit(second, { forced: true });
      await expect(room.publishAt(now)).rejects.toThrow(Crash);
      room.faults.clear();
      room.sources.commit(first, { forced: true });
      await room.publishAt(later, "the next");
      expect([part, digestsOf(room)]).toEqual([part, digestsOf(wanted)]);
    }
  }, 120_000);
});

/** Looked at after the one release and before the other, which is no longer in the index, and more than one worker takes. */
const between: Files = Object.assign(
  {},
  ...Array.from({ length: 210 }, (_, index): Files => {
    const id = `m${String(index).padStart(3, "0")}`;
    return release(`2025/${id}`, { id, title: `Nyt ${id}`, date: "2025-11-03" });
  }),
) as Files;
