import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";

let room: PressRoomAtHome;
beforeAll(async () => {
  room = await startPressRoom();
});
afterAll(() => room.close());

describe("a publication that breaks off", () => {
  it("is finished by the next nudge", async () => {
    // From the fortieth write to the site on, S3 answers nothing: past the SDK's own tries the publisher dies.
    const writes: string[] = [];
    const stop = room.runtime.onCall(({ service, operation, resource }) => {
      if (service !== "s3" || !/^(?:Put|Copy)/.test(operation) || !resource.includes("site")) return;
      writes.push(resource);
      if (writes.length > 40)
        throw Object.assign(new Error("out of order"), { status: 500, code: "InternalError" });
    });
    const failing = room.publish();
    await expect.poll(() => writes.length, { timeout: 150_000 }).toBeGreaterThan(40);
    // Pictures and new pages are up, but the publisher is not done: it tries again, in vain, until S3 answers.
    stop();
    expect(await failing).toMatchObject({ outcome: "live" });
    expect((await room.get("/da/")).status).toBe(200);
    expect((await room.get("/en/")).status).toBe(200);
  });
});
