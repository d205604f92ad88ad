import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crawl } from "../support/crawl.ts";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";
import { changed, release, smallNewsroom } from "../support/small-newsroom.ts";
import { objectsIn } from "../support/stores.ts";
import { watchWrites } from "../support/watch-writes.ts";

/** Past the lease of a publisher that died, in milliseconds. */
const leaseOver = 61_000;

let room: PressRoomAtHome;
beforeAll(async () => {
  room = await startPressRoom({ content: smallNewsroom });
  await room.publish();
});
afterAll(() => room.close());

/** Ends the processes that the functions run in, as a host does that loses its power. */
function killFunctions(): number {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf-8" }).split("\n");
  const pids = lines
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, parent, ...args]) => Number(parent) === process.pid && args.join(" ").includes("lambda-child"),
    )
    .map(([pid]) => Number(pid));
  for (const pid of pids) process.kill(pid, "SIGKILL");
  return pids.length;
}

const newsroom = {
  ...smallNewsroom,
  ...release("2026/havn", { id: "havn", title: "Havnen", date: "2026-03-11", extra: "photos: [bro]" }),
};
/** Ane's number ends with these two digits from now on. */
function writeNumber(digits: number): void {
  room.write(changed(newsroom, "contacts/ane.yaml", "87 28 50 10", `87 28 50 ${digits}`));
}

/** Tests in this file follow one press room through its life, in order. */
describe("a publisher that is killed half-way", () => {
  it("leaves no link that leads nowhere, and another takes over when its lease has run out", async () => {
    writeNumber(20);
    let killed = 0;
    const first = watchWrites(room, (written) => {
      if (written.length === 15) killed = killFunctions();
    });
    await room.send();
    await expect.poll(() => killed, { timeout: 60_000 }).toBeGreaterThan(0);
    await room.runtime.idle();
    first.stop();
    expect((await room.publications(1))[0]?.commit).toBe(room.repository.git("rev-parse", "HEAD~1"));
    expect((await crawl(room)).broken).toEqual([]);

    // Its lease holds: whoever comes now leaves the site alone.
    expect(await room.runtime.invoke("publish", {})).toEqual([]);

    await room.runtime.setClockOffset(leaseOver);
    const broken: string[] = [];
    const second = watchWrites(room, async () => void broken.push(...(await crawl(room)).broken));
    expect(await room.runtime.invoke("publish", {})).toMatchObject([{ outcome: "published" }]);
    second.stop();
    expect(broken).toEqual([]);
    expect(second.written.length).toBeGreaterThan(8);

    const { paths, broken: brokenNow } = await crawl(room);
    expect(brokenNow).toEqual([]);
    expect(paths).toContain("/da/2026/03/havnen/");
    expect(await room.text("/da/kontakter/")).toContain("87 28 50 20");
    expect(await room.runtime.invoke("publish", {})).toEqual([]);
  });

  it("leaves the site at last as it is when all is made again from the sources, byte for byte", async () => {
    const before = await objectsIn(room, "siteBucket");
    await room.again();
    expect(await objectsIn(room, "siteBucket")).toEqual(before);
  });
});

describe("twenty commits while one is under way", () => {
  it("end with the last, in one more publication that writes as much as a single one", async () => {
    writeNumber(30);
    const single = watchWrites(room);
    await room.publish();
    single.stop();

    const { promise: sent, resolve: allSent } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const burst = watchWrites(room, async () => {
      begin();
      await sent; // the publisher waits in the middle of its work
    });
    writeNumber(40);
    await room.send();
    await begun;
    for (let number = 1; number <= 20; number += 1) {
      writeNumber(40 + number);
      await room.send();
    }
    allSent();
    await room.runtime.idle();
    burst.stop();
    expect(await room.text("/da/kontakter/")).toContain("87 28 50 60");
    expect(single.written.length).toBeGreaterThan(5);
    expect(burst.written.length).toBe(2 * single.written.length);
    const commits = (await room.publications(3)).map(({ commit }) => commit);
    expect(commits).toEqual(
      ["HEAD", "HEAD~20", "HEAD~21"].map((name) => room.repository.git("rev-parse", name)),
    );
  });
});
