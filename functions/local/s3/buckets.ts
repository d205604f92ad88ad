import { answer, type Exchange } from "./exchange.ts";
import type { ObjectStore } from "./object-store.ts";
import { S3Error } from "./s3-error.ts";

export function createBucket({ response, bucket, objects }: Exchange): void {
  if (objects.hasBucket(bucket)) {
    throw new S3Error(
      "BucketAlreadyOwnedByYou",
      "Your previous request to create the named bucket succeeded and you already own it.",
    );
  }
  createNamedBucket(objects, bucket);
  answer(response, 200, { location: `/${bucket}` });
}

export function headBucket({ response }: Exchange): void {
  answer(response, 200); // that it exists has been seen before any action
}

/** @throws InvalidBucketName: a name the cloud would refuse shall not work at home */
export function createNamedBucket(objects: ObjectStore, name: string): void {
  // S3 User Guide, "General purpose bucket naming rules".
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) {
    throw new S3Error("InvalidBucketName", "The specified bucket is not valid.", { BucketName: name });
  }
  objects.createBucket(name);
}
