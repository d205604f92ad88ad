import { CopyObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import type { S3Client } from "@aws-sdk/client-s3";
import { answerMetadata } from "../contract.ts";
import type { Site } from "../pipeline/ports.ts";
import type { SiteObject } from "../site/site-object.ts";
import { deleteObjects } from "./delete-objects.ts";

/** The bucket that readers reach, through the edge alone. */
export function s3Site(s3: S3Client, siteBucket: string, heldBucket: string): Site {
  return {
    async put({ key, contentType, cacheControl, contentDisposition, answer, body }) {
      const headers = {
        Bucket: siteBucket,
        Key: key,
        ContentType: contentType,
        CacheControl: cacheControl,
        ...(contentDisposition === undefined ? {} : { ContentDisposition: contentDisposition }),
        ...(answer === undefined ? {} : { Metadata: metadataOf(answer) }),
      };
      if ("text" in body) {
        await s3.send(new PutObjectCommand({ ...headers, Body: body.text }));
        return;
      }
      await s3.send(
        new CopyObjectCommand({
          ...headers,
          CopySource: `${heldBucket}/${body.heldKey}`,
          MetadataDirective: "REPLACE", // else the headers given here are passed over
        }),
      );
    },
    async delete(keys) {
      await deleteObjects(s3, siteBucket, keys);
    },
  };
}

/** The edge reads these off the stored object and answers as they say. */
function metadataOf({ status, location }: NonNullable<SiteObject["answer"]>): Record<string, string> {
  return {
    [answerMetadata.status]: String(status),
    ...(location === undefined ? {} : { [answerMetadata.location]: location }),
  };
}
