import { GetObjectCommand, HeadObjectCommand, NotFound } from "@aws-sdk/client-s3";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Archives, HeldBytes } from "../pipeline/ports.ts";
import { putStream } from "./put-stream.ts";
import { siteHeaders } from "./s3-site.ts";

export function s3HeldBytes(s3: S3Client, heldBucket: string): HeldBytes {
  return {
    async *read(key) {
      const { Body: body } = await s3.send(new GetObjectCommand({ Bucket: heldBucket, Key: key }));
      if (body !== undefined) yield* body.transformToWebStream() as AsyncIterable<Uint8Array>;
    },
  };
}

export function s3Archives(s3: S3Client, heldBucket: string, siteBucket: string): Archives {
  return {
    async isHeld(key) {
      try {
        await s3.send(new HeadObjectCommand({ Bucket: heldBucket, Key: key }));
        return true;
      } catch (error) {
        if (error instanceof NotFound) return false;
        throw error;
      }
    },
    hold: (key, bytes) =>
      putStream(s3, { Bucket: heldBucket, Key: key, ContentType: "application/zip" }, bytes),
    putOnSite: (object, bytes) =>
      putStream(s3, { Bucket: siteBucket, Key: object.key, ...siteHeaders(object) }, bytes),
  };
}
