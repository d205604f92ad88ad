import sharp from "sharp";
import { crc32, deflateSync } from "node:zlib";
import type { OriginalFormat } from "../../functions/content/entry.ts";
import { cornersJpeg, tellTale, tellTaleExif, tellTaleXmp } from "./jpeg-fixture.ts";

/**
 * A picture in each format with everything in it that cameras and programs leave behind: position, serial number, maker
 * notes, face regions, thumbnail, comments. Each secret contains the word HEMMELIG, a position, or "GPS".
 */
export const tellTales: Readonly<Record<OriginalFormat, (orientation: number) => Promise<Buffer>>> = {
  jpeg: async (orientation) => tellTale(await cornersJpeg(), orientation),
  png: async (orientation) => pngWith(await corners("png"), orientation),
  webp: async (orientation) => webpWith(await corners("webp"), orientation),
  tiff: async (orientation) => tiffWith(await corners("tiff"), orientation),
};

async function corners(format: "png" | "webp" | "tiff"): Promise<Buffer> {
  const picture = sharp(await cornersJpeg());
  if (format === "tiff") return picture.tiff({ compression: "lzw", predictor: "horizontal" }).toBuffer();
  return picture.toFormat(format).toBuffer();
}

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

function pngWith(png: Buffer, orientation: number): Buffer {
  const headerEnd = 8 + 25;
  return Buffer.concat([
    png.subarray(0, headerEnd),
    pngChunk("eXIf", tellTaleExif(orientation)),
    pngChunk("iTXt", Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${tellTaleXmp}`)),
    pngChunk("tEXt", Buffer.from("Comment\0KOMMENTAR-HEMMELIG")),
    pngChunk("zTXt", Buffer.concat([Buffer.from("Raw\0\0"), deflateSync(Buffer.from("HEMMELIG"))])),
    pngChunk("prVt", Buffer.from("EGET-HEMMELIG")),
    pngChunk("tIME", Buffer.from([7, 216, 5, 27, 10, 0, 0])),
    png.subarray(headerEnd),
    Buffer.from("BAGEFTER-HEMMELIG"),
  ]);
}

export function webpChunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

export function riff(...chunks: readonly Uint8Array[]): Buffer {
  return webpChunk("RIFF", Buffer.concat([Buffer.from("WEBP"), ...chunks]));
}

function webpWith(webp: Buffer, orientation: number): Buffer {
  const description = Buffer.alloc(10);
  description[0] = 0x04 | 0x08; // Exif and XMP
  description.writeUIntLE(599, 4, 3);
  description.writeUIntLE(399, 7, 3);
  return Buffer.concat([
    riff(
      webpChunk("VP8X", description),
      webp.subarray(12),
      webpChunk("EXIF", tellTaleExif(orientation)),
      webpChunk("XMP ", Buffer.from(tellTaleXmp)),
      webpChunk("NOTE", Buffer.from("EGET-HEMMELIG")),
    ),
    Buffer.from("BAGEFTER-HEMMELIG"),
  ]);
}

/** One more directory before that of the picture's own, which it copies and adds to; and a second page behind it. */
function tiffWith(tiff: Buffer, orientation: number): Buffer {
  const parts: Buffer[] = [tiff, Buffer.alloc(tiff.length % 2)];
  let end = tiff.length + (tiff.length % 2);
  const add = (bytes: Buffer): number => {
    const at = end;
    parts.push(bytes, Buffer.alloc(bytes.length % 2));
    end += bytes.length + (bytes.length % 2);
    return at;
  };
  const line = (tag: number, type: number, count: number, value: number): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const text = (tag: number, words: string, type = 2): Buffer => {
    const bytes = Buffer.from(`${words}\0`);
    return line(tag, type, bytes.length, add(bytes));
  };
  const directory = (lines: readonly Buffer[], next = 0): number => {
    const [count, last] = [Buffer.alloc(2), Buffer.alloc(4)];
    count.writeUInt16LE(lines.length);
    last.writeUInt32LE(next);
    const inOrder = lines.toSorted((one, other) => one.readUInt16LE(0) - other.readUInt16LE(0));
    return add(Buffer.concat([count, ...inOrder, last]));
  };
  const own = tiff.readUInt32LE(4);
  const lines = Array.from({ length: tiff.readUInt16LE(own) }, (_, index) =>
    tiff.subarray(own + 2 + index * 12, own + 14 + index * 12),
  ).filter((one) => one.readUInt16LE(0) !== 274);
  const gps = directory([line(1, 2, 2, 0x4e), line(2, 5, 3, add(Buffer.alloc(24, 1)))]);
  const exif = directory([text(0x92_7c, "MAKERNOTE-HEMMELIG", 7), text(0xa4_31, "SERIENUMMER-HEMMELIG")]);
  const second = directory([...lines, text(270, "ANDEN-SIDE-HEMMELIG")]);
  const first = directory(
    [
      ...lines,
      line(274, 3, 1, orientation),
      text(270, "BESKRIVELSE-HEMMELIG"),
      text(271, "FABRIK-HEMMELIG"),
      text(305, "PROGRAM-HEMMELIG"),
      text(315, "PERSON-HEMMELIG"),
      text(700, tellTaleXmp, 1),
      text(33_723, "IPTC-HEMMELIG", 7),
      text(34_377, "PHOTOSHOP-HEMMELIG", 1),
      line(34_665, 4, 1, exif),
      line(34_853, 4, 1, gps),
    ],
    second,
  );
  const whole = Buffer.concat(parts);
  whole.writeUInt32LE(first, 4);
  return whole;
}
