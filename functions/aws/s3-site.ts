import { CopyObjectCommand, DeleteObjectsCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import type { S3Client } from "@aws-sdk/client-s3";
import { answerMetadata } from "../contract.ts";
import type { Site } from "../pipeline/ports.ts";
import type { SiteObject } from "../site/site-object.ts";

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
      if (keys.length === 0) return;
      const { Errors: errors = [] } = await s3.send(
        new DeleteObjectsCommand({
          Bucket: siteBucket,
          Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true },
        }),
      );
      const [first] = errors;
      if (first !== undefined) {
        throw new Error(
          `${errors.length} of ${keys.length} objects could not be deleted from ${siteBucket}, ` +
            `${first.Key} for one: ${first.Code}. Trying again is safe.`,
        );
      }
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
