import type { IncomingHttpHeaders } from "node:http";
import { S3Error } from "./s3-error.ts";

/**
 * Refuses each `x-amz-…` header that this engine would have to pass over.
 *
 * The same reason as for unknown sub-resources: a header that is dropped without a word (tags, an object lock, a
 * key of encryption, a checksum of a kind not verified here) would make the machine at home lie about the cloud.
 */
export function refuseUnknownHeaders(headers: IncomingHttpHeaders): void {
  for (const name in headers) {
    if (!name.startsWith("x-amz-") || name.startsWith("x-amz-meta-") || known.has(name)) continue;
    const only = onlyValue[name];
    if (only !== undefined && headers[name] === only) continue;
    throw new S3Error(
      "NotImplemented",
      "A header you provided implies functionality that is not implemented.",
      {
        Header: name,
      },
    );
  }
}

const known = new Set([
  "x-amz-checksum-crc32",
  "x-amz-checksum-mode",
  "x-amz-checksum-type",
  "x-amz-content-sha256",
  "x-amz-copy-source",
  "x-amz-copy-source-if-match",
  "x-amz-copy-source-if-none-match",
  "x-amz-date",
  "x-amz-decoded-content-length",
  "x-amz-expected-bucket-owner",
  "x-amz-metadata-directive",
  "x-amz-security-token",
  "x-amz-user-agent",
]);

const onlyValue: Readonly<Record<string, string>> = {
  "x-amz-checksum-algorithm": "CRC32",
  "x-amz-sdk-checksum-algorithm": "CRC32",
  "x-amz-server-side-encryption": "AES256", // what the cloud does unasked
  "x-amz-trailer": "x-amz-checksum-crc32",
};
