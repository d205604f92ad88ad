import { HeadObjectCommand, NotFound, PutObjectCommand } from "@aws-sdk/client-s3";
import type { S3Client } from "@aws-sdk/client-s3";
import { headKey } from "../contract.ts";
import type { SourceStore } from "../pipeline/ports.ts";
import { listingKey, objectKey } from "./source-keys.ts";

/** The sources' bucket as the one who commits sees it. */
export function s3SourceStore(s3: S3Client, bucket: string): SourceStore {
  async function has(key: string): Promise<boolean> {
    try {
      await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }
  async function put(key: string, body: string | Uint8Array, contentType: string): Promise<void> {
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType }));
  }
  return {
    hasListing: (tree) => has(listingKey(tree)),
    hasBytes: (object) => has(objectKey(object)),
    putListing: (tree, lines) => put(listingKey(tree), JSON.stringify(lines), "application/json"),
    putBytes: (object, bytes) => put(objectKey(object), bytes, "application/octet-stream"),
    moveHead: (head) => put(headKey, JSON.stringify(head), "application/json"),
  };
}
