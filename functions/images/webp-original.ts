import { PhotoUnreadable } from "../pipeline/photo-unreadable.ts";
import { orientationExif } from "./orientation-exif.ts";
import type { RightsBlocks } from "./press-original.ts";

interface Chunk {
  /** "VP8 ", with the blank */
  readonly type: string;
  readonly data: Buffer;
}

/** Of the flags in VP8X. */
const flags = { animation: 0x02, xmp: 0x04, exif: 0x08, alpha: 0x10, profile: 0x20 };

/**
 * The same picture data between other descriptions.
 *
 * @see  WebP container specification, "Extended File Format": VP8X, ICCP, ALPH, VP8 or VP8L, EXIF, XMP, in this order
 */
export function webpWithRights(file: Buffer, { xmp }: RightsBlocks, orientation: number): Buffer {
  const chunks = chunksOf(file);
  const known = chunks.find(({ type }) => type === "VP8X")?.data;
  if (((known?.[0] ?? 0) & flags.animation) !== 0) throw new PhotoUnreadable("film", "other-format");
  const profile = chunks.filter(({ type }) => type === "ICCP");
  const picture = chunks.filter(({ type }) => ["ALPH", "VP8 ", "VP8L"].includes(type));
  const description = extended(known, picture);
  description[0] =
    ((description[0] ?? 0) & flags.alpha) |
    flags.xmp |
    (profile.length > 0 ? flags.profile : 0) |
    (orientation > 1 ? flags.exif : 0);
  const parts = [
    { type: "VP8X", data: description },
    ...profile,
    ...picture,
    ...(orientation > 1 ? [{ type: "EXIF", data: orientationExif(orientation) }] : []),
    { type: "XMP ", data: Buffer.from(xmp) },
  ].flatMap(({ type, data }) => [head(type, data.length), data, Buffer.alloc(data.length % 2)]);
  const length = parts.reduce((sum, part) => sum + part.length, 4);
  return Buffer.concat([head("RIFF", length), Buffer.from("WEBP"), ...parts]);
}

/** @see  C2PA specification 2.2, A.3.6 */
export function isSignedWebp(file: Buffer): boolean {
  return chunksOf(file).some(({ type }) => type === "C2PA");
}

export function chunksOf(file: Buffer): readonly Chunk[] {
  if (file.toString("latin1", 0, 4) !== "RIFF" || file.toString("latin1", 8, 12) !== "WEBP")
    throw new PhotoUnreadable("notAsNamed");
  const end = 8 + file.readUInt32LE(4);
  if (end > file.length) throw new PhotoUnreadable("breaksOff");
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= end;) {
    const length = file.readUInt32LE(at + 4);
    if (at + 8 + length > end) throw new PhotoUnreadable("partOutside");
    chunks.push({
      type: file.toString("latin1", at, at + 4),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

/** The ten bytes of VP8X: those of the file, or as the picture's own header has them. */
function extended(known: Buffer | undefined, picture: readonly Chunk[]): Buffer {
  if (known !== undefined && known.length >= 10) return Buffer.from(known.subarray(0, 10));
  const bytes = Buffer.alloc(10);
  const [first] = picture;
  if (first === undefined || first.data.length < 10) throw new PhotoUnreadable("brokenHead");
  const { type, data } = first;
  const bits = data.readUInt32LE(1); // of VP8L: 14 bits of width, 14 of height, 1 of alpha
  const [width, height] =
    type === "VP8L"
      ? [bits & 0x3f_ff, (bits >>> 14) & 0x3f_ff]
      : [(data.readUInt16LE(6) & 0x3f_ff) - 1, (data.readUInt16LE(8) & 0x3f_ff) - 1];
  if (type === "VP8L" && ((bits >>> 28) & 1) === 1) bytes[0] = flags.alpha;
  bytes.writeUIntLE(width, 4, 3);
  bytes.writeUIntLE(height, 7, 3);
  return bytes;
}

function head(type: string, length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.write(type, "latin1");
  bytes.writeUInt32LE(length, 4);
  return bytes;
}
