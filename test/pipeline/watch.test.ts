import { describe, expect, it } from "vitest";
import { signsLine } from "../../functions/aws/signs-line.ts";
import { asInstant } from "../../functions/content/instant.ts";
import { watchMetrics } from "../../functions/contract.ts";
import type { LedgerState } from "../../functions/pipeline/ledger.ts";
import type { Head } from "../../functions/pipeline/ports.ts";
import { watch } from "../../functions/pipeline/watch.ts";

const now = "2026-03-12T08:00:00.000Z";
const head: Head = { commit: "c2", tree: "t2" };
const live = { commit: "c2", tree: "t2", code: "x", instant: asInstant(Date.parse(now)) };

function signs(wanted: Head | undefined, state: LedgerState) {
  return watch({
    sources: { head: () => Promise.resolve(wanted) },
    ledger: { read: () => Promise.resolve(state) },
    clock: { now: () => asInstant(Date.parse(now)) },
  });
}

describe("the watch", () => {
  it("is content before the first commit, and when the newest is live", async () => {
    expect(await signs(undefined, {})).toEqual({ headWaiting: false, secondsOverdue: 0 });
    expect(await signs(head, { live })).toEqual({ headWaiting: false, secondsOverdue: 0 });
  });

  it("says that a commit waits until it is live", async () => {
    expect(await signs(head, {})).toMatchObject({ headWaiting: true });
    expect(await signs(head, { live: { ...live, commit: "c1", tree: "t1" } })).toMatchObject({
      headWaiting: true,
    });
  });

  it("says that everything waits to be made again, as long as it does", async () => {
    const again = { ...head, again: "a1" };
    expect(await signs(again, { live })).toMatchObject({ headWaiting: true });
    expect(await signs(again, { live: { ...live, again: "a1" } })).toMatchObject({ headWaiting: false });
  });

  it("takes a refused commit for answered, until somebody forces it", async () => {
    const refused = { commit: "c2", code: "x", forced: false };
    expect(await signs(head, { refused })).toMatchObject({ headWaiting: false });
    expect(await signs({ ...head, forced: true }, { refused })).toMatchObject({ headWaiting: true });
  });

  it("counts the seconds since the site should have changed by itself", async () => {
    const due = (seconds: number) => ({ live, nextDue: asInstant(Date.parse(now) + seconds * 1000) });
    expect(await signs(head, due(60))).toMatchObject({ secondsOverdue: 0 });
    expect(await signs(head, due(-90))).toMatchObject({ secondsOverdue: 90 });
  });

  it("logs them as numbers that CloudWatch counts", () => {
    const line: unknown = JSON.parse(
      signsLine({ headWaiting: true, secondsOverdue: 90 }, "watch-1", 1_700_000_000_000),
    );
    expect(line).toMatchObject({
      level: "WARN",
      functionName: "watch-1",
      headWaiting: 1,
      secondsOverdue: 90,
      _aws: {
        CloudWatchMetrics: [
          { Dimensions: [["functionName"]], Metrics: Object.keys(watchMetrics).map((Name) => ({ Name })) },
        ],
      },
    });
  });

  it("has it counted in each minute whether a commit waits, and what is overdue only when something is", () => {
    const counted = (secondsOverdue: number): string =>
      JSON.stringify(
        (JSON.parse(signsLine({ headWaiting: false, secondsOverdue }, "watch-1", 0)) as Line)._aws,
      );
    expect(counted(0)).toContain('"headWaiting"');
    expect(counted(0)).not.toContain('"secondsOverdue"');
    expect(counted(1)).toContain('"secondsOverdue"');
  });
});

interface Line {
  readonly _aws: object;
}
