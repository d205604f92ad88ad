import { PutObjectCommand } from "@aws-sdk/client-s3";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Held } from "../pipeline/ports.ts";
import { deleteObjects } from "./delete-objects.ts";

/** What is ready but out of reach: no public origin can read this bucket. */
export function s3Held(s3: S3Client, bucket: string): Held {
  return {
    async put(key, bytes, contentType) {
      await s3.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType }),
      );
    },
    delete: (keys) => deleteObjects(s3, bucket, keys),
  };
}
