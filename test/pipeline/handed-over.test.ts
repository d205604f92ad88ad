import { describe, expect, it } from "vitest";
import { Crash } from "../support/faults.ts";
import { brokenLinks } from "../support/links.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { changed, smallNewsroom, withdrawn } from "../support/small-newsroom.ts";

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
});
