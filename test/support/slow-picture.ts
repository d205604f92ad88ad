import { constants, crc32, deflateRawSync } from "node:zlib";

/**
 * A PNG of less than a megabyte that is 100 megapixels of 16 bits and four channels, all of them nothing, with its rows in
 * an order in which none is whole before the last pass: opening it takes seconds and most of a gigabyte.
 */
export function slowPicture(): Buffer {
  const side = 10_000;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([16, 6, 0, 0, 1], 8); // bits, red, green, blue and alpha, deflate, all filters, Adam7
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", zeroes(interlacedLength(side))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Of all rows of all passes, each behind the byte that names its filter. */
function interlacedLength(side: number): number {
  const passes = [
    [8, 8, 0, 0],
    [8, 8, 4, 0],
    [4, 8, 0, 4],
    [4, 4, 2, 0],
    [2, 4, 0, 2],
    [2, 2, 1, 0],
    [1, 2, 0, 1],
  ] as const;
  return passes.reduce((sum, [across, down, left, top]) => {
    const [columns, rows] = [Math.ceil((side - left) / across), Math.ceil((side - top) / down)];
    return sum + rows * (1 + columns * 8);
  }, 0);
}

/** So many zeroes as zlib packs them, made of one packed piece again and again. */
function zeroes(length: number): Buffer {
  const piece = 1_000_000;
  const packed = (bytes: number) =>
    deflateRawSync(Buffer.alloc(bytes), { finishFlush: constants.Z_FULL_FLUSH });
  const whole = packed(piece);
  const last = deflateRawSync(Buffer.alloc(length % piece));
  const sum = Buffer.alloc(4);
  sum.writeUInt16BE(length % 65_521, 0); // Adler-32 of nothing but zeroes: their number, and one
  sum.writeUInt16BE(1, 2);
  const pieces = Array.from({ length: Math.floor(length / piece) }, () => whole);
  return Buffer.concat([Buffer.from([0x78, 0x01]), ...pieces, last, sum]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
