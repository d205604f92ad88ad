import { crc32 } from "node:zlib";

/** One file of an archive: text, or bytes that are kept elsewhere and whose length and checksum are known. */
export type ZipFile = { readonly name: string } & (
  { readonly text: string } | { readonly heldKey: string; readonly bytes: number; readonly crc32: number }
);

/** The archive from its first byte to its last: what is written as it stands, and what is fetched in between. */
export type ZipPiece = Uint8Array | Extract<ZipFile, { heldKey: string }>;

/**
 * Lays out an archive of files that are stored as they are: photos cannot be made smaller. Since everything is known
 * beforehand, each file's length and checksum stand before it, where also programs find them that read from the front
 * and never see the end; no byte is held but of the texts. The same files give the same bytes.
 *
 * @param date  "2008-05-27": what each file is dated; nothing of it depends on when or where the archive is made
 * @see         PKWARE APPNOTE.TXT 6.3.10: 4.3.7 local header, 4.3.12 central directory, 4.3.14 ZIP64, 4.4.4 bit 11
 */
export function zipPieces(files: readonly ZipFile[], date: string): readonly ZipPiece[] {
  const pieces: ZipPiece[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const file of files) {
    const entry = entryOf(file, dosDate(date));
    const header = localHeader(entry);
    directory.push(directoryEntry(entry, at));
    pieces.push(header, "text" in file ? entry.text : file);
    at += header.length + entry.size;
  }
  return [...pieces, ...directory, directoryEnd(files.length, at, lengthOf(directory))];
}

/** Of the whole archive, in bytes. */
export function zipLength(files: readonly ZipFile[]): number {
  return zipPieces(files, "1980-01-01").reduce(
    (sum, piece) => sum + ("heldKey" in piece ? piece.bytes : piece.length),
    0,
  );
}

interface ZipEntry {
  readonly name: Uint8Array;
  readonly text: Uint8Array;
  readonly size: number;
  readonly checksum: number;
  readonly date: number;
}

function entryOf(file: ZipFile, date: number): ZipEntry {
  const name = Buffer.from(file.name);
  if ("heldKey" in file)
    return { name, text: new Uint8Array(), size: file.bytes, checksum: file.crc32, date };
  const text = Buffer.from(file.text);
  return { name, text, size: text.length, checksum: crc32(text), date };
}

/** Stored, no encryption; bit 11 says that names are UTF-8. */
const nameIsUtf8 = 0x0800;
const plainVersion = 20;
/** From here on a number does not fit into 32 bits, and stands where ZIP64 has it. */
const zip64Version = 45;
const tooLarge = 0xff_ff_ff_ff;
/** Made on Unix, so that the mode counts: a plain file that everybody may read. */
const madeOnUnix = 3 << 8;
const fileMode = 0o10_0644;

function localHeader({ name, size, checksum, date }: ZipEntry): Uint8Array {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  header.writeUInt16LE(plainVersion, 4);
  header.writeUInt16LE(nameIsUtf8, 6);
  header.writeUInt16LE(date, 12);
  header.writeUInt32LE(checksum, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryEntry({ name, size, checksum, date }: ZipEntry, at: number): Uint8Array {
  const isFar = at >= tooLarge;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02_01_4b_50, 0);
  header.writeUInt16LE(madeOnUnix | plainVersion, 4);
  header.writeUInt16LE(isFar ? zip64Version : plainVersion, 6);
  header.writeUInt16LE(nameIsUtf8, 8);
  header.writeUInt16LE(date, 14);
  header.writeUInt32LE(checksum, 16);
  header.writeUInt32LE(size, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(isFar ? 12 : 0, 30);
  header.writeUInt32LE(fileMode * 0x1_00_00, 38);
  header.writeUInt32LE(isFar ? tooLarge : at, 42);
  if (!isFar) return Buffer.concat([header, name]);
  const where = Buffer.alloc(12);
  where.writeUInt16LE(1, 0);
  where.writeUInt16LE(8, 2);
  where.writeBigUInt64LE(BigInt(at), 4);
  return Buffer.concat([header, name, where]);
}

function directoryEnd(count: number, at: number, length: number): Uint8Array {
  const isFar = at >= tooLarge;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(isFar ? tooLarge : at, 16);
  return isFar ? Buffer.concat([farEnd(count, at, length), end]) : end;
}

/** ZIP64's own end of the directory, and behind it the record that says where that stands. */
function farEnd(count: number, at: number, length: number): Uint8Array {
  const record = Buffer.alloc(56 + 20);
  record.writeUInt32LE(0x06_06_4b_50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(madeOnUnix | zip64Version, 12);
  record.writeUInt16LE(zip64Version, 14);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(length), 40);
  record.writeBigUInt64LE(BigInt(at), 48);
  record.writeUInt32LE(0x07_06_4b_50, 56);
  record.writeBigUInt64LE(BigInt(at + length), 64);
  record.writeUInt32LE(1, 72);
  return record;
}

/** Seven bits of years since 1980, four of the month, five of the day; earlier days than 1980 cannot be said. */
function dosDate(date: string): number {
  const [year = 1980, month = 1, day = 1] = date.split("-").map(Number);
  return year < 1980 ? 0x21 : ((year - 1980) << 9) | (month << 5) | day;
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
