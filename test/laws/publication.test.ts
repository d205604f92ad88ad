import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Crash, faultKinds } from "../support/faults.ts";
import { brokenLinks, missingParts } from "../support/links.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import { secret } from "../support/small-newsroom.ts";
import { commit, histories, lastOf, later, publishedAnew, runs, siteOf, states } from "./histories.ts";
import type { Moment } from "./histories.ts";

const base = "https://presse.example";

/** What was made to go wrong is no surprise; anything else is. */
function expectCrash(error: unknown): void {
  if (!(error instanceof Crash)) throw error;
}

/** Even a small newsroom is too large for one pair of hands. */
const amongWorkers = { ownHands: 6, batch: 4 };

/**
 * Publishes a history. Each publication but the first dies at a call to the world, and another takes up the last.
 *
 * @param wrongNow  asked after every change of the site; `published` is false until readers have something at all
 */
async function brokenAtAnyMoment(
  room: MemoryPressRoom,
  history: readonly Moment[],
  call: number,
  wrongNow: (published: boolean) => readonly string[],
): Promise<readonly string[]> {
  let published = false;
  const broken: string[] = [];
  room.onChange((key) => broken.push(...wrongNow(published).map((link) => `after ${key}: ${link}`)));
  for (const [index, { files, instant }] of history.entries()) {
    commit(room, files);
    if (published) room.faults.plan(call, "death");
    await room.publishAt(instant, `publisher ${index}`).catch(expectCrash);
    published = true;
  }
  room.faults.clear();
  await room.publishAt(later(lastOf(history).instant), "the next");
  expect(brokenLinks(room.site, base)).toEqual([]);
  return broken;
}

describe("publishing", () => {
  it("refuses none of the newsrooms that these laws are tried on", async () => {
    for (const files of states) {
      const room = memoryPressRoom();
      commit(room, files);
      const [publication] = await room.publishAt("2026-03-15T12:00:00Z");
      expect(publication?.outcome).toBe("published");
    }
  });

  it("ends in the bytes of one full publication, whatever the history, and then has nothing left to do", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const room = memoryPressRoom();
        for (const { files, instant } of history) {
          commit(room, files);
          await room.publishAt(instant);
        }
        const last = lastOf(history);
        expect(siteOf(room)).toEqual(await publishedAnew(last));
        expect(await room.publishAt(last.instant)).toEqual([]);
      }),
      runs(1_000),
    );
  }, 1_800_000);

  it("ends the same whatever goes wrong with any one call to the world, when it is taken up again", async () => {
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.nat(400),
        fc.constantFrom(...faultKinds),
        async (history, call, kind) => {
          const room = memoryPressRoom();
          for (const [index, { files, instant }] of history.entries()) {
            commit(room, files);
            room.faults.plan(call, kind);
            await room.publishAt(instant, `publisher ${index}`).catch(expectCrash);
          }
          room.faults.clear();
          const end = { ...lastOf(history), instant: later(lastOf(history).instant) };
          await room.publishAt(end.instant, "the next");
          expect(siteOf(room)).toEqual(await publishedAnew(end));
        },
      ),
      runs(1_000),
    );
  }, 1_800_000);

  it("ends the same when two publishers get into each other's way, and nudges come double", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.scheduler(), async (history, scheduler) => {
        const room = memoryPressRoom(() => scheduler.schedule(Promise.resolve()));
        for (const { files, instant } of history) {
          commit(room, files);
          const publishers = ["one", "two", "one again"].map((name) => room.publishAt(instant, name));
          await scheduler.waitFor(Promise.all(publishers));
        }
        expect(siteOf(room)).toEqual(await publishedAnew(lastOf(history)));
      }),
      runs(200),
    );
  }, 1_800_000);

  it("never sends a reader to nothing, at any moment of any publication, also of one that breaks off", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(800), async (history, call) => {
        const room = memoryPressRoom();
        const broken = await brokenAtAnyMoment(room, history, call, (published) => [
          ...(published ? brokenLinks(room.site, base) : []),
          ...missingParts(room.site, base),
        ]);
        expect(broken).toEqual([]);
      }),
      runs(300),
    );
  }, 1_800_000);

  it("sends no reader to nothing either where workers share it, however far each of them has come", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(800), async (history, call) => {
        const room = memoryPressRoom(undefined, amongWorkers);
        const broken = await brokenAtAnyMoment(room, history, call, (published) =>
          published ? brokenLinks(room.site, base) : [],
        );
        expect(broken).toEqual([]);
        const { files, instant } = lastOf(history);
        expect(siteOf(room)).toEqual(await publishedAnew({ files, instant: later(instant) }));
      }),
      runs(100),
    );
  }, 1_800_000);

  it("answers from one language to the other, and each page names its own address or that of its release", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const room = memoryPressRoom();
        const { files, instant } = lastOf(history);
        commit(room, files);
        await room.publishAt(instant);
        const wrong = [...room.site].flatMap(([key, { body }]) =>
          "text" in body && key.endsWith("index.html") ? unanswered(room.site, key, body.text) : [],
        );
        expect(wrong).toEqual([]);
      }),
      runs(200),
    );
  }, 1_800_000);

  it("makes the same bytes whatever the order of the files", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.infiniteStream(fc.nat()), async (history, order) => {
        const { files, instant } = lastOf(history);
        const room = memoryPressRoom();
        const shuffled = Object.entries(files)
          .map((file) => [Number(order.next().value), file] as const)
          .toSorted(([one], [other]) => one - other)
          .map(([, file]) => file);
        commit(room, Object.fromEntries(shuffled));
        await room.publishAt(instant);
        expect(siteOf(room)).toEqual(await publishedAnew({ files, instant }));
      }),
      runs(200),
    );
  }, 1_800_000);

  it("lets nothing of a release be seen one millisecond before its embargo ends, and all of it from then on", async () => {
    const room = memoryPressRoom();
    room.sources.commit(secret("2026-03-09", ""));
    await room.publishAt("2026-03-20T04:58:00Z");
    const before = JSON.stringify([...room.site]).toLowerCase();
    expect(before).not.toContain("fjordbroen");
    expect(before).not.toContain("hemmelig");

    const early: string[] = [];
    room.onChange((key) => {
      if (room.now() < "2026-03-20T05:00:00.000Z") early.push(key);
    });
    room.sources.commit(room.sources.files(), { again: "one millisecond before" });
    const publications = await room.publishAt("2026-03-20T04:59:59.999Z"); // and then waits for the instant
    expect(early.length).toBeGreaterThan(20);
    expect(early.filter((key) => /fjordbroen|hemmelig/.test(key))).toEqual([]);
    const publication = publications.at(-1);
    expect(publication?.instant).toBe("2026-03-20T05:00:00.000Z");
    expect(room.site.has("da/2026/03/fjordbroen/index.html")).toBe(true);
    expect([...room.site.keys()].some((key) => key.endsWith("/hemmelig.jpg"))).toBe(true);
  });
});

/** The languages that a page names and that do not name it back, or a canonical address that is nobody's. */
function unanswered(
  site: ReadonlyMap<string, { readonly body: object }>,
  key: string,
  text: string,
): readonly string[] {
  const links = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, href = ""]) => href);
  const alternate =
    /<link rel="alternate" hreflang="(?:da|en|x-default)" href="https:\/\/presse\.example([^"]+)"/g;
  const textAt = (path: string): string => {
    const body = site.get(`${path.slice(1)}index.html`)?.body;
    return body !== undefined && "text" in body ? String(body.text) : "";
  };
  const [canonical] = links(text, /<link rel="canonical" href="https:\/\/presse\.example([^"]+)"/g);
  const own = canonical ?? `/${key.replace(/index\.html$/, "")}`;
  return [
    ...(canonical !== undefined && textAt(canonical) === "" ? [`${key}: canonical ${canonical}`] : []),
    ...links(text, alternate)
      .filter((path) => !links(textAt(path), alternate).includes(own))
      .map((path) => `${key}: ${path} does not answer`),
  ];
}
