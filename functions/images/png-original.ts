import { crc32 } from "node:zlib";
import { PhotoUnreadable } from "../pipeline/photo-unreadable.ts";
import { orientationExif } from "./orientation-exif.ts";
import type { RightsBlocks } from "./press-original.ts";

interface Chunk {
  /** "IDAT" */
  readonly type: string;
  /** The whole chunk, with its length and checksum. */
  readonly bytes: Buffer;
}

const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** The picture, and what it cannot be shown in its colours and size without. */
const kept = new Set("IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs".split(" "));

/**
 * The same picture data between other descriptions.
 *
 * @see  PNG specification, third edition, 11.3; XMP specification, part 3, 1.1.5
 */
export function pngWithRights(file: Buffer, { xmp }: RightsBlocks, orientation: number): Buffer {
  const [header, ...rest] = chunksOf(file).filter(({ type }) => kept.has(type));
  if (header?.type !== "IHDR") throw new PhotoUnreadable("notAsNamed");
  return Buffer.concat([
    signature,
    header.bytes,
    ...(orientation > 1 ? [chunk("eXIf", orientationExif(orientation))] : []),
    chunk("iTXt", Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)),
    ...rest.map(({ bytes }) => bytes),
  ]);
}

/** @see  C2PA specification 2.2, A.3.3 */
export function isSignedPng(file: Buffer): boolean {
  return chunksOf(file).some(({ type }) => type === "caBX");
}

/** From the first to the end of the picture; what comes after that is left out. */
export function chunksOf(file: Buffer): readonly Chunk[] {
  if (!file.subarray(0, 8).equals(signature)) throw new PhotoUnreadable("notAsNamed");
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= file.length;) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) break;
    const type = file.toString("latin1", at + 4, at + 8);
    chunks.push({ type, bytes: file.subarray(at, end) });
    if (type === "IEND") return chunks;
    at = end;
  }
  throw new PhotoUnreadable("breaksOff");
}

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
