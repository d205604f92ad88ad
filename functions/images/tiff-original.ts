import { PhotoUnreadable } from "../pipeline/photo-unreadable.ts";
import type { RightsBlocks } from "./press-original.ts";
import { firstDirectory, numbersOf } from "./tiff-directory.ts";
import type { TiffDirectory, TiffEntry } from "./tiff-directory.ts";

const tags = {
  kind: 254,
  compression: 259,
  strips: { offsets: 273, lengths: 279 },
  tiles: { offsets: 324, lengths: 325 },
  xmp: 700,
  credentials: 0xcd_41,
};
const [byteType, longType] = [1, 4];
/** JPEG as TIFF first had it, with pieces of the picture all over the file; given up in 1995. */
const oldJpeg = 6;

/**
 * What the picture cannot be shown right without: size, samples, compression, colours, resolution, and the profile (34675).
 *
 * @see  TIFF 6.0, part 1 and sections 8 to 22; ICC.1, annex B.4
 */
const kept = new Set([
  256, 257, 258, 259, 262, 266, 274, 277, 278, 282, 283, 284, 292, 293, 296, 301, 317, 318, 319, 320, 321,
  322, 323, 332, 334, 336, 338, 339, 340, 341, 347, 529, 530, 531, 532, 34_675,
]);

/**
 * The same picture data under another directory. Further pages, thumbnails and directories of the camera are left out.
 */
export function tiffWithRights(file: Buffer, { xmp }: RightsBlocks): Buffer {
  const directory = directoryOf(file);
  const number = (tag: number) => numbersIn(directory, tag)[0] ?? 0;
  if ((number(tags.kind) & 1) === 1) throw new PhotoUnreadable("rawOrThumbnail", "other-format");
  if (number(tags.compression) === oldJpeg) throw new PhotoUnreadable("oldCompression", "other-format");

  const where = has(directory, tags.tiles.offsets) ? tags.tiles : tags.strips;
  const pieces = piecesOf(file, numbersIn(directory, where.offsets), numbersIn(directory, where.lengths));
  const written = new Pieces(8);
  const longs = (values: readonly number[]) => {
    const bytes = Buffer.alloc(values.length * 4);
    values.forEach((value, index) => write(bytes, index * 4, 4, value, directory.littleEndian));
    return { type: longType, count: values.length, value: bytes };
  };
  const packet = Buffer.from(xmp);
  const entries: readonly TiffEntry[] = [
    ...directory.entries.filter(({ tag }) => kept.has(tag)),
    { tag: where.offsets, ...longs(pieces.map((piece) => written.add(piece))) },
    { tag: where.lengths, ...longs(pieces.map(({ length }) => length)) },
    { tag: tags.xmp, type: byteType, count: packet.length, value: packet },
  ];
  const lines = entries
    .toSorted((one, other) => one.tag - other.tag)
    .map((entry) => line(entry, written, directory.littleEndian));
  const count = Buffer.alloc(2);
  write(count, 0, 2, lines.length, directory.littleEndian);
  const at = written.add(Buffer.concat([count, ...lines, Buffer.alloc(4)])); // four zeroes: no further directory
  const header = Buffer.from(file.subarray(0, 8));
  write(header, 4, 4, at, directory.littleEndian);
  return Buffer.concat([header, ...written.all]);
}

/** @see  C2PA specification 2.2, A.3.5 */
export function isSignedTiff(file: Buffer): boolean {
  return has(directoryOf(file), tags.credentials);
}

function directoryOf(file: Buffer): TiffDirectory {
  const directory = firstDirectory(file);
  if (directory === undefined) throw new PhotoUnreadable("brokenHead");
  return directory;
}

function has({ entries }: TiffDirectory, wanted: number): boolean {
  return entries.some(({ tag }) => tag === wanted);
}

function numbersIn({ entries, littleEndian }: TiffDirectory, wanted: number): readonly number[] {
  const entry = entries.find(({ tag }) => tag === wanted);
  return entry === undefined ? [] : numbersOf(entry, littleEndian);
}

/** The strips or tiles, which together cannot be longer than the file that they lie in. */
function piecesOf(file: Buffer, offsets: readonly number[], lengths: readonly number[]): readonly Buffer[] {
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const fits = offsets.every((offset, index) => offset + (lengths[index] ?? 0) <= file.length);
  if (offsets.length === 0 || offsets.length !== lengths.length || whole > file.length || !fits)
    throw new PhotoUnreadable("breaksOff");
  return offsets.map((offset, index) => file.subarray(offset, offset + (lengths[index] ?? 0)));
}

/** Bytes one after the other, each beginning at an even address, as TIFF asks for. */
class Pieces {
  readonly all: Buffer[] = [];
  #end: number;
  constructor(start: number) {
    this.#end = start;
  }
  /** @returns  where it begins */
  add(bytes: Buffer): number {
    const at = this.#end;
    this.all.push(bytes, Buffer.alloc(bytes.length % 2));
    this.#end += bytes.length + (bytes.length % 2);
    return at;
  }
}

function line({ tag, type, count, value }: TiffEntry, written: Pieces, littleEndian: boolean): Buffer {
  if (value === undefined) throw new PhotoUnreadable("partOutside");
  const bytes = Buffer.alloc(12);
  write(bytes, 0, 2, tag, littleEndian);
  write(bytes, 2, 2, type, littleEndian);
  write(bytes, 4, 4, count, littleEndian);
  if (value.length <= 4) bytes.set(value, 8);
  else write(bytes, 8, 4, written.add(value), littleEndian);
  return bytes;
}

function write(into: Buffer, at: number, bytes: number, value: number, littleEndian: boolean): void {
  if (littleEndian) into.writeUIntLE(value, at, bytes);
  else into.writeUIntBE(value, at, bytes);
}
