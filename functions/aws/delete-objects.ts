import { DeleteObjectsCommand } from "@aws-sdk/client-s3";
import type { S3Client } from "@aws-sdk/client-s3";

/** One request, so at most 1,000 keys. What is not there already is gone already. */
export async function deleteObjects(s3: S3Client, bucket: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const { Errors: errors = [] } = await s3.send(
    new DeleteObjectsCommand({
      Bucket: bucket,
      Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true },
    }),
  );
  const [first] = errors;
  if (first !== undefined) {
    throw new Error(
      `${errors.length} of ${keys.length} objects could not be deleted from ${bucket}, ` +
        `${first.Key} for one: ${first.Code}. Trying again is safe.`,
    );
  }
}
