import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";

/** The sample under embargo ends on 28 May 2027 at 06:00 in Copenhagen. */
const ends = Date.parse("2027-05-28T04:00:00Z");

let room: PressRoomAtHome;
beforeAll(async () => {
  room = await startPressRoom();
  await room.publish();
});
afterAll(() => room.close());

describe("an embargo", () => {
  it("keeps the release out of the archive, and its month with it", async () => {
    expect(await room.text("/da/arkiv/")).not.toContain("/da/2027/");
    expect((await room.get("/da/2027/05/")).status).toBe(404);
  });

  it("changes nothing when a nudge comes a minute and a half too early", async () => {
    await room.runtime.setClockOffset(ends - 90_000 - Date.now());
    await room.runtime.invoke("publish", {});
    expect(await room.text("/da/")).not.toContain("Fjordbroen");
  });

  it("ends at its instant when a nudge comes seconds before, also where a 404 was cached", async () => {
    expect((await room.get("/da/2027/05/")).status).toBe(404);
    await room.runtime.setClockOffset(ends - 3_000 - Date.now());
    await room.runtime.invoke("publish", {});
    expect(await room.text("/da/")).toContain("Fjordbroen");
    expect(await room.text("/en/")).toContain("/2027/05/");
    expect((await room.get("/da/2027/05/")).status).toBe(200);
  });
});
