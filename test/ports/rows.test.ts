import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamoRows } from "../../functions/aws/dynamo-rows.ts";
import { memoryRows } from "../../functions/pipeline/memory-rows.ts";
import type { Rows } from "../../functions/pipeline/ports.ts";
import { startTable } from "../support/dynamo.ts";

let table: Awaited<ReturnType<typeof startTable>>;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.close());

const kinds: readonly [string, () => Rows][] = [
  ["in DynamoDB", () => dynamoRows(table.client, table.table)],
  ["in memory", memoryRows],
];

describe.each(kinds)("the index %s", (_, open) => {
  /** A partition of its own for each test. */
  async function listed(sks: readonly string[]): Promise<{ rows: Rows; pk: string }> {
    const rows = open();
    const pk = randomUUID();
    await rows.write(
      sks.map((sk) => ({ pk, sk, value: { sk } })),
      [],
    );
    return { rows, pk };
  }
  const sks = (found: readonly { readonly sk: string }[]) => found.map(({ sk }) => sk);

  it("gives back what was written, of any shape that JSON has", async () => {
    const rows = open();
    const row = {
      pk: randomUUID(),
      sk: "æøå",
      value: { list: [1, "to", null], empty: "", deep: { er: true } },
    };
    await rows.write([row], []);
    expect(await rows.get([row])).toEqual([row]);
  });

  it("leaves out what is not there, and gives twice asked for once", async () => {
    const { rows, pk } = await listed(["a"]);
    const found = await rows.get([
      { pk, sk: "a" },
      { pk, sk: "a" },
      { pk, sk: "b" },
    ]);
    expect(sks(found)).toEqual(["a"]);
  });

  it("lists a partition in order, from either end", async () => {
    const { rows, pk } = await listed(["b", "c", "a"]);
    expect(sks(await rows.query({ pk }))).toEqual(["a", "b", "c"]);
    expect(sks(await rows.query({ pk, newestFirst: true }))).toEqual(["c", "b", "a"]);
  });

  it("leaves the bounds themselves out", async () => {
    const { rows, pk } = await listed(["a", "b", "c", "d"]);
    expect(sks(await rows.query({ pk, after: "a" }))).toEqual(["b", "c", "d"]);
    expect(sks(await rows.query({ pk, before: "c" }))).toEqual(["a", "b"]);
    expect(sks(await rows.query({ pk, after: "a", before: "d" }))).toEqual(["b", "c"]);
  });

  it("keeps to a limit also where a bound is among the first", async () => {
    const { rows, pk } = await listed(["a", "b", "c", "d", "e"]);
    expect(sks(await rows.query({ pk, after: "a", limit: 2 }))).toEqual(["b", "c"]);
    expect(sks(await rows.query({ pk, before: "e", newestFirst: true, limit: 2 }))).toEqual(["d", "c"]);
    expect(sks(await rows.query({ pk, after: "a", before: "e", limit: 9 }))).toEqual(["b", "c", "d"]);
  });

  it("keeps to what its keys begin with, with and without bounds", async () => {
    const { rows, pk } = await listed(["case#1", "release#1", "release#2", "release#3", "zebra"]);
    expect(sks(await rows.query({ pk, prefix: "release#" }))).toEqual([
      "release#1",
      "release#2",
      "release#3",
    ]);
    expect(sks(await rows.query({ pk, prefix: "release#", newestFirst: true, limit: 2 }))).toEqual([
      "release#3",
      "release#2",
    ]);
    expect(sks(await rows.query({ pk, prefix: "release#", before: "release#3", newestFirst: true }))).toEqual(
      ["release#2", "release#1"],
    );
    expect(sks(await rows.query({ pk, prefix: "release#", after: "release#1" }))).toEqual([
      "release#2",
      "release#3",
    ]);
  });

  it("writes and reads more rows than go into one request", async () => {
    const names = Array.from({ length: 260 }, (_, index) => String(index).padStart(3, "0"));
    const { rows, pk } = await listed(names);
    expect(sks(await rows.query({ pk }))).toEqual(names);
    expect(await rows.get(names.map((sk) => ({ pk, sk })))).toHaveLength(260);
    await rows.write(
      [],
      names.map((sk) => ({ pk, sk })),
    );
    expect(await rows.query({ pk })).toEqual([]);
  });

  it("reads a list that is longer than one answer may be", async () => {
    const rows = open();
    const pk = randomUUID();
    // DynamoDB ends an answer at 1 MB.
    const long = Array.from({ length: 12 }, (_, index) => ({
      pk,
      sk: String(index + 10),
      value: "x".repeat(150_000),
    }));
    await rows.write(long, []);
    expect(sks(await rows.query({ pk }))).toHaveLength(12);
    expect(sks(await rows.query({ pk, limit: 10 }))).toHaveLength(10);
  });

  it("lets a put win over a delete of the same row in one order", async () => {
    const { rows, pk } = await listed(["a"]);
    await rows.write([{ pk, sk: "a", value: "new" }], [{ pk, sk: "a" }]);
    expect(await rows.get([{ pk, sk: "a" }])).toEqual([{ pk, sk: "a", value: "new" }]);
  });
});
