import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import type { BodyFiles } from "./body-files.ts";
import { withoutChunks } from "./chunked-body.ts";
import { headerOf } from "./exchange.ts";
import { discardBody, keepBody, type KeptBody } from "./keep-body.ts";
import { S3Error } from "./s3-error.ts";

/**
 * Reads the body of a request and holds it against what the caller said of it.
 *
 * @throws BadDigest when a checksum or Content-MD5 does not fit the bytes, IncompleteBody when bytes are missing
 */
export async function receiveBody(files: BodyFiles, request: IncomingMessage): Promise<KeptBody> {
  const { headers } = request;
  const trailers = new Map<string, string>();
  const body = await keepBody(files, isChunked(request) ? withoutChunks(request, trailers) : request);
  try {
    const promised = headers["x-amz-decoded-content-length"];
    if (promised !== undefined && Number(promised) !== body.size) {
      throw new S3Error(
        "IncompleteBody",
        "You did not provide the number of bytes specified by the Content-Length HTTP header",
      );
    }
    refuseOtherMd5(headerOf(request, "content-md5"), body.md5);
    const sent = trailers.get("x-amz-checksum-crc32") ?? headers["x-amz-checksum-crc32"];
    if (sent !== undefined && sent !== body.crc32) {
      throw new S3Error("BadDigest", "The CRC32 you specified did not match the calculated checksum.");
    }
    return body;
  } catch (error) {
    discardBody(files, body);
    throw error;
  }
}

/**
 * The text of an XML document in a request, checked as any other body is.
 *
 * @throws MalformedXML above 2 MB, more than a thousand keys or ten thousand parts can need
 */
export async function receiveXml(files: BodyFiles, request: IncomingMessage): Promise<string> {
  const body = await receiveBody(files, request);
  if ("bytes" in body.content) return Buffer.from(body.content.bytes).toString("utf8");
  try {
    if (body.size > 2_000_000) throw new S3Error("MalformedXML", "The XML you provided is too long.");
    return await readFile(body.content.incoming, "utf8");
  } finally {
    discardBody(files, body);
  }
}

function isChunked(request: IncomingMessage): boolean {
  const { "x-amz-content-sha256": sha256, "content-encoding": encoding } = request.headers;
  return (
    (typeof sha256 === "string" && sha256.startsWith("STREAMING-")) || /\baws-chunked\b/i.test(encoding ?? "")
  );
}

function refuseOtherMd5(header: string | undefined, md5: Buffer): void {
  if (header === undefined) return;
  const sent = Buffer.from(header, "base64");
  if (sent.length !== 16) throw new S3Error("InvalidDigest", "The Content-MD5 you specified is not valid.");
  if (!sent.equals(md5)) {
    throw new S3Error("BadDigest", "The Content-MD5 you specified did not match what we received.");
  }
}
