import { xyzOfSrgb } from "./colour.ts";
import type { Rgb } from "./colour.ts";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** sRGB to the numbers of Adobe RGB (1998), by its specification: its own primaries, and a gamma of 2.19921875. */
export function inAdobeRgb(rgb: Rgb): readonly number[] {
  const [x, y, z] = xyzOfSrgb(rgb);
  const linear = [
    2.041_369 * x - 0.564_946 * y - 0.344_694 * z,
    -0.969_266 * x + 1.876_011 * y + 0.041_556 * z,
    0.013_447 * x - 0.118_39 * y + 1.015_41 * z,
  ];
  return linear.map((value) => Math.round(255 * Math.max(0, Math.min(1, value)) ** (1 / 2.199_218_75)));
}

/** sRGB to the numbers of Display P3: other primaries, the same curve. */
export function inDisplayP3(rgb: Rgb): readonly number[] {
  const [x, y, z] = xyzOfSrgb(rgb);
  const linear = [
    2.493_497 * x - 0.931_384 * y - 0.402_711 * z,
    -0.829_489 * x + 1.762_664 * y + 0.023_625 * z,
    0.035_846 * x - 0.076_172 * y + 0.956_885 * z,
  ];
  return linear.map((value) =>
    Math.round(255 * (value <= 0.003_130_8 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055)),
  );
}

/**
 * A profile with Adobe RGB's primaries and gamma, written here by the ICC's specification, for a file to carry.
 *
 * @returns  its path
 * @see      ICC.1:2001-04, three-component matrix-based input profiles; primaries adapted to D50 by Bradford
 */
export function adobeRgb(): string {
  const tags: readonly (readonly [string, Buffer])[] = [
    ["desc", description("Test RGB")],
    ["cprt", text("No rights reserved.")],
    ["wtpt", xyz([0.950_5, 1, 1.089_1])],
    ["rXYZ", xyz([0.609_74, 0.311_11, 0.019_47])],
    ["gXYZ", xyz([0.205_28, 0.625_67, 0.060_87])],
    ["bXYZ", xyz([0.149_19, 0.063_22, 0.744_57])],
    ["rTRC", gamma()],
    ["gTRC", gamma()],
    ["bTRC", gamma()],
  ];
  const start = 128 + 4 + tags.length * 12;
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  let at = start;
  tags.forEach(([name, data], index) => {
    table.write(name, 4 + index * 12, "latin1");
    table.writeUInt32BE(at, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
    at += data.length;
  });
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at, 0);
  header.writeUInt32BE(0x02_10_00_00, 8);
  header.write("mntrRGB XYZ ", 12, "latin1");
  header.write("acsp", 36, "latin1");
  xyz([0.964_2, 1, 0.824_9]).copy(header, 68, 8);
  const path = join(mkdtempSync(join(tmpdir(), "presserum-icc-")), "test.icc");
  writeFileSync(path, Buffer.concat([header, table, ...tags.map(([, data]) => data)]));
  return path;
}

function xyz(values: Rgb): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.write("XYZ ", "latin1");
  values.forEach((value, index) => bytes.writeInt32BE(Math.round(value * 65_536), 8 + index * 4));
  return bytes;
}

function gamma(): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.write("curv", "latin1");
  bytes.writeUInt32BE(1, 8);
  bytes.writeUInt16BE(Math.round(2.199_218_75 * 256), 12);
  return bytes;
}

function text(words: string): Buffer {
  const bytes = Buffer.alloc(Math.ceil((8 + words.length + 1) / 4) * 4);
  bytes.write(`text\0\0\0\0${words}`, "latin1");
  return bytes;
}

function description(words: string): Buffer {
  const bytes = Buffer.alloc(Math.ceil((12 + words.length + 1 + 78) / 4) * 4);
  bytes.write("desc", "latin1");
  bytes.writeUInt32BE(words.length + 1, 8);
  bytes.write(words, 12, "latin1");
  return bytes;
}
