import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import type { CompletedPart, PutObjectCommandInput, S3Client } from "@aws-sdk/client-s3";

/** S3 takes 10,000 parts of at least 5 MiB: enough for 80 GB, and four of them fit into a small function's memory. */
const partSize = 8 * 1024 * 1024;
const atOnce = 3;

/**
 * Puts bytes of any number as they come: whatever their number, some parts are in memory and no more. The object is there
 * when all of it is; what breaks off leaves nothing that anybody can read.
 */
export async function putStream(
  s3: S3Client,
  where: Omit<PutObjectCommandInput, "Body"> & { readonly Bucket: string; readonly Key: string },
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const parts = inParts(bytes);
  const first = await parts.next();
  if (first.done === true || first.value.length < partSize) {
    await s3.send(new PutObjectCommand({ ...where, Body: first.done === true ? "" : first.value }));
    return;
  }
  const { Bucket, Key } = where;
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(where));
  try {
    const upload = async (PartNumber: number, Body: Uint8Array): Promise<CompletedPart> => {
      const { ETag, ChecksumCRC32 } = await s3.send(
        new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }),
      );
      return { PartNumber, ETag, ChecksumCRC32 };
    };
    const done: CompletedPart[] = [];
    const underWay = new Set<Promise<void>>();
    let number = 0;
    for (
      let part: Uint8Array | undefined = first.value;
      part !== undefined;
      part = (await parts.next()).value
    ) {
      number += 1;
      const one = upload(number, part).then((completed) => void done.push(completed));
      underWay.add(one);
      void one.then(
        () => underWay.delete(one),
        () => {}, // whoever waits for all of them is told
      );
      if (underWay.size >= atOnce) await Promise.race(underWay);
    }
    await Promise.all(underWay);
    const Parts = done.toSorted((one, other) => (one.PartNumber ?? 0) - (other.PartNumber ?? 0));
    await s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
  } catch (error) {
    await s3.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
    throw error;
  }
}

/** The same bytes in parts of one size, the last of them shorter. */
async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  let part = Buffer.allocUnsafeSlow(partSize);
  let filled = 0;
  for await (const some of bytes) {
    for (let taken = 0; taken < some.length;) {
      const piece = some.subarray(taken, taken + partSize - filled);
      part.set(piece, filled);
      filled += piece.length;
      taken += piece.length;
      if (filled < partSize) continue;
      yield part;
      part = Buffer.allocUnsafeSlow(partSize);
      filled = 0;
    }
  }
  if (filled > 0) yield part.subarray(0, filled);
  return undefined;
}
