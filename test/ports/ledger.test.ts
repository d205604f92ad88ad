import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamoLedger, freeLease } from "../../functions/aws/dynamo-ledger.ts";
import type { Instant } from "../../functions/content/instant.ts";
import { LedgerMovedOn } from "../../functions/pipeline/ledger.ts";
import type { Target } from "../../functions/pipeline/ledger.ts";
import type { Ledger } from "../../functions/pipeline/ports.ts";
import { startTable } from "../support/dynamo.ts";

let table: Awaited<ReturnType<typeof startTable>>;
let ledger: Ledger;
beforeAll(async () => {
  table = await startTable();
  ledger = dynamoLedger(table.client, table.table);
});
afterAll(() => table.close());

const at = (minute: number) => `2026-03-12T09:${String(minute).padStart(2, "0")}:00.000Z` as Instant;
const target: Target = { commit: "c1", tree: "t1", instant: at(0), code: "1" };

describe("the ledger in DynamoDB", () => {
  it("says that nothing is live before anything was", async () => {
    expect(await ledger.read()).toEqual({});
  });

  it("gives the lease to one publisher at a time", async () => {
    expect(await ledger.take("one", at(0), at(1))).toEqual({});
    expect(await ledger.take("two", at(0), at(1))).toBeUndefined();
    await ledger.release("one");
    expect(await ledger.take("two", at(0), at(1))).toEqual({});
    await ledger.release("two");
  });

  it("gives the lease of a publisher that died to the next, once it has run out", async () => {
    await ledger.take("dead", at(0), at(1));
    expect(await ledger.take("next", at(1), at(2))).toBeUndefined();
    expect(await ledger.take("next", at(2), at(3))).toEqual({});
    await ledger.release("next");
  });

  it("keeps what is live, what is next due, and what was under way", async () => {
    await ledger.take("one", at(0), at(1));
    await ledger.begin("one", { target, paths: ["a.md"], subjects: ["front"] });
    expect(await ledger.read()).toEqual({ underway: { target, paths: ["a.md"], subjects: ["front"] } });
    await ledger.record("one", target, at(30));
    expect(await ledger.read()).toEqual({ live: target, nextDue: at(30) });
    await ledger.record("one", target, undefined);
    expect(await ledger.read()).toEqual({ live: target });
    await ledger.release("one");
  });

  it("forgets a refusal when something else is recorded", async () => {
    await ledger.take("one", at(0), at(1));
    await ledger.refuse("one", { commit: "c2", code: "1", forced: false });
    expect(await ledger.read()).toMatchObject({ refused: { commit: "c2", code: "1" } });
    await ledger.record("one", target, undefined);
    expect(await ledger.read()).toEqual({ live: target });
    await ledger.release("one");
  });

  it("refuses every change by who has lost the lease", async () => {
    await ledger.take("late", at(0), at(1));
    await ledger.take("next", at(5), at(6));
    const late = [
      () => ledger.renew("late", at(9)),
      () => ledger.begin("late", { target, paths: "all", subjects: "all" }),
      () => ledger.record("late", target, undefined),
      () => ledger.refuse("late", { commit: "c2", code: "1", forced: false }),
    ];
    for (const change of late) await expect(change()).rejects.toThrow(LedgerMovedOn);
    await ledger.release("late");
    expect(await ledger.take("third", at(5), at(6))).toBeUndefined();
    await ledger.release("next");
  });

  it("says until when who asks has the lease", async () => {
    expect(await ledger.leaseOf("one")).toBeUndefined();
    await ledger.take("one", at(0), at(6));
    await ledger.renew("one", at(8));
    expect(await ledger.leaseOf("one")).toBe(at(8));
    expect(await ledger.leaseOf("two")).toBeUndefined();
    await ledger.release("one");
    expect(await ledger.leaseOf("one")).toBeUndefined();
  });

  it("lets go of a lease for who knows that no publisher is alive", async () => {
    await ledger.take("stopped", at(0), at(1));
    await freeLease(table.client, table.table);
    expect(await ledger.take("next", at(0), at(1))).toBeDefined();
    await ledger.release("next");
  });
});
