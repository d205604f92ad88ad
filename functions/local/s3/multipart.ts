import { createHash } from "node:crypto";
import { writeConditionOf } from "./conditional-write.ts";
import { answer, answerXml, headerOf, quoted, type Exchange } from "./exchange.ts";
import { bytesOf, discardBody, keepBody } from "./keep-body.ts";
import { objectHeadersOf } from "./object-headers.ts";
import { receiveBody, receiveXml } from "./receive-body.ts";
import { S3Error } from "./s3-error.ts";
import type { Part, Upload } from "./upload-store.ts";
import { element, innerXmlOfEach, textOfFirst } from "./xml.ts";

export function createMultipartUpload({ request, response, bucket, key, uploads }: Exchange): void {
  const id = uploads.begin({ bucket, key, headers: objectHeadersOf(request.headers) });
  const root = element(
    "InitiateMultipartUploadResult",
    element("Bucket", bucket),
    element("Key", key),
    element("UploadId", id),
  );
  answerXml(response, 200, root);
}

export async function uploadPart(exchange: Exchange): Promise<void> {
  const { request, response, query, files, uploads } = exchange;
  const number = Number(query.get("partNumber"));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw new S3Error("InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive");
  }
  uploadOrRefusal(exchange);
  const body = await receiveBody(files, request);
  try {
    const { id } = uploadOrRefusal(exchange); // again: it may have been completed or aborted meanwhile
    uploads.putPart(id, number, body);
  } catch (error) {
    discardBody(files, body);
    throw error;
  }
  answer(response, 200, { etag: quoted(body.md5.toString("hex")), "x-amz-checksum-crc32": body.crc32 });
}

/** Uploads whose parts are being joined right now; nobody may change them until that is done. */
const joining = new Set<string>();

/** Joins the parts to one object. The upload is forgotten only when the object stands, so it can be tried again. */
export async function completeMultipartUpload(exchange: Exchange): Promise<void> {
  const { request, response, bucket, key, files, objects, uploads } = exchange;
  const condition = writeConditionOf(request.headers);
  const xml = await receiveXml(files, request);
  const { id, upload } = uploadOrRefusal(exchange);
  const parts = partsNamedIn(xml, uploads.parts(id));

  joining.add(id);
  let eTag: string;
  let size: number;
  try {
    const body = await keepBody(files, joined(exchange, parts));
    eTag = eTagOfParts(parts);
    size = body.size;
    try {
      const whole = headerOf(request, "x-amz-checksum-crc32");
      if (whole !== undefined && whole !== body.crc32) {
        throw new S3Error("BadDigest", "The CRC32 you specified did not match the calculated checksum.");
      }
      const { crc32, content } = body;
      objects.commit(bucket, key, { eTag, size, crc32, headers: upload.headers, content }, condition);
    } catch (error) {
      discardBody(files, body);
      throw error;
    }
    uploads.end(id);
  } finally {
    joining.delete(id);
  }
  const root = element(
    "CompleteMultipartUploadResult",
    element("Bucket", bucket),
    element("Key", key),
    element("ETag", quoted(eTag)),
  );
  answerXml(response, 200, root);
  exchange.created({ bucket, key, eTag, size });
}

export function abortMultipartUpload(exchange: Exchange): void {
  exchange.uploads.end(uploadOrRefusal(exchange).id);
  answer(exchange.response, 204);
}

function uploadOrRefusal({ query, bucket, key, uploads }: Exchange): {
  readonly id: string;
  readonly upload: Upload;
} {
  const id = query.get("uploadId") ?? "";
  const upload = uploads.find(id);
  if (upload === undefined || upload.bucket !== bucket || upload.key !== key) {
    throw new S3Error("NoSuchUpload", "The specified upload does not exist.", { UploadId: id });
  }
  if (joining.has(id))
    throw new S3Error("OperationAborted", "This upload is being completed. Please try again.");
  return { id, upload };
}

/** @throws MalformedXML, InvalidPartOrder, InvalidPart or EntityTooSmall, as S3 does */
function partsNamedIn(xml: string, stored: readonly Part[]): Part[] {
  const byNumber = new Map(stored.map((part) => [part.number, part]));
  const parts: Part[] = [];
  for (const named of innerXmlOfEach("Part", xml)) {
    const part = byNumber.get(Number(textOfFirst("PartNumber", named)));
    const eTag = textOfFirst("ETag", named)?.replaceAll('"', "");
    const crc32 = textOfFirst("ChecksumCRC32", named);
    if (part === undefined || part.eTag !== eTag || (crc32 !== undefined && crc32 !== part.crc32)) {
      throw new S3Error("InvalidPart", "One or more of the specified parts could not be found.");
    }
    const before = parts.at(-1);
    if (before !== undefined && before.number >= part.number) {
      throw new S3Error("InvalidPartOrder", "The list of parts was not in ascending order.");
    }
    // 5 MiB: the least that S3 takes for any part but the last.
    if (before !== undefined && before.size < 5 * 1024 * 1024) {
      throw new S3Error("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
    }
    parts.push(part);
  }
  if (parts.length === 0) throw new S3Error("MalformedXML", "You must specify at least one part");
  return parts;
}

async function* joined({ files }: Exchange, parts: readonly Part[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield* bytesOf(files, part.body);
}

/** The MD5 of the parts' MD5s, a hyphen and their number: how S3 marks an object that came in parts. */
function eTagOfParts(parts: readonly Part[]): string {
  const md5s = Buffer.concat(parts.map((part) => Buffer.from(part.eTag, "hex")));
  return `${createHash("md5").update(md5s).digest("hex")}-${parts.length}`;
}
