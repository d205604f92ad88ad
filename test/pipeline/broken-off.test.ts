import { describe, expect, it } from "vitest";
import { Crash } from "../support/faults.ts";
import { brokenLinks } from "../support/links.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import {
  changed,
  corrected,
  moved,
  movedTwice,
  smallNewsroom,
  withdrawn,
  without,
} from "../support/small-newsroom.ts";

const now = "2026-03-15T12:00:00Z";
const later = "2026-03-15T12:02:00Z"; // past the lease of a publisher that died

/** A newsroom whose second publication breaks off with the given change of the site; nothing where it has fewer. */
async function brokenOff(change: number, first: Files, second: Files): Promise<MemoryPressRoom | undefined> {
  const room = memoryPressRoom();
  room.sources.commit(first, { forced: true });
  await room.publishAt(now);
  let changes = 0;
  room.onChange(() => {
    changes += 1;
    if (changes === change) room.faults.plan(0, "death"); // the next call is the last
  });
  room.sources.commit(second, { forced: true });
  try {
    await room.publishAt(now);
    return undefined;
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    room.faults.clear();
    return room;
  }
}

/** Links that lead to nothing, after each change of the site by a publication. */
async function brokenWhile(room: MemoryPressRoom, files: Files): Promise<readonly string[]> {
  const broken: string[] = [];
  room.onChange((key) =>
    broken.push(...brokenLinks(room.site, "https://presse.example").map((link) => `after ${key}: ${link}`)),
  );
  room.sources.commit(files, { forced: true });
  await room.publishAt(later, "the next");
  return broken;
}

describe("what a publication was taking away when it broke off", () => {
  it.each([
    {
      what: "an address of a withdrawn release",
      first: smallNewsroom,
      second: withdrawn(movedTwice(corrected(smallNewsroom))),
      third: moved(smallNewsroom),
    },
    {
      what: "the statement that every page leads to",
      first: without(smallNewsroom, "releases/2026/sti"),
      second: changed(smallNewsroom, "pages/was.yaml", "en: Accessibility", "en: For everybody"),
      third: smallNewsroom,
    },
  ])(
    "is back before anything leads to it: $what",
    async ({ first, second, third }) => {
      let change = 1;
      for (;;) {
        const room = await brokenOff(change, first, second);
        if (room === undefined) break;
        expect([change, await brokenWhile(room, third)]).toEqual([change, []]);
        change += 1;
      }
      expect(change).toBeGreaterThan(50);
    },
    120_000,
  );
});
