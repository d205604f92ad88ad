import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  type GetObjectCommandInput,
  type PutObjectCommandInput,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractS3, patternOf, refusal, textAt, type ContractS3 } from "./contract-s3.ts";

let s3: ContractS3;
beforeAll(async () => {
  s3 = await contractS3();
});
afterAll(() => s3.close());

const put = (Key: string, Body: string | Buffer, more: Partial<PutObjectCommandInput> = {}) =>
  s3.client.send(new PutObjectCommand({ Bucket: s3.bucket, Key, Body, ...more }));
const get = (Key: string, more: Partial<GetObjectCommandInput> = {}) =>
  s3.client.send(new GetObjectCommand({ Bucket: s3.bucket, Key, ...more }));

describe.each([
  ["a small object", 1000],
  ["a large object", 1_000_000],
])("a range of %s", (_which, size) => {
  const bytes = patternOf(size);
  beforeAll(() => put(`ranges-${size}`, bytes));

  it.each([
    ["bytes=0-9", 0, 10],
    ["bytes=500-500", 500, 501],
    ["bytes=900-", 900, size],
    ["bytes=-100", size - 100, size],
    ["bytes=-9999999", 0, size],
    ["bytes=10-9999999", 10, size],
  ])("%s is answered with those bytes and 206", async (Range, from, to) => {
    const got = await get(`ranges-${size}`, { Range });
    expect(got.$metadata.httpStatusCode).toBe(206);
    expect(got.ContentRange).toBe(`bytes ${from}-${to - 1}/${size}`);
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(bytes.subarray(from, to))).toBe(
      true,
    );
  });

  it("is refused where no byte lies in it", async () => {
    expect(await refusal(get(`ranges-${size}`, { Range: `bytes=${size}-` }))).toBe("416 InvalidRange");
    expect(await refusal(get(`ranges-${size}`, { Range: "bytes=-0" }))).toBe("416 InvalidRange");
  });
});

describe("a conditional read", () => {
  it("sends no body to who has the object already", async () => {
    const { ETag } = await put("known", "known");
    const { LastModified } = await get("known");
    expect(await refusal(get("known", { IfNoneMatch: ETag }))).toMatch(/^304 /);
    expect(await refusal(get("known", { IfModifiedSince: LastModified }))).toMatch(/^304 /);
    expect(await refusal(get("known", { IfNoneMatch: '"other"' }))).toBe("carried out");
    expect(await refusal(get("known", { IfModifiedSince: new Date(0) }))).toBe("carried out");
  });

  it("is refused when the object is another than the one asked for", async () => {
    const { ETag } = await put("asked", "asked");
    expect(await refusal(get("asked", { IfMatch: '"other"' }))).toBe("412 PreconditionFailed");
    expect(await refusal(get("asked", { IfMatch: ETag }))).toBe("carried out");
  });
});

describe("a conditional write", () => {
  it.each([
    ["small", 100],
    ["large", 300_000],
  ])("is won by exactly one of twenty that race for a free key (%s bodies)", async (which, size) => {
    const racers = Array.from({ length: 20 }, (_, n) => Buffer.alloc(size, n + 65));
    const ends = await Promise.all(
      racers.map((body) => refusal(put(`race-${which}`, body, { IfNoneMatch: "*" }))),
    );
    const winners = ends.flatMap((end, n) => (end === "carried out" ? [n] : []));
    expect(winners).toHaveLength(1);
    expect(new Set(ends)).toEqual(new Set(["carried out", "412 PreconditionFailed"]));
    expect(await textAt(s3, `race-${which}`)).toBe(racers[winners[0] ?? -1]?.toString());
  });

  it("replaces only the version it names", async () => {
    const { ETag } = await put("version", "one");
    expect(await refusal(put("version", "two", { IfMatch: ETag }))).toBe("carried out");
    expect(await refusal(put("version", "three", { IfMatch: ETag }))).toBe("412 PreconditionFailed");
    expect(await refusal(put("no-version", "one", { IfMatch: ETag }))).toBe("404 NoSuchKey");
    expect(await textAt(s3, "version")).toBe("two");
  });

  it("finds the key free again after a delete", async () => {
    await put("freed", "one");
    await s3.client.send(new DeleteObjectCommand({ Bucket: s3.bucket, Key: "freed" }));
    expect(await refusal(put("freed", "two", { IfNoneMatch: "*" }))).toBe("carried out");
  });
});
