import { S3Error } from "./s3-error.ts";

/**
 * Takes the framing of `aws-chunked` off a body, as the SDK sends a stream whose checksum it knows only at the end:
 * `<size in hex>[;extension]\r\n<bytes>\r\n … 0\r\n<trailer>: <value>\r\n\r\n`.
 *
 * @param trailers  filled with the trailers, names in lower case, once the last byte has been read
 * @throws          IncompleteBody when the framing is broken or the body ends early
 * @see             Amazon S3 API Reference, "Signature calculations for trailing headers"
 */
export async function* withoutChunks(
  source: AsyncIterable<Uint8Array>,
  trailers: Map<string, string>,
): AsyncGenerator<Uint8Array> {
  let pending: Buffer = Buffer.alloc(0);
  let left = 0; // bytes of the current chunk still to come
  let reading: "size" | "bytes" | "trailer" | "end" = "size";

  for await (const piece of source) {
    if (reading === "end") throw broken("there are bytes after its end");
    pending = pending.length === 0 ? viewOf(piece) : Buffer.concat([pending, piece]);
    while (pending.length > 0) {
      if (left > 0) {
        const bytes = pending.subarray(0, left);
        pending = pending.subarray(bytes.length);
        left -= bytes.length;
        yield bytes;
        continue;
      }
      const lineEnd = pending.indexOf("\r\n");
      if (lineEnd === -1) {
        // Sizes and checksums are short; a line without end must not gather in memory.
        if (pending.length > 8192) throw broken("a line of its framing has no end");
        break;
      }
      const line = pending.toString("latin1", 0, lineEnd);
      pending = pending.subarray(lineEnd + 2);

      if (reading === "size") {
        left = sizeOf(line);
        reading = left === 0 ? "trailer" : "bytes";
      } else if (reading === "bytes") {
        if (line !== "") throw broken("a chunk is longer than its size");
        reading = "size";
      } else if (line === "") {
        reading = "end";
        if (pending.length > 0) throw broken("there are bytes after its end");
      } else {
        const colon = line.indexOf(":");
        trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
      }
    }
  }
  // Some signers leave out the empty line that closes the trailers.
  if (reading !== "end" && reading !== "trailer") throw broken("it ends before its last chunk");
}

function sizeOf(line: string): number {
  const size = /^([0-9a-f]{1,8})(?:;.*)?$/i.exec(line)?.[1];
  if (size === undefined) throw broken("the size of a chunk is not a hexadecimal number");
  return Number.parseInt(size, 16);
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function broken(why: string): S3Error {
  return new S3Error("IncompleteBody", `The aws-chunked body cannot be read: ${why}.`);
}
