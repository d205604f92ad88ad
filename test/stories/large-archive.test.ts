import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { corpus } from "../bench/corpus.ts";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";

let room: PressRoomAtHome;
beforeAll(async () => {
  room = await startPressRoom({ content: corpus(120) });
});
afterAll(() => room.close());

describe("an archive that is too large for one pair of hands", () => {
  it("goes live all the same, its pages given out in batches to others with their own role", async () => {
    const batches: string[] = [];
    const stop = room.runtime.onCall(({ service, resource }) => {
      if (service === "lambda") batches.push(resource);
    });
    expect(await room.publish()).toMatchObject({ outcome: "live" });
    stop();
    expect(batches.filter((name) => name.includes("renderpages")).length).toBeGreaterThan(2);
    for (const path of ["/da/", "/en/"]) expect((await room.get(path)).status).toBe(200);
  }, 240_000);

  it("is seen to be live by the watch, which may read the head and the ledger and nothing else", async () => {
    expect(await room.runtime.invoke("watch", {})).toEqual({ headWaiting: false, secondsOverdue: 0 });
  });
});
