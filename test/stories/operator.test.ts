import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { announceRunning } from "../../functions/local/running.ts";
import { commandIn } from "../support/command.ts";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";
import { temporaryFolder } from "../support/repository.ts";
import type { Folder } from "../support/repository.ts";
import { loseEverythingButSources, objectsIn, putOnSite } from "../support/stores.ts";

let room: PressRoomAtHome;
let data: Folder;
beforeAll(async () => {
  room = await startPressRoom();
  data = temporaryFolder();
  announceRunning(data.path, room.runtime.environment);
});
afterAll(async () => {
  await room.close();
  data[Symbol.dispose]();
});

function command(name: string, ...args: string[]): Promise<{ said: string; code: number }> {
  return commandIn(data.path, name, ...args);
}

const file = "content/bodies/eksempeludvalget.yaml";

/** Tests in this file follow one press room through its life, in order. */
describe("whoever runs the press room", () => {
  it("sees what is live, who published it, and what comes next", async () => {
    await room.publish();
    const before = readFileSync(join(room.repository.path, file), "utf-8");
    room.repository.write({ [file]: before.replace("da: Eksempeludvalget", "da: Prøveudvalget") });
    await room.publish();
    expect(await room.text("/da/organer/")).toContain("Prøveudvalget");

    const { said, code } = await command("status");
    expect(code).toBe(0);
    expect(said).toContain(`Live: ${room.repository.git("rev-parse", "HEAD").slice(0, 8)}`);
    expect(said).toMatch(/by Ane {2}published: \d+ objects put, 0 deleted/);
    expect(said).toContain("Next change by itself: 2027-03-16T23:00:00.000Z."); // the day after the sample's decision
    const { publications } = JSON.parse((await command("status", "--json")).said) as {
      publications: readonly { sources: unknown; changed: readonly string[] }[];
    };
    expect(publications[0]?.sources).toEqual(["bodies/eksempeludvalget.yaml"]);
    expect(publications[0]?.changed).toContain("da/organer/index.html");
  });

  it("goes back to an earlier commit, and forward again", async () => {
    const [newest = "", first = ""] = room.repository.git("log", "--format=%H").split("\n");
    expect((await command("rollback", "--dry-run")).said).toContain(`to ${first.slice(0, 8)}`);
    expect(await room.text("/da/organer/")).toContain("Prøveudvalget");
    expect(await command("rollback")).toMatchObject({ code: 0 });
    expect(await room.text("/da/organer/")).toContain("Eksempeludvalget");
    expect((await command("status")).said).toContain(`Live: ${first.slice(0, 8)}`);
    expect(await command("rollback", newest.slice(0, 10))).toMatchObject({ code: 0 });
    expect(await room.text("/da/organer/")).toContain("Prøveudvalget");
    expect(await command("rollback", "0123abc")).toMatchObject({
      code: 1,
      said: expect.stringContaining("No commit 0123abc was ever published here."),
    });
  });

  it("has everything made again, and what was damaged is whole", async () => {
    const before = await objectsIn(room, "siteBucket");
    await putOnSite(room, "da/index.html", "damaged");
    expect(await command("again")).toMatchObject({ code: 0 });
    await room.runtime.idle();
    expect(await objectsIn(room, "siteBucket")).toEqual(before);
  });

  it("gets the same bytes back from the sources alone when all else is lost", async () => {
    const before = await objectsIn(room, "siteBucket");
    await loseEverythingButSources(room);
    expect(await objectsIn(room, "siteBucket")).toEqual({});
    await room.runtime.invoke("publish", {});
    await room.runtime.idle();
    expect(await objectsIn(room, "siteBucket")).toEqual(before);
  });

  it("is told what is to be mended, and that nothing runs where nothing does", async () => {
    room.repository.write({ "content/bodies/ny.yaml": "name: x\n" });
    await room.publish();
    const { said, code } = await command("status");
    expect(code).toBe(1);
    expect(said).toContain("bodies/ny.yaml:1:7 wrong-type");

    using elsewhere = temporaryFolder();
    expect(await commandIn(elsewhere.path, "status")).toMatchObject({
      code: 1,
      said: expect.stringContaining("No press room is running here. Fix: npm start"),
    });
  });
});
