import { describe, expect, it } from "vitest";
import { Crash } from "../support/faults.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import { consented, smallNewsroom } from "../support/small-newsroom.ts";

const now = "2026-03-15T12:00:00Z";
const later = "2026-03-15T12:02:00Z"; // past the lease of a publisher that died
/** Another sidecar: other files are made of the photo, and those of before are let go of. */
const other = consented(smallNewsroom, "ane", "2026-06-30");

async function published() {
  const room = memoryPressRoom();
  room.sources.commit(smallNewsroom);
  await room.publishAt(now);
  room.sources.commit(other);
  return room;
}

describe("what was made from a photo that has become another", () => {
  it("is no longer held", async () => {
    const room = await published();
    const before = room.held.size;
    await room.publishAt(now);
    expect(room.held.size).toBe(before);
  });

  it("is made again where it is wanted back, however far letting go had come when it broke off", async () => {
    const whole = await published();
    const first = whole.faults.calls();
    await whole.publishAt(now);
    const calls = whole.faults.calls() - first;
    const wanted = [...whole.held].toSorted();
    for (let call = calls - 40; call < calls; call += 1) {
      const room = await published();
      room.faults.plan(call, "death");
      await expect(room.publishAt(now)).rejects.toThrow(Crash);
      room.faults.clear();
      room.sources.commit(smallNewsroom);
      await room.publishAt(later, "the next");
      const anew = memoryPressRoom();
      anew.sources.commit(smallNewsroom);
      await anew.publishAt(now);
      expect([...room.held].toSorted()).toEqual([...anew.held].toSorted());
      expect(room.held.size).toBe(wanted.length);
    }
  });
});
