import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enginePressRooms } from "../support/engine-press-rooms.ts";
import type { EnginePressRooms } from "../support/engine-press-rooms.ts";
import { Crash, faultKinds } from "../support/faults.ts";
import { histories, lastOf, later, runs } from "./histories.ts";
import type { Moment } from "./histories.ts";

let rooms: EnginePressRooms;
beforeAll(async () => {
  rooms = await enginePressRooms();
});
afterAll(() => rooms.close());

async function publishedAnew({ files, instant }: Moment): Promise<Readonly<Record<string, string>>> {
  const room = await rooms.open();
  room.commit(files);
  await room.send();
  await room.publishAt(instant, "one");
  return room.site();
}

describe("publishing through the real SDK", () => {
  it("ends in the bytes of one full publication, whatever the history and whatever goes wrong with one call", async () => {
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.nat(600),
        fc.constantFrom(...faultKinds),
        async (history, call, kind) => {
          const room = await rooms.open();
          for (const [index, { files, instant }] of history.entries()) {
            room.commit(files);
            await room.send();
            room.faults.plan(call, kind);
            await room.publishAt(instant, `publisher ${index}`).catch((error: unknown) => {
              if (!(error instanceof Crash)) throw error;
            });
          }
          room.faults.clear();
          const end = { ...lastOf(history), instant: later(lastOf(history).instant) };
          await room.publishAt(end.instant, "the next");
          expect(await room.site()).toEqual(await publishedAnew(end));
        },
      ),
      runs(100),
    );
  }, 1_800_000);
});
