import type { IncomingHttpHeaders } from "node:http";
import { S3Error } from "./s3-error.ts";

/** Headers that are kept with an object and sent with it: names in lower case. */
export type ObjectHeaders = Readonly<Record<string, string>>;

const kept = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
];

/**
 * The headers of a request that belong to the object it writes.
 *
 * `aws-chunked` is how the body travelled, not what it is: it is taken out of Content-Encoding, or a browser
 * would be told of a coding it does not know.
 *
 * @throws MetadataTooLarge above 2 KB of names and values together, as in the cloud
 */
export function objectHeadersOf(headers: IncomingHttpHeaders): ObjectHeaders {
  const object: Record<string, string> = { "content-type": "binary/octet-stream" }; // S3's own default
  for (const name of kept) {
    const value = headers[name];
    if (typeof value !== "string") continue;
    const told = name === "content-encoding" ? withoutAwsChunked(value) : value;
    if (told !== "") object[name] = told;
  }
  let metadataBytes = 0;
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith("x-amz-meta-") || typeof value !== "string") continue;
    object[name] = value;
    metadataBytes += name.length - "x-amz-meta-".length + value.length;
  }
  if (metadataBytes > 2048) {
    throw new S3Error("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size");
  }
  return object;
}

/** One header a line, as the store keeps them: a header's value has no line break in it. */
export function linesOf(headers: ObjectHeaders): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}:${value}`)
    .join("\n");
}

export function headersIn(lines: string): ObjectHeaders {
  const headers: Record<string, string> = {};
  for (const line of lines.split("\n")) {
    const colon = line.indexOf(":");
    headers[line.slice(0, colon)] = line.slice(colon + 1);
  }
  return headers;
}

function withoutAwsChunked(contentEncoding: string): string {
  const codings = contentEncoding.split(",").map((coding) => coding.trim());
  return codings.filter((coding) => coding.toLowerCase() !== "aws-chunked").join(", ");
}
