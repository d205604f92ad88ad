import { judgeRead } from "./conditional-read.ts";
import { writeConditionOf } from "./conditional-write.ts";
import { answerXml, headerOf, quoted, type Exchange } from "./exchange.ts";
import { objectHeadersOf } from "./object-headers.ts";
import type { StoredObject } from "./object-store.ts";
import { S3Error } from "./s3-error.ts";
import { element } from "./xml.ts";

/**
 * Copies an object, of this bucket or another. Nothing in it waits, so source and target cannot change meanwhile.
 *
 * The copy keeps its source's ETag, also one of an upload in parts; the cloud would compute that one anew.
 */
export function copyObject(exchange: Exchange): void {
  const { request, response, bucket, key, objects, files } = exchange;
  const from = copySourceOf(headerOf(request, "x-amz-copy-source") ?? "");
  const source = sourceOrRefusal(exchange, from);

  const directive = headerOf(request, "x-amz-metadata-directive") ?? "COPY";
  if (directive !== "COPY" && directive !== "REPLACE") {
    throw new S3Error("InvalidArgument", "Unknown metadata directive.");
  }
  if (directive === "COPY" && from.bucket === bucket && from.key === key) {
    throw new S3Error(
      "InvalidRequest",
      "This copy request is illegal because it is trying to copy an object to itself without changing its metadata.",
    );
  }
  const headers = directive === "COPY" ? source.headers : objectHeadersOf(request.headers);
  const condition = writeConditionOf(request.headers);

  const { eTag, size, crc32, body } = source;
  const content = "bytes" in body ? body : { incoming: files.duplicate(body.file) };
  let modified: number;
  try {
    modified = objects.commit(bucket, key, { eTag, size, crc32, headers, content }, condition);
  } catch (error) {
    if ("incoming" in content) files.discard(content.incoming);
    throw error;
  }
  const result = element(
    "CopyObjectResult",
    element("LastModified", new Date(modified).toISOString()),
    element("ETag", quoted(eTag)),
    element("ChecksumCRC32", crc32),
    element("ChecksumType", "FULL_OBJECT"),
  );
  answerXml(response, 200, result);
  exchange.created({ bucket, key, eTag, size });
}

/**
 * Reads an `x-amz-copy-source`: "bucket/key" or "/bucket/key", percent-encoded.
 *
 * @throws NotImplemented for a named version, InvalidArgument when it cannot be read
 */
export function copySourceOf(header: string): { readonly bucket: string; readonly key: string } {
  if (header.includes("?")) throw new S3Error("NotImplemented", "Copying a version is not implemented.");
  const path = header.startsWith("/") ? header.slice(1) : header;
  const slash = path.indexOf("/");
  try {
    if (slash > 0 && slash < path.length - 1) {
      return {
        bucket: decodeURIComponent(path.slice(0, slash)),
        key: decodeURIComponent(path.slice(slash + 1)),
      };
    }
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  throw new S3Error(
    "InvalidArgument",
    "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
  );
}

function sourceOrRefusal(exchange: Exchange, from: { bucket: string; key: string }): StoredObject {
  const { objects, request } = exchange;
  if (!objects.hasBucket(from.bucket)) {
    throw new S3Error("NoSuchBucket", "The specified bucket does not exist", { BucketName: from.bucket });
  }
  const source = objects.find(from.bucket, from.key);
  if (source === undefined)
    throw new S3Error("NoSuchKey", "The specified key does not exist.", { Key: from.key });
  const verdict = judgeRead(
    {
      ifMatch: headerOf(request, "x-amz-copy-source-if-match"),
      ifNoneMatch: headerOf(request, "x-amz-copy-source-if-none-match"),
    },
    source.eTag,
    source.modified,
  );
  if (verdict !== "send") {
    throw new S3Error("PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
  }
  return source;
}
