/** One line of a TIFF directory. */
export interface TiffEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** The value's bytes, in the file's own order; undefined where they lie outside the file. */
  readonly value: Buffer | undefined;
}

export interface TiffDirectory {
  readonly littleEndian: boolean;
  readonly entries: readonly TiffEntry[];
}

/** Bytes of one value, by its type: byte, text, short, long, rational and so on. */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/**
 * The first directory of a TIFF file, or of an Exif block, which is one.
 *
 * @returns  undefined for what is none; BigTIFF among that
 * @see      TIFF 6.0, section 2
 */
export function firstDirectory(file: Buffer): TiffDirectory | undefined {
  if (file.length < 8) return undefined;
  const order = file.toString("latin1", 0, 2);
  if (order !== "II" && order !== "MM") return undefined;
  const littleEndian = order === "II";
  if (read(file, 2, 2, littleEndian) !== 42) return undefined;
  return directoryAt(file, read(file, 4, 4, littleEndian), littleEndian);
}

export function directoryAt(file: Buffer, at: number, littleEndian: boolean): TiffDirectory | undefined {
  if (at < 8 || at + 2 > file.length) return undefined;
  const count = read(file, at, 2, littleEndian);
  if (at + 2 + count * 12 > file.length) return undefined;
  const entries = Array.from({ length: count }, (_, index) =>
    entryAt(file, at + 2 + index * 12, littleEndian),
  );
  return { littleEndian, entries };
}

function entryAt(file: Buffer, at: number, littleEndian: boolean): TiffEntry {
  const type = read(file, at + 2, 2, littleEndian);
  const count = read(file, at + 4, 4, littleEndian);
  const length = (sizes[type] ?? 0) * count;
  const from = length <= 4 ? at + 8 : read(file, at + 8, 4, littleEndian);
  return {
    tag: read(file, at, 2, littleEndian),
    type,
    count,
    value: from + length > file.length ? undefined : file.subarray(from, from + length),
  };
}

/** The numbers of an entry of bytes, shorts or longs; empty where it is neither, or lies outside the file. */
export function numbersOf({ type, count, value }: TiffEntry, littleEndian: boolean): readonly number[] {
  const size = sizes[type] ?? 0;
  if (value === undefined || ![1, 3, 4, 13].includes(type)) return [];
  return Array.from({ length: count }, (_, index) => read(value, index * size, size, littleEndian));
}

function read(file: Buffer, at: number, bytes: number, littleEndian: boolean): number {
  return littleEndian ? file.readUIntLE(at, bytes) : file.readUIntBE(at, bytes);
}
