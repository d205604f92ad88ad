import { CopyObjectCommand, NoSuchKey, PutObjectCommand } from "@aws-sdk/client-s3";
import type { S3Client } from "@aws-sdk/client-s3";
import { answerMetadata, isAdvance } from "../contract.ts";
import type { MakeKitOrder } from "../pipeline/make-kit.ts";
import type { Site } from "../pipeline/ports.ts";
import type { SiteObject } from "../site/site-object.ts";
import { deleteObjects } from "./delete-objects.ts";
import { objectKey } from "./source-keys.ts";

/** Has a kit made as an object of the site. */
export type MakeKit = (order: MakeKitOrder) => Promise<void>;

/** The buckets that readers reach, through the edge alone: what is for one person lies apart from what is for everybody. */
export function s3Site(
  s3: S3Client,
  buckets: {
    readonly site: string;
    readonly advance: string;
    readonly held: string;
    readonly sources: string;
  },
  makeKit: MakeKit,
): Site {
  const bucketOf = (key: string): string => (isAdvance(key) ? buckets.advance : buckets.site);
  return {
    async put(object) {
      const { body, digest: _, ...as } = object;
      const headers = { Bucket: bucketOf(object.key), Key: object.key, ...siteHeaders(object) };
      if ("text" in body) {
        await s3.send(new PutObjectCommand({ ...headers, Body: body.text }));
        return;
      }
      const from =
        "source" in body ? [buckets.sources, objectKey(body.source)] : [buckets.held, body.heldKey];
      const copy = new CopyObjectCommand({
        ...headers,
        CopySource: from.join("/"),
        MetadataDirective: "REPLACE", // else the headers given here are passed over
      });
      if ("source" in body || body.kit === undefined) {
        await s3.send(copy);
        return;
      }
      try {
        await s3.send(copy);
      } catch (error) {
        if (!(error instanceof NoSuchKey)) throw error;
        await makeKit({ kit: body.kit, as }); // nothing was made ahead, or it has changed since
        return;
      }
      await deleteObjects(s3, buckets.held, [body.heldKey]); // it was held for this, and for nothing else
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

/** What an object of the site is answered with. */
export function siteHeaders({
  contentType,
  cacheControl,
  contentDisposition,
  answer,
}: Omit<SiteObject, "key" | "body" | "digest">) {
  return {
    ContentType: contentType,
    CacheControl: cacheControl,
    ...(contentDisposition === undefined ? {} : { ContentDisposition: contentDisposition }),
    ...(answer === undefined ? {} : { Metadata: metadataOf(answer) }),
  };
}

/** The edge reads these off the stored object and answers as they say. */
function metadataOf({ status, location }: NonNullable<SiteObject["answer"]>): Record<string, string> {
  return {
    [answerMetadata.status]: String(status),
    ...(location === undefined ? {} : { [answerMetadata.location]: location }),
  };
}
