import { GetObjectCommand, NoSuchKey, S3ServiceException } from "@aws-sdk/client-s3";
import type { GetObjectCommandOutput, S3Client } from "@aws-sdk/client-s3";
import { headKey } from "../contract.ts";
import type { Head, ListingLine, Sources } from "../pipeline/ports.ts";
import { listingKey, objectKey } from "./source-keys.ts";

/** The sources in their bucket, by content address: what was read once need never be asked for again. */
export function s3Sources(s3: S3Client, bucket: string): Sources {
  async function get(key: string, range?: string): Promise<GetObjectCommandOutput> {
    return s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...(range ? { Range: range } : {}) }));
  }
  return {
    async head() {
      try {
        return (await json(await get(headKey))) as Head;
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined; // nothing was sent yet
        throw error;
      }
    },
    async listing(tree) {
      return (await json(await get(listingKey(tree)))) as readonly ListingLine[];
    },
    async bytes(object, first) {
      if (first === undefined) {
        const bytes = await bytesOf(await get(objectKey(object)));
        return { bytes, size: bytes.length };
      }
      try {
        const answer = await get(objectKey(object), `bytes=0-${first - 1}`);
        const bytes = await bytesOf(answer);
        return { bytes, size: sizeIn(answer.ContentRange) ?? bytes.length };
      } catch (error) {
        if (!ofNothing(error)) throw error;
        return { bytes: new Uint8Array(), size: 0 };
      }
    },
  };
}

async function bytesOf(answer: GetObjectCommandOutput): Promise<Uint8Array> {
  return (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
}

async function json(answer: GetObjectCommandOutput): Promise<unknown> {
  return JSON.parse((await answer.Body?.transformToString("utf-8")) ?? "");
}

/** S3 has no range of an object without a byte, and says so: an empty file is the author's problem, not ours. */
function ofNothing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.name === "InvalidRange";
}

/** "bytes 0-262143/4800000" names the whole length last. */
function sizeIn(contentRange: string | undefined): number | undefined {
  const whole = contentRange?.split("/")[1];
  return whole === undefined ? undefined : Number(whole);
}
