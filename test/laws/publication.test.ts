import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brokenLinks } from "../support/links.ts";
import { Crash, memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import {
  changed,
  corrected,
  moved,
  release,
  smallNewsroom,
  withdrawn,
  without,
} from "../support/small-newsroom.ts";

const base = "https://presse.example";

/** The states that histories are made of: each is a valid newsroom, and each differs from the others in its own way. */
const states: readonly Files[] = [
  smallNewsroom,
  {
    ...smallNewsroom,
    ...release("2026/havn", { id: "havn", title: "Havnen", date: "2026-03-11", extra: "photos: [bro]" }),
  },
  {
    ...smallNewsroom,
    ...release("2026/loefte", {
      id: "loefte",
      title: "Et løfte",
      date: "2026-03-09",
      embargo: "2026-03-20T06:00",
      extra: "photos: [bro]\ncontacts: [ane]",
    }),
  },
  without(smallNewsroom, "releases/2026/sti"),
  without(smallNewsroom, "releases/2026/bro", "photos/bro", "cases/broen"),
  changed(smallNewsroom, "releases/2026/bro/da.md", "title: En bro", "title: En længere bro"),
  changed(smallNewsroom, "releases/2026/sti/da.md", "date: 2026-03-12", "date: 2025-12-31"),
  corrected(smallNewsroom),
  withdrawn(smallNewsroom),
  withdrawn(corrected(smallNewsroom)),
  moved(smallNewsroom),
  changed(smallNewsroom, "releases/2026/sti/da.md", "id: sti", "id: en-anden-sti"),
  changed(smallNewsroom, "contacts/ane.yaml", "Ane Åkjær", "Anna Åkjær"),
  changed(smallNewsroom, "bodies/raadet.yaml", "da: Rådet", "da: Byrådet"),
  changed(smallNewsroom, "photos/ane.yaml", "en dag i marts", "en dag i maj"),
  changed(smallNewsroom, "newsroom.yaml", "da: Presserum", "da: Pressen"),
  changed(smallNewsroom, "newsroom.yaml", "url:", "zone: America/Nuuk\nurl:"),
  changed(
    smallNewsroom,
    "cases/broen.yaml",
    "    action: decision",
    "    action: decision\n    outcome: approved",
  ),
];
const instants = [
  "2026-03-15T12:00:00Z",
  "2026-03-20T04:59:59.999Z",
  "2026-03-20T05:00:00Z",
  "2026-06-19T12:00:00Z",
];

/** Forced, because these histories go back and forth between states as no newsroom could without a word to its readers. */
interface Moment {
  readonly state: number;
  readonly instant: number;
}
const histories = fc.array(
  fc.record({ state: fc.nat(states.length - 1), instant: fc.nat(instants.length - 1) }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

/** Time does not run backwards in a newsroom. */
function inTime(history: readonly Moment[]): readonly Moment[] {
  const times = history.map(({ instant }) => instant).toSorted((one, other) => one - other);
  return history.map(({ state }, index) => ({ state, instant: times[index] ?? 0 }));
}

function siteOf(room: MemoryPressRoom): Readonly<Record<string, string>> {
  return Object.fromEntries([...room.site].map(([key, { digest }]) => [key, digest]));
}

async function publishedAnew({ state, instant }: Moment): Promise<Readonly<Record<string, string>>> {
  const room = memoryPressRoom();
  room.sources.commit(states[state] ?? {}, { forced: true });
  await room.publishAt(instants[instant] ?? "");
  return siteOf(room);
}

describe("publishing", () => {
  it("refuses none of the newsrooms that these laws are tried on", async () => {
    for (const files of states) {
      const room = memoryPressRoom();
      room.sources.commit(files);
      const [publication] = await room.publishAt("2026-03-15T12:00:00Z");
      expect(publication?.problems).toEqual([]);
    }
  });

  it("ends in the bytes of one full publication, whatever the history", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (moments) => {
        const history = inTime(moments);
        const room = memoryPressRoom();
        for (const { state, instant } of history) {
          room.sources.commit(states[state] ?? {}, { forced: true });
          await room.publishAt(instants[instant] ?? "");
        }
        expect(siteOf(room)).toEqual(await publishedAnew(history.at(-1) ?? { state: 0, instant: 0 }));
      }),
      { numRuns: 60 },
    );
  }, 240_000);

  it("ends the same when it breaks off after any write and is taken up again", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(150), async (moments, writes) => {
        const history = inTime(moments);
        const room = memoryPressRoom();
        for (const { state, instant } of history) {
          room.sources.commit(states[state] ?? {}, { forced: true });
          room.failAfterWrites(writes);
          await room.publishAt(instants[instant] ?? "").catch((error: unknown) => {
            if (!(error instanceof Crash)) throw error;
          });
        }
        room.failAfterWrites(Infinity);
        const last = history.at(-1) ?? { state: 0, instant: 0 };
        await room.publishAt(instants[last.instant] ?? "");
        expect(siteOf(room)).toEqual(await publishedAnew(last));
      }),
      { numRuns: 60 },
    );
  }, 240_000);

  it("leaves nothing to do when it is done", async () => {
    const room = memoryPressRoom();
    room.sources.commit(smallNewsroom);
    await room.publishAt("2026-03-15T12:00:00Z");
    expect(await room.publishAt("2026-03-15T12:00:00Z")).toEqual([]);
  });

  it("never sends a reader to nothing, at any moment of any publication", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (moments) => {
        const room = memoryPressRoom();
        let published = false;
        const broken: string[] = [];
        room.onChange((key) => {
          if (published) broken.push(...brokenLinks(room.site, base).map((link) => `after ${key}: ${link}`));
        });
        for (const { state, instant } of inTime(moments)) {
          room.sources.commit(states[state] ?? {}, { forced: true });
          await room.publishAt(instants[instant] ?? "");
          published = true;
        }
        expect(brokenLinks(room.site, base)).toEqual([]);
        expect(broken).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 240_000);

  it("lets nothing of a release be seen one millisecond before its embargo ends, and all of it from then on", async () => {
    const room = memoryPressRoom();
    room.sources.commit({
      ...smallNewsroom,
      ...release("2026/loefte", {
        id: "loefte",
        title: "Fjordbroen",
        date: "2026-03-09",
        embargo: "2026-03-20T06:00",
        extra: "photos: [hemmelig]",
      }),
      "photos/hemmelig.yaml": String(smallNewsroom["photos/bro.yaml"]).replaceAll("Bro ", "Fjordbroen "),
      "photos/hemmelig.jpg": smallNewsroom["photos/bro.jpg"] ?? "",
    });
    await room.publishAt("2026-03-20T04:58:00Z");
    const before = JSON.stringify([...room.site]).toLowerCase();
    expect(before).not.toContain("fjordbroen");
    expect(before).not.toContain("hemmelig");

    const [publication] = await room.publishAt("2026-03-20T04:59:59.999Z"); // waits for the instant, and is there
    expect(publication?.instant).toBe("2026-03-20T05:00:00.000Z");
    expect(room.site.has("da/2026/03/fjordbroen/index.html")).toBe(true);
    expect([...room.site.keys()].some((key) => key.endsWith("/hemmelig.jpg"))).toBe(true);
  });
});
