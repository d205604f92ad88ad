import { describe, expect, it } from "vitest";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import { changed, secret } from "../support/small-newsroom.ts";

const before = "2026-03-20T04:59:30.000Z";
/** By the clock of a publisher that does not wait for the instant as well. */
const tooEarlyToWait = "2026-03-20T04:58:00.000Z";
const ends = "2026-03-20T05:00:00.000Z";
const content = secret("2026-03-09", "contacts: [ane]\nprogramme: cykler");
const page = "da/2026/03/fjordbroen/index.html";

/** A press room shortly before an embargo ends; `onCall` comes before each call to the world outside. */
async function waiting(onCall: (room: MemoryPressRoom) => Promise<void>): Promise<MemoryPressRoom> {
  let isWatched = false;
  const room: MemoryPressRoom = memoryPressRoom(async () => {
    if (isWatched) await onCall(room);
  });
  room.sources.commit(content);
  await room.publishAt("2026-03-19T12:00:00.000Z");
  isWatched = true;
  return room;
}

function digestsOf(room: MemoryPressRoom): object {
  return Object.fromEntries([...room.site].map(([key, { digest }]) => [key, digest]));
}

/** What one publication from nothing comes to. */
async function madeAnew(files: typeof content): Promise<object> {
  const room = memoryPressRoom();
  room.sources.commit(files);
  await room.publishAt(ends);
  return digestsOf(room);
}

describe("an instant that was waited for", () => {
  it("finds its pages ready: between it and the first byte come the head, the ledger and the mark that it has begun", async () => {
    let calls = 0;
    let callsToFirst: number | undefined;
    const room = await waiting(async (one) => {
      if (one.now() >= ends) calls += 1;
      await Promise.resolve();
    });
    room.onChange(() => (callsToFirst ??= calls));
    const [publication] = await room.publishAt(before);
    expect(publication?.instant).toBe(ends);
    expect(room.site.has(page)).toBe(true);
    // Each account of a subject is one row and counts by itself here; a table takes 25 of them at once.
    const accounts = Object.keys(publication?.because ?? {}).length;
    expect(accounts).toBeGreaterThan(10);
    expect((callsToFirst ?? Infinity) - accounts).toBeLessThan(16); // with the pictures, which go first and side by side
  });

  it("takes in a commit that comes while it is waited for", async () => {
    const corrected = changed(content, "contacts/ane.yaml", "87 28 50 10", "87 28 50 11");
    let isCommitted = false;
    const room = await waiting(async (one) => {
      if (one.now() >= ends && !isCommitted) {
        isCommitted = true;
        one.sources.commit(corrected);
      }
      await Promise.resolve();
    });
    await room.publishAt(before);
    expect(isCommitted).toBe(true);
    expect(digestsOf(room)).toEqual(await madeAnew(corrected));
  });

  it("is planned again where another publisher has changed the site since, whenever that was", async () => {
    const corrected = changed(content, "contacts/ane.yaml", "87 28 50 10", "87 28 50 11");
    const wanted = await madeAnew(corrected);
    const publishedAtCall = async (call: number): Promise<boolean> => {
      let calls = 0;
      const room = await waiting(async (one) => {
        if (one.now() !== before) return;
        calls += 1;
        if (calls !== call) return;
        one.sources.commit(corrected);
        await one.publishAt(tooEarlyToWait, "another");
      });
      await room.publishAt(before);
      await room.publishAt(ends); // the next nudge, where the first publisher's clock went back before it had to wait
      expect([call, digestsOf(room)]).toEqual([call, calls < call ? await madeAnew(content) : wanted]);
      return calls >= call;
    };
    let call = 1;
    while (await publishedAtCall(call)) call += 1;
    expect(call).toBeGreaterThan(20);
  });

  it("is planned at the instant where that could not be done before", async () => {
    let planning = 0;
    const room = await waiting(async (one) => {
      // The first two calls ask what there is to do; the third is the plan's.
      if (one.now() === before && (planning += 1) === 3)
        return Promise.reject(new Error("The index is busy."));
      return Promise.resolve();
    });
    const [publication] = await room.publishAt(before);
    expect(planning).toBeGreaterThanOrEqual(3);
    expect(publication?.instant).toBe(ends);
    expect(digestsOf(room)).toEqual(await madeAnew(content));
  });
});
