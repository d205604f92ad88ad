import { describe, expect, it } from "vitest";
import { ordinarily } from "../../functions/pipeline/render-everywhere.ts";
import { Crash } from "../support/faults.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { changed, release, smallNewsroom, without } from "../support/small-newsroom.ts";

const now = "2026-03-15T12:00:00Z";
const later = "2026-03-15T12:02:00Z"; // past the lease of a publisher that died

/**
 * So many releases of one case that workers render them, in the order of their names. The first is the newest, and names
 * the last as the one before it.
 */
const [newest, last, stops] = ["n0", "n82", "n78"];
const dates: Readonly<Record<string, string>> = { [newest]: "2026-02-28", [last]: "2026-02-27" };
const many: Files = Object.assign(
  {},
  ...Array.from({ length: ordinarily.ownHands + 1 }, (_, index) => `n${index}`).map((id) =>
    release(`2026/${id}`, {
      id,
      title: `Nyhed ${id}`,
      date: dates[id] ?? "2026-02-01",
      extra: "case: broen",
    }),
  ),
) as Files;
/** The case's page is looked at first: what it leads to has to be whole by then. */
const second: Files = {
  ...changed(smallNewsroom, "cases/broen.yaml", "en: Whether to build", "en: Whether to have"),
  ...many,
};
const pathOf = (id: string) => `/da/2026/02/nyhed-${id}/`;
const pageOf = (id: string) => `${pathOf(id).slice(1)}index.html`;

describe("a large publication that broke off", () => {
  it("has what it had put mended before anything leads to it", async () => {
    const room = memoryPressRoom();
    room.sources.commit(smallNewsroom);
    await room.publishAt(now);
    const known = [...room.site.keys()];
    const links = (key: string, id: string) => textOf(room, key).includes(`"${pathOf(id)}"`);
    room.sources.commit(second);
    await breakOffAfter(room, pageOf(stops));
    expect([links(pageOf(newest), last), room.site.has(pageOf(last))]).toEqual([true, false]);

    const dead: string[] = [];
    room.onChange((key) => {
      if (!links(pageOf(newest), last) || room.site.has(pageOf(last))) return;
      const leading = known.filter((one) => links(one, newest));
      if (leading.length > 0) dead.push(`after ${key}: ${leading.join()}`);
    });
    room.sources.commit(without(second, `releases/2026/${last}/`), { forced: true });
    await room.publishAt(later, "the next");
    expect(links("da/index.html", newest)).toBe(true);
    expect(dead).toEqual([]);
  }, 120_000);

  it("has what it was about to take away mended before anything leads to it again", async () => {
    const room = memoryPressRoom();
    room.sources.commit(smallNewsroom);
    await room.publishAt(now);
    const known = [...room.site.keys()];
    room.sources.commit(second);
    await room.publishAt(now);
    const links = (key: string, id: string) => textOf(room, key).includes(`"${pathOf(id)}"`);
    room.sources.commit(smallNewsroom, { forced: true });
    await breakOffAfter(room, pageOf(newest));
    // Another worker was to take the last one, which leads to the newest, and nothing leads to it any more.
    expect([links(pageOf(last), newest), room.site.has(pageOf(newest))]).toEqual([true, false]);
    expect(known.filter((key) => links(key, last))).toEqual([]);

    const dead: string[] = [];
    room.onChange((key) => {
      if (!links(pageOf(last), newest) || room.site.has(pageOf(newest))) return;
      const leading = known.filter((one) => links(one, last));
      if (leading.length > 0) dead.push(`after ${key}: ${leading.join()}`);
    });
    room.sources.commit(without(second, `releases/2026/${newest}/`), { forced: true });
    await room.publishAt(later, "the next");
    expect(links("da/index.html", last)).toBe(true);
    expect(dead).toEqual([]);
  }, 120_000);
});

/** The publisher dies with the first call after that page has come or gone. */
async function breakOffAfter(room: MemoryPressRoom, page: string): Promise<void> {
  let isUnderWay = true;
  room.onChange((key) => {
    if (isUnderWay && key === page) room.faults.plan(0, "death");
  });
  await expect(room.publishAt(now)).rejects.toThrow(Crash);
  room.faults.clear();
  isUnderWay = false;
}

function textOf(room: MemoryPressRoom, key: string): string {
  const body = room.site.get(key)?.body;
  return body !== undefined && "text" in body && key.endsWith(".html") ? body.text : "";
}
