import { ListObjectsV2Command, PutObjectCommand, type ListObjectsV2CommandInput } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractS3, refusal, type ContractS3 } from "./contract-s3.ts";

let s3: ContractS3;
/** 1,205 releases in 5 years, among other things. */
const releases = Array.from(
  { length: 1205 },
  (_, n) => `releases/${2022 + (n % 5)}/${String(n).padStart(4, "0")}.html`,
);
const others = ["Z", "a", "aa", "Å", "é", "ø", "｡", "𝄞", "releases", "releases.xml", "releases0"];

beforeAll(async () => {
  s3 = await contractS3();
  const keys = [...releases, ...others];
  const writer = async () => {
    for (let Key = keys.pop(); Key !== undefined; Key = keys.pop()) {
      await s3.client.send(new PutObjectCommand({ Bucket: s3.bucket, Key, Body: Key }));
    }
  };
  await Promise.all(Array.from({ length: 16 }, writer));
});
afterAll(() => s3.close());

const list = (input: Partial<ListObjectsV2CommandInput> = {}) =>
  s3.client.send(new ListObjectsV2Command({ Bucket: s3.bucket, ...input }));
const inByteOrder = (keys: readonly string[]) =>
  keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

/** Every key and common prefix, page after page, with the number of pages. */
async function allPages(input: Partial<ListObjectsV2CommandInput>) {
  const keys: string[] = [];
  const prefixes: string[] = [];
  let pages = 0;
  let ContinuationToken: string | undefined;
  do {
    const page = await list({ ...input, ...(ContinuationToken !== undefined && { ContinuationToken }) });
    pages += 1;
    keys.push(...(page.Contents ?? []).map(({ Key = "" }) => Key));
    prefixes.push(...(page.CommonPrefixes ?? []).map(({ Prefix = "" }) => Prefix));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  return { keys, prefixes, pages };
}

describe("a list", () => {
  it("of more than 1,000 objects comes in pages, in the order of UTF-8 bytes", async () => {
    const { keys, pages } = await allPages({});
    expect(keys).toEqual(inByteOrder([...releases, ...others]));
    expect(pages).toBe(2);
    expect(await list()).toMatchObject({ KeyCount: 1000, IsTruncated: true, MaxKeys: 1000 });
  });

  it("is of the keys that begin with a prefix", async () => {
    const { keys } = await allPages({ Prefix: "releases/2024/" });
    expect(keys).toEqual(releases.filter((key) => key.startsWith("releases/2024/")));
  });

  it("gathers keys under their common prefixes, also over pages", async () => {
    const years = [2022, 2023, 2024, 2025, 2026].map((year) => `releases/${year}/`);
    expect(await allPages({ Prefix: "releases/", Delimiter: "/" })).toEqual({
      keys: [],
      prefixes: years,
      pages: 1,
    });
    const onePerPage = await allPages({ Prefix: "releases/", Delimiter: "/", MaxKeys: 1 });
    expect(onePerPage).toEqual({ keys: [], prefixes: years, pages: 5 });
    const top = await allPages({ Delimiter: "/", MaxKeys: 4 });
    expect([top.keys, top.prefixes]).toEqual([inByteOrder(others), ["releases/"]]);
  });

  it("begins after the key it is told to begin after", async () => {
    const { Contents = [] } = await list({ StartAfter: "releases/2026/1204.html", MaxKeys: 2 });
    expect(Contents.map(({ Key }) => Key)).toEqual(["releases0", "Å"]);
  });

  it("tells size, ETag and time of each object", async () => {
    const { Contents = [] } = await list({ Prefix: "releases.xml" });
    expect(Contents[0]).toMatchObject({ Key: "releases.xml", Size: 12, StorageClass: "STANDARD" });
    expect(Contents[0]?.ETag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(Math.abs(Number(Contents[0]?.LastModified) - Date.now())).toBeLessThan(120_000);
  });

  it("may be empty, and is refused for a bucket that does not exist", async () => {
    expect(await list({ Prefix: "nothing/" })).toMatchObject({ KeyCount: 0, IsTruncated: false });
    expect(await list({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false });
    expect(await refusal(list({ Bucket: `${s3.bucket.slice(0, 40)}-no` }))).toBe("404 NoSuchBucket");
  });
});
