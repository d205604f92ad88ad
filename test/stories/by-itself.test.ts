import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { announceRunning } from "../../functions/local/running.ts";
import { commandIn } from "../support/command.ts";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";
import { temporaryFolder } from "../support/repository.ts";
import { changed, smallNewsroom } from "../support/small-newsroom.ts";

/** The board is to decide on 18 June and again on 25 June; in Copenhagen both days end at 22:00 UTC. */
const firstMidnight = Date.parse("2026-06-18T22:00:00Z");
const secondMidnight = Date.parse("2026-06-25T22:00:00Z");
const second = [
  "    subject: { da: Skal broen bygges, en: Whether to build the bridge }",
  "  - id: anlaeg",
  "    body: raadet",
  "    date: 2026-06-25",
  "    action: decision",
  "    subject: { da: Hvornår broen skal bygges, en: When to build the bridge }",
].join("\n");
const content = changed(
  smallNewsroom,
  "cases/broen.yaml",
  "    subject: { da: Skal broen bygges, en: Whether to build the bridge }",
  second,
);

let room: PressRoomAtHome;
beforeAll(async () => {
  room = await startPressRoom({ content });
  await setClock(firstMidnight - 3_600_000);
  await room.publish();
});
afterAll(() => room.close());

const setClock = (instant: number) => room.runtime.setClockOffset(instant - Date.now());

/** How many steps the case's page shows as overdue, in Danish and in English. */
async function shownOverdue(): Promise<readonly number[]> {
  const pages = await Promise.all([room.text("/da/sager/broen/"), room.text("/en/cases/the-bridge/")]);
  return pages.map((page) => page.match(/class="step overdue"/g)?.length ?? 0);
}

/** Tests in this file follow one press room through its life, in order. No clock wakes it but these tests. */
describe("a step that nobody has written the outcome of", () => {
  it("is pending on its day, and overdue in both languages from midnight in Copenhagen on", async () => {
    expect(await room.runtime.invoke("publish", {})).toEqual([]);
    expect(await shownOverdue()).toEqual([0, 0]);

    await setClock(firstMidnight - 2_000);
    const [publication] = (await room.runtime.invoke("publish", {})) as readonly [{ instant: string }];
    expect(Date.parse(publication.instant)).toBeGreaterThanOrEqual(firstMidnight);
    expect(await shownOverdue()).toEqual([1, 1]);
    expect((await room.publications(1))[0]?.overdue).toEqual(["broen#beslutning"]); // what the alarm counts
  });

  it("is seen by the watch when nothing woke the publisher, and shown after the next minute's nudge", async () => {
    await setClock(secondMidnight + 600_000);
    expect(await shownOverdue()).toEqual([1, 1]);
    const signs = (await room.runtime.invoke("watch", {})) as { readonly secondsOverdue: number };
    expect(signs.secondsOverdue).toBeGreaterThanOrEqual(600);

    await room.runtime.invoke("publish", {});
    expect(await shownOverdue()).toEqual([2, 2]);
    expect((await room.publications(1))[0]?.overdue).toEqual(["broen#anlaeg"]);
    expect(await room.runtime.invoke("watch", {})).toEqual({ headWaiting: false, secondsOverdue: 0 });
  });

  it("is named by npm run status, in words with what to do about it and as data", async () => {
    using data = temporaryFolder();
    announceRunning(data.path, room.runtime.environment);
    const { said } = await commandIn(data.path, "status");
    expect(said).toContain(
      'Overdue: "Whether to build the bridge" (The bridge) was to be decided on 2026-06-18. ' +
        "Fix: write the outcome of the step beslutning into cases/broen.yaml.",
    );
    const { overdue } = JSON.parse((await commandIn(data.path, "status", "--json")).said) as {
      readonly overdue: unknown;
    };
    expect(overdue).toEqual([
      { case: "broen", step: "beslutning", date: "2026-06-18", overdueFrom: "2026-06-18T22:00:00.000Z" },
      { case: "broen", step: "anlaeg", date: "2026-06-25", overdueFrom: "2026-06-25T22:00:00.000Z" },
    ]);
  });
});
