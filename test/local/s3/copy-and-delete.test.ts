import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractS3, keysUnder, patternOf, refusal, textAt, type ContractS3 } from "./contract-s3.ts";

let s3: ContractS3;
beforeAll(async () => {
  s3 = await contractS3();
});
afterAll(() => s3.close());

const sourceKey = "held/Blå bånd på bro.html";
const CopySource = () => `${s3.bucket}/${sourceKey.split("/").map(encodeURIComponent).join("/")}`;

describe("a copy", () => {
  beforeAll(async () => {
    const told = { ContentType: "text/html", CacheControl: "no-store", Metadata: { locale: "da" } };
    await s3.client.send(new PutObjectCommand({ Bucket: s3.bucket, Key: sourceKey, Body: "Blå", ...told }));
  });

  it("has the bytes, headers and metadata of its source", async () => {
    await s3.client.send(new CopyObjectCommand({ Bucket: s3.bucket, Key: "copy", CopySource: CopySource() }));
    const got = await s3.client.send(new GetObjectCommand({ Bucket: s3.bucket, Key: "copy" }));
    expect(got).toMatchObject({
      ContentType: "text/html",
      CacheControl: "no-store",
      Metadata: { locale: "da" },
    });
    expect(await got.Body?.transformToString()).toBe("Blå");
  });

  it("has the headers of the request, and no others, where they are to be replaced", async () => {
    const copy = new CopyObjectCommand({
      Bucket: s3.bucket,
      Key: "replaced",
      CopySource: CopySource(),
      MetadataDirective: "REPLACE",
      ContentType: "text/plain",
    });
    await s3.client.send(copy);
    const got = await s3.client.send(new GetObjectCommand({ Bucket: s3.bucket, Key: "replaced" }));
    expect([got.ContentType, got.CacheControl, got.Metadata]).toEqual(["text/plain", undefined, {}]);
    expect(await got.Body?.transformToString()).toBe("Blå");
  });

  it("onto itself is refused, unless the headers change", async () => {
    const onto = { Bucket: s3.bucket, Key: sourceKey, CopySource: CopySource() };
    expect(await refusal(s3.client.send(new CopyObjectCommand(onto)))).toBe("400 InvalidRequest");
    const replace = { ...onto, MetadataDirective: "REPLACE", ContentType: "text/html" } as const;
    expect(await refusal(s3.client.send(new CopyObjectCommand(replace)))).toBe("carried out");
    expect(await textAt(s3, sourceKey)).toBe("Blå");
  });

  it("of a large object outlives its source", async () => {
    const bytes = patternOf(5_000_000);
    await s3.client.send(new PutObjectCommand({ Bucket: s3.bucket, Key: "large", Body: bytes }));
    const copy = { Bucket: s3.bucket, Key: "large-copy", CopySource: `${s3.bucket}/large` };
    await s3.client.send(new CopyObjectCommand(copy));
    await s3.client.send(new DeleteObjectCommand({ Bucket: s3.bucket, Key: "large" }));
    const got = await s3.client.send(new GetObjectCommand({ Bucket: s3.bucket, Key: "large-copy" }));
    expect(bytes.equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  });

  it("of what is not there, or is no longer the same, is refused", async () => {
    const none = { Bucket: s3.bucket, Key: "x", CopySource: `${s3.bucket}/none` };
    expect(await refusal(s3.client.send(new CopyObjectCommand(none)))).toBe("404 NoSuchKey");
    const changed = { Bucket: s3.bucket, Key: "x", CopySource: CopySource(), CopySourceIfMatch: '"other"' };
    expect(await refusal(s3.client.send(new CopyObjectCommand(changed)))).toBe("412 PreconditionFailed");
  });
});

describe("a delete", () => {
  it("succeeds again when there is nothing left to delete", async () => {
    const gone = { Bucket: s3.bucket, Key: "gone" };
    await s3.client.send(new PutObjectCommand({ ...gone, Body: "x" }));
    expect(await refusal(s3.client.send(new DeleteObjectCommand(gone)))).toBe("carried out");
    expect(await refusal(s3.client.send(new DeleteObjectCommand(gone)))).toBe("carried out");
    expect(await refusal(s3.client.send(new GetObjectCommand(gone)))).toBe("404 NoSuchKey");
  });

  it("takes many keys at once and leaves the others", async () => {
    const keys = ["many/a & b", "many/<c>", 'many/"d"', "many/ø", "many/stays"];
    for (const Key of keys) await s3.client.send(new PutObjectCommand({ Bucket: s3.bucket, Key, Body: "x" }));
    const Objects = [...keys.slice(0, 4), "many/never-was"].map((Key) => ({ Key }));
    const told = await s3.client.send(new DeleteObjectsCommand({ Bucket: s3.bucket, Delete: { Objects } }));
    expect(told.Deleted?.map(({ Key }) => Key)).toEqual(Objects.map(({ Key }) => Key));
    expect(await keysUnder(s3, "many/")).toEqual(["many/stays"]);
  });
});
