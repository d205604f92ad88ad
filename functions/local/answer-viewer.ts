import type { IncomingMessage, ServerResponse } from "node:http";
import { compressed, encodingFor, isCompressible } from "./compress.ts";
import type { Kept } from "./edge-cache.ts";
import type { Behaviour } from "./read-distribution.ts";
import { judgeRead } from "./s3/conditional-read.ts";
import { headerOf } from "./s3/exchange.ts";
import { rangeOf } from "./s3/range.ts";
import { S3Error } from "./s3/s3-error.ts";

/** Sends what is kept: whole, in part, compressed, or only that it has not changed. */
export async function answerViewer(
  request: IncomingMessage,
  response: ServerResponse,
  behaviour: Behaviour,
  { kept, hit }: { readonly kept: Kept; readonly hit: boolean },
): Promise<void> {
  const headers: Record<string, string | number> = {
    ...kept.headers,
    "accept-ranges": "bytes",
    "x-cache": `${kept.status >= 400 ? "Error" : hit ? "Hit" : "Miss"} from cloudfront`,
    ...(hit && { age: Math.floor((Date.now() - kept.storedAt) / 1000) }),
  };
  const eTag = kept.headers["etag"];
  const range = kept.status === 200 ? askedRange(request, kept) : undefined;
  if (range === "not-satisfiable") {
    headers["content-range"] = `bytes */${kept.body.length}`;
    return send(request, response, behaviour, 416, headers, Buffer.alloc(0));
  }

  let body = kept.body;
  if (behaviour.compress && isCompressible(kept)) {
    headers["vary"] = "Accept-Encoding";
    const encoding = range === undefined ? encodingFor(headerOf(request, "accept-encoding")) : undefined;
    if (encoding !== undefined) {
      body = await compressed(kept, encoding);
      headers["content-encoding"] = encoding;
      // The bytes are others than those the ETag was made of: from now on it is a weak one.
      if (eTag !== undefined) headers["etag"] = `W/${eTag.replace(/^W\//, "")}`;
    }
  }

  if (kept.status === 200 && notModified(request, kept)) {
    delete headers["content-encoding"];
    delete headers["content-type"];
    return send(request, response, behaviour, 304, headers, undefined);
  }
  if (range !== undefined) {
    headers["content-range"] = `bytes ${range.first}-${range.last}/${kept.body.length}`;
    const part = kept.body.subarray(range.first, range.last + 1);
    return send(request, response, behaviour, 206, headers, part);
  }
  send(request, response, behaviour, kept.status, headers, body);
}

function notModified(request: IncomingMessage, kept: Kept): boolean {
  const conditions = {
    ifNoneMatch: headerOf(request, "if-none-match"),
    ifModifiedSince: headerOf(request, "if-modified-since"),
  };
  const eTag = (kept.headers["etag"] ?? "").replaceAll('"', "");
  return judgeRead(conditions, eTag, Date.parse(kept.headers["last-modified"] ?? "")) === "not-modified";
}

function askedRange(request: IncomingMessage, kept: Kept) {
  const condition = headerOf(request, "if-range");
  if (condition !== undefined && ![kept.headers["etag"], kept.headers["last-modified"]].includes(condition)) {
    return undefined;
  }
  try {
    return rangeOf(headerOf(request, "range"), kept.body.length);
  } catch (error) {
    if (error instanceof S3Error && error.code === "InvalidRange") return "not-satisfiable";
    throw error;
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  behaviour: Behaviour,
  status: number,
  headers: Record<string, string | number>,
  body: Buffer | undefined,
): void {
  for (const name of behaviour.headers?.remove ?? []) delete headers[name];
  for (const { name, value, override } of behaviour.headers?.set ?? []) {
    if (override || headers[name] === undefined) headers[name] = value;
  }
  if (body !== undefined) headers["content-length"] = body.length;
  response.writeHead(status, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}
