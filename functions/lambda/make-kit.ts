import { S3Client } from "@aws-sdk/client-s3";
import { readEnvironment } from "../aws/environment.ts";
import { s3Archives, s3HeldBytes } from "../aws/s3-archives.ts";
import { makeKit } from "../pipeline/make-kit.ts";
import type { MakeKitOrder } from "../pipeline/make-kit.ts";

const environment = readEnvironment("heldBucket", "siteBucket");
const s3 = new S3Client({});
const ports = {
  held: s3HeldBytes(s3, environment.heldBucket),
  archives: s3Archives(s3, environment.heldBucket, environment.siteBucket),
};

/** One press kit: called by whoever puts it on the site and answered when it is there, or asked for ahead. */
export function handler(order: MakeKitOrder): Promise<void> {
  return makeKit(ports, order);
}
