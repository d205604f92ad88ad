import { CopyObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import type { S3Client } from "@aws-sdk/client-s3";
import { answerMetadata, isAdvance } from "../contract.ts";
import type { Site } from "../pipeline/ports.ts";
import type { SiteObject } from "../site/site-object.ts";
import { deleteObjects } from "./delete-objects.ts";

/** The buckets that readers reach, through the edge alone: what is for one person lies apart from what is for everybody. */
export function s3Site(
  s3: S3Client,
  buckets: { readonly site: string; readonly advance: string; readonly held: string },
): Site {
  const bucketOf = (key: string): string => (isAdvance(key) ? buckets.advance : buckets.site);
  return {
    async put({ key, contentType, cacheControl, contentDisposition, answer, body }) {
      const headers = {
        Bucket: bucketOf(key),
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
          CopySource: `${buckets.held}/${body.heldKey}`,
          MetadataDirective: "REPLACE", // else the headers given here are passed over
        }),
      );
    },
    async delete(keys) {
      const advance = keys.filter(isAdvance);
      await deleteObjects(s3, buckets.advance, advance);
      await deleteObjects(
        s3,
        buckets.site,
        keys.filter((key) => !isAdvance(key)),
      );
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
