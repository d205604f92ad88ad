import { S3Client } from "@aws-sdk/client-s3";
import { readEnvironment } from "../aws/environment.ts";
import { s3Held } from "../aws/s3-held.ts";
import { s3Sources } from "../aws/s3-sources.ts";
import { sharpImages } from "../images/sharp-images.ts";
import { makeRenditions } from "../pipeline/make-renditions.ts";
import type { MakeRenditionsOrder, MakeRenditionsResult } from "../pipeline/make-renditions.ts";

const environment = readEnvironment("sourceBucket", "heldBucket");
const s3 = new S3Client({});
const ports = {
  sources: s3Sources(s3, environment.sourceBucket),
  held: s3Held(s3, environment.heldBucket),
  images: sharpImages,
};

/** All files of one photo, called by the publisher and answered when they are held. */
export function handler(order: MakeRenditionsOrder): Promise<MakeRenditionsResult> {
  return makeRenditions(ports, order);
}
