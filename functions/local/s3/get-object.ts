import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { isOneOf, judgeRead } from "./conditional-read.ts";
import { answer, headerOf, quoted, type Exchange } from "./exchange.ts";
import type { StoredObject } from "./object-store.ts";
import { rangeOf } from "./range.ts";
import { S3Error } from "./s3-error.ts";

/** Answers GetObject and HeadObject, which differ in nothing but the body. */
export async function getObject(exchange: Exchange): Promise<void> {
  const { request, response, query } = exchange;
  const object = objectOrRefusal(exchange);
  const { eTag, modified, size, body } = object;

  const verdict = judgeRead(
    {
      ifMatch: request.headers["if-match"],
      ifNoneMatch: request.headers["if-none-match"],
      ifModifiedSince: request.headers["if-modified-since"],
      ifUnmodifiedSince: request.headers["if-unmodified-since"],
    },
    eTag,
    modified,
  );
  if (verdict === "precondition-failed") {
    throw new S3Error("PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
  }
  const headers: Record<string, string | number> = {
    ...object.headers,
    etag: quoted(eTag),
    "last-modified": new Date(modified).toUTCString(),
    "accept-ranges": "bytes",
  };
  for (const [name, value] of query) {
    if (name.startsWith("response-")) headers[name.slice("response-".length)] = value;
  }
  if (verdict === "not-modified") return answer(response, 304, headers);

  // A client that holds another version of the object must not get a piece of this one to glue to it.
  const ifRange = headerOf(request, "if-range");
  const range =
    ifRange === undefined || isOneOf(ifRange, eTag) ? rangeOf(request.headers.range, size) : undefined;
  const { first, last } = range ?? { first: 0, last: size - 1 };
  headers["content-length"] = last - first + 1;
  if (range !== undefined) headers["content-range"] = `bytes ${first}-${last}/${size}`;
  else if (headerOf(request, "x-amz-checksum-mode") === "ENABLED") {
    headers["x-amz-checksum-crc32"] = object.crc32; // only for the whole: the SDK holds it against what it gets
    headers["x-amz-checksum-type"] = "FULL_OBJECT";
  }

  response.writeHead(range === undefined ? 200 : 206, headers);
  if (request.method === "HEAD") response.end();
  else if ("bytes" in body) response.end(body.bytes.subarray(first, last + 1));
  else {
    const fd = exchange.files.open(body.file);
    await pipeline(createReadStream("", { fd, start: first, end: last, highWaterMark: 262_144 }), response);
  }
}

function objectOrRefusal({ objects, bucket, key }: Exchange): StoredObject {
  const object = objects.find(bucket, key);
  if (object === undefined) throw new S3Error("NoSuchKey", "The specified key does not exist.", { Key: key });
  return object;
}
