import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractS3, patternOf, refusal, textAt, type ContractS3 } from "./contract-s3.ts";

let s3: ContractS3;
beforeAll(async () => {
  s3 = await contractS3();
});
afterAll(() => s3.close());

describe("an object that is put", () => {
  it("comes back with its bytes, its headers and its metadata", async () => {
    const { client, bucket } = s3;
    const told = {
      ContentType: "text/html; charset=utf-8",
      CacheControl: "public, max-age=60",
      ContentDisposition: 'attachment; filename="nyhed.html"',
      ContentLanguage: "da",
      ContentEncoding: "br",
      Metadata: { release: "2026-03-12-cykelbro", empty: "" },
    };
    const put = await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: "told", Body: "<p>Hej", ...told }),
    );
    const got = await client.send(new GetObjectCommand({ Bucket: bucket, Key: "told" }));
    expect(got).toMatchObject({ ...told, ContentLength: 6, ETag: put.ETag });
    expect(put.ETag).toBe(`"${createHash("md5").update("<p>Hej").digest("hex")}"`);
    expect(await got.Body?.transformToString()).toBe("<p>Hej");
    const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: "told" }));
    expect(head).toMatchObject({ ...told, ContentLength: 6, ETag: put.ETag });
  });

  it("may be empty", async () => {
    await s3.client.send(new PutObjectCommand({ Bucket: s3.bucket, Key: "empty", Body: "" }));
    expect(await textAt(s3, "empty")).toBe("");
  });

  it("replaces what stood there, headers included", async () => {
    const { client, bucket } = s3;
    const first = { Body: patternOf(200_000), ContentType: "image/jpeg", Metadata: { first: "yes" } };
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: "twice", ...first }));
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: "twice", Body: "second", ContentType: "text/plain" }),
    );
    const got = await client.send(new GetObjectCommand({ Bucket: bucket, Key: "twice" }));
    expect([await got.Body?.transformToString(), got.ContentType, got.Metadata]).toEqual([
      "second",
      "text/plain",
      {},
    ]);
  });

  it("keeps its content encoding, without aws-chunked, when its body is a stream", async () => {
    const { client, bucket } = s3;
    const Body = Readable.from([patternOf(70_000), patternOf(7), patternOf(130_001)]);
    const put = new PutObjectCommand({
      Bucket: bucket,
      Key: "streamed",
      Body,
      ContentLength: 200_008,
      ContentEncoding: "gzip",
    });
    await client.send(put);
    const got = await client.send(new GetObjectCommand({ Bucket: bucket, Key: "streamed" }));
    expect(got.ContentEncoding).toBe("gzip");
    const wanted = Buffer.concat([patternOf(70_000), patternOf(7), patternOf(130_001)]);
    expect(wanted.equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  });

  it("may be 30 MB in one put", async () => {
    const { client, bucket } = s3;
    const bytes = patternOf(30_000_000);
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: "large", Body: bytes }));
    const got = await client.send(new GetObjectCommand({ Bucket: bucket, Key: "large" }));
    expect(bytes.equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  });

  it("can be read with other headers than it was put with", async () => {
    const { client, bucket } = s3;
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: "override", Body: "x", ContentType: "image/avif" }),
    );
    const get = new GetObjectCommand({
      Bucket: bucket,
      Key: "override",
      ResponseContentType: "application/octet-stream",
      ResponseContentDisposition: "attachment",
    });
    const got = await client.send(get);
    expect([got.ContentType, got.ContentDisposition]).toEqual(["application/octet-stream", "attachment"]);
  });
});

describe("a body that does not fit its checksum", () => {
  it.each([
    ["CRC32", { ChecksumCRC32: "AAAAAA==" }],
    ["MD5", { ContentMD5: "AAAAAAAAAAAAAAAAAAAAAA==" }],
  ])("is refused, and what stood there stays (%s)", async (_kind, wrong) => {
    const { client, bucket } = s3;
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: "checked", Body: "before" }));
    const put = new PutObjectCommand({ Bucket: bucket, Key: "checked", Body: "after", ...wrong });
    expect(await refusal(client.send(put))).toBe("400 BadDigest");
    expect(await textAt(s3, "checked")).toBe("before");
  });
});

describe("what is not there", () => {
  it("is a missing key, or a missing bucket", async () => {
    const { client, bucket } = s3;
    expect(await refusal(client.send(new GetObjectCommand({ Bucket: bucket, Key: "none" })))).toBe(
      "404 NoSuchKey",
    );
    expect(await refusal(client.send(new HeadObjectCommand({ Bucket: bucket, Key: "none" })))).toBe(
      "404 NotFound",
    );
    const elsewhere = { Bucket: `${bucket.slice(0, 40)}-no`, Key: "none" };
    expect(await refusal(client.send(new GetObjectCommand(elsewhere)))).toBe("404 NoSuchBucket");
    expect(await refusal(client.send(new PutObjectCommand({ ...elsewhere, Body: "x" })))).toBe(
      "404 NoSuchBucket",
    );
  });
});
