import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { createReadStream } from "node:fs";
import { crc32 } from "node:zlib";
import type { BodyFiles } from "./body-files.ts";
import { bytesIn, textIn, type Row } from "./open-database.ts";

/** Where the bytes of something stored are: small ones in its row, large ones in a file of their own. */
export type StoredBody = { readonly bytes: Uint8Array } | { readonly file: string };

/** A whole body that no row names yet. */
export interface KeptBody {
  readonly size: number;
  readonly md5: Buffer;
  /** Base64 of the four bytes, as S3 writes it in headers. */
  readonly crc32: string;
  readonly content: { readonly bytes: Uint8Array } | { readonly incoming: string };
}

/** 64 KiB: below it, opening a file costs more than reading the bytes from SQLite. */
const inlineUpTo = 65_536;

/** Reads a body to its end, in memory while it is small, else to a file; when reading fails, nothing is left. */
export async function keepBody(files: BodyFiles, source: AsyncIterable<Uint8Array>): Promise<KeptBody> {
  const md5 = createHash("md5");
  let sum = 0;
  let size = 0;
  const pieces: Uint8Array[] = [];
  let spilled: { readonly path: string; readonly handle: FileHandle } | undefined;

  try {
    for await (const piece of source) {
      md5.update(piece);
      sum = crc32(piece, sum);
      size += piece.length;
      if (spilled === undefined && size > inlineUpTo) {
        const path = files.incoming();
        spilled = { path, handle: await open(path, "wx") };
        for (const early of pieces.splice(0)) await spilled.handle.writeFile(early);
      }
      if (spilled === undefined) pieces.push(piece);
      else await spilled.handle.writeFile(piece); // not write(), which may stop half-way
    }
    await spilled?.handle.close();
  } catch (error) {
    if (spilled !== undefined) {
      await spilled.handle.close();
      files.discard(spilled.path);
    }
    throw error;
  }
  const content = spilled === undefined ? { bytes: Buffer.concat(pieces) } : { incoming: spilled.path };
  return { size, md5: md5.digest(), crc32: base64OfCrc32(sum), content };
}

/** Gives up a body that will not be stored. */
export function discardBody(files: BodyFiles, body: KeptBody): void {
  if ("incoming" in body.content) files.discard(body.content.incoming);
}

/** Makes a kept body durable and tells what its row must say; call it in the block that writes the row. */
export function storedBodyOf(files: BodyFiles, content: KeptBody["content"]): StoredBody {
  return "bytes" in content ? content : { file: files.adopt(content.incoming) };
}

export function bodyIn(row: Row): StoredBody {
  return row["file"] === null ? { bytes: bytesIn(row, "bytes") } : { file: textIn(row, "file") };
}

/** The bytes of a stored body, piece by piece. */
export async function* bytesOf(files: BodyFiles, body: StoredBody): AsyncGenerator<Uint8Array> {
  if ("bytes" in body) yield body.bytes;
  else yield* createReadStream("", { fd: files.open(body.file), highWaterMark: 262_144 });
}

function base64OfCrc32(sum: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(sum);
  return bytes.toString("base64");
}
