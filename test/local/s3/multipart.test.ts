import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  UploadPartCommand,
  type CompletedPart,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractS3, keysUnder, patternOf, refusal, type ContractS3 } from "./contract-s3.ts";

let s3: ContractS3;
beforeAll(async () => {
  s3 = await contractS3();
});
afterAll(() => s3.close());

async function begin(Key: string) {
  const create = new CreateMultipartUploadCommand({ Bucket: s3.bucket, Key, ContentType: "image/tiff" });
  const { UploadId } = await s3.client.send(create);
  return { Bucket: s3.bucket, Key, UploadId };
}
type Upload = Awaited<ReturnType<typeof begin>>;

async function uploadPart(upload: Upload, PartNumber: number, Body: Buffer): Promise<CompletedPart> {
  const { ETag, ChecksumCRC32 } = await s3.client.send(
    new UploadPartCommand({ ...upload, PartNumber, Body }),
  );
  return { PartNumber, ETag, ChecksumCRC32 };
}

const complete = (upload: Upload, Parts: CompletedPart[]) =>
  s3.client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));

const MiB = 1024 * 1024;

describe("an upload in parts", () => {
  it("of 18 MB becomes one object once it is completed, and none before", async () => {
    const bytes = patternOf(18_000_000);
    const upload = await begin("photo.tiff");
    const ranges = [bytes.subarray(0, 6 * MiB), bytes.subarray(6 * MiB, 12 * MiB), bytes.subarray(12 * MiB)];
    const parts = await Promise.all(ranges.map((range, n) => uploadPart(upload, n + 1, range)));
    expect(await keysUnder(s3, "photo")).toEqual([]);

    expect((await complete(upload, parts)).ETag).toMatch(/^"[0-9a-f]{32}-3"$/);
    const got = await s3.client.send(new GetObjectCommand({ Bucket: s3.bucket, Key: "photo.tiff" }));
    expect(got.ContentType).toBe("image/tiff");
    expect(bytes.equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
    expect(await refusal(uploadPart(upload, 4, Buffer.from("late")))).toBe("404 NoSuchUpload");
  });

  it("leaves nothing when it is aborted", async () => {
    const upload = await begin("aborted.tiff");
    const part = await uploadPart(upload, 1, Buffer.from("x"));
    await s3.client.send(new AbortMultipartUploadCommand(upload));
    expect(await refusal(complete(upload, [part]))).toBe("404 NoSuchUpload");
    expect(await keysUnder(s3, "aborted")).toEqual([]);
  });

  it("is refused with parts that are wrong, too small or out of order, and can then be completed", async () => {
    const upload = await begin("mended.tiff");
    const small = await uploadPart(upload, 1, Buffer.from("small"));
    const last = await uploadPart(upload, 2, Buffer.from("last"));
    expect(await refusal(complete(upload, [{ ...small, ETag: last.ETag }, last]))).toBe("400 InvalidPart");
    expect(await refusal(complete(upload, [small, last]))).toBe("400 EntityTooSmall");
    expect(await refusal(complete(upload, [last, small]))).toBe("400 InvalidPartOrder");
    const large = await uploadPart(upload, 1, patternOf(5 * MiB));
    expect(await refusal(complete(upload, [large, last]))).toBe("carried out");
  });
});
