import { createHash } from "node:crypto";
import ExifReader from "exifreader";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { originalFormats } from "../../functions/content/entry.ts";
import type { OriginalFormat } from "../../functions/content/entry.ts";
import { segment, segmentsOf } from "../../functions/images/jpeg-segments.ts";
import { chunksOf as pngChunks } from "../../functions/images/png-original.ts";
import { pressOriginal } from "../../functions/images/press-original.ts";
import { rightsIptc } from "../../functions/images/rights-iptc.ts";
import { rightsXmp } from "../../functions/images/rights-xmp.ts";
import { firstDirectory, numbersOf } from "../../functions/images/tiff-directory.ts";
import { chunksOf as webpChunks } from "../../functions/images/webp-original.ts";
import { PhotoUnreadable } from "../../functions/pipeline/photo-unreadable.ts";
import { cornersJpeg, tellTaleExif, tellTaleXmp } from "../support/jpeg-fixture.ts";
import { someRights } from "../support/some-rights.ts";
import { pngChunk, riff, tellTales, webpChunk } from "../support/tell-tales.ts";

const rights = { xmp: rightsXmp(someRights), iptc: rightsIptc(someRights) };
const made = (file: Uint8Array, format: OriginalFormat, orientation = 1) =>
  Buffer.from(pressOriginal(file, format, rights, orientation));

/** A digest of the compressed picture alone, as it lies in the file. */
function pictureIn(file: Buffer, format: OriginalFormat): string {
  const hash = createHash("sha256");
  const pieces: Readonly<Record<OriginalFormat, () => readonly Uint8Array[]>> = {
    jpeg: () =>
      segmentsOf(file)
        .filter(({ marker }) => (marker < 0xe0 || marker > 0xef) && marker !== 0xfe)
        .map(({ bytes }) => bytes),
    png: () =>
      pngChunks(file)
        .filter(({ type }) => type === "IDAT")
        .map(({ bytes }) => bytes),
    webp: () =>
      webpChunks(file)
        .filter(({ type }) => type.startsWith("VP8") && type !== "VP8X")
        .map(({ data }) => data),
    tiff: () => strips(file),
  };
  for (const piece of pieces[format]()) hash.update(piece);
  return hash.digest("hex");
}

function strips(file: Buffer): readonly Uint8Array[] {
  const { entries = [], littleEndian = true } = firstDirectory(file) ?? {};
  const numbers = (wanted: number) =>
    entries.filter(({ tag }) => tag === wanted).flatMap((entry) => numbersOf(entry, littleEndian));
  const lengths = numbers(279);
  return numbers(273).map((at, index) => file.subarray(at, at + (lengths[index] ?? 0)));
}

type Tags = Readonly<Record<string, { readonly description?: string } | undefined>>;
const pixels = (file: Uint8Array) => sharp(file).raw().toBuffer();

describe.each(originalFormats)("a press original in %s", (format) => {
  it.each([1, 6])("has the very picture that was delivered, held in way %i", async (orientation) => {
    const delivered = await tellTales[format](orientation);
    const original = made(delivered, format, orientation);
    expect(pictureIn(original, format)).toBe(pictureIn(delivered, format));
    expect(await pixels(original)).toEqual(await pixels(delivered));
    const [about, before] = [await sharp(original).metadata(), await sharp(delivered).metadata()];
    expect(about.autoOrient).toEqual(before.autoOrient);
    expect(about.orientation ?? 1).toBe(orientation);
  });

  it("tells who made it and what may be done with it", async () => {
    const { xmp } = ExifReader.load(made(await tellTales[format](1), format), { expanded: true });
    const told = (tag: string) => JSON.stringify(xmp?.[tag]);
    expect(told("creator")).toContain("Søren Ærø");
    expect(told("Credit")).toContain("Søren Ærø / Region Midtjylland");
    expect(told("description")).toContain("Apple feast in Aarhus");
    expect(told("AltTextAccessibility")).toContain("Rødgrød på et bord");
    expect(told("UsageTerms")).toContain("Fri brug");
    expect(told("CopyrightOwner")).toContain("Region Midtjylland");
    expect(told("Licensor")).toContain("https://creativecommons.org/publicdomain/zero/1.0/");
  });

  it("has nothing else that cameras and programs left in it", async () => {
    const delivered = await tellTales[format](6);
    expect(delivered.toString("latin1")).toContain("HEMMELIG");
    const original = made(delivered, format, 6);
    expect(/HEMMELIG|GPS|56,08N/.exec(original.toString("latin1"))?.[0]).toBeUndefined();
    const { exif, gps, Thumbnail } = ExifReader.load(original, { expanded: true });
    expect([gps, Thumbnail]).toEqual([undefined, undefined]);
    for (const tag of [
      "Make",
      "Model",
      "Software",
      "Artist",
      "MakerNote",
      "BodySerialNumber",
      "ImageDescription",
    ])
      expect([tag, (exif as Tags | undefined)?.[tag]]).toEqual([tag, undefined]);
  });

  it("is the same bytes every time, and the same again when it is made of itself", async () => {
    const once = made(await tellTales[format](6), format, 6);
    expect(made(once, format, 6)).toEqual(once);
  });

  it("is refused wherever it is cut off, and never made of half a file", async () => {
    const delivered = await tellTales[format](1);
    const whole = made(delivered, format);
    for (let share = 0; share < 0.95; share += 0.05) {
      const half = whole.subarray(0, Math.floor(whole.length * share));
      expect(() => made(half, format)).toThrow(PhotoUnreadable);
    }
  });
});

describe("a press original with content credentials", () => {
  const manifest = Buffer.from(
    "\0\0\0\x20jumb\0\0\0\x18jumdc2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\x03c2pa\0",
    "latin1",
  );

  /** The same statement in each kind of file, and beside it what an Exif block says. */
  async function signed(format: OriginalFormat, exif: Buffer | undefined): Promise<Buffer> {
    const picture = sharp(await cornersJpeg());
    const some = (make: (block: Buffer) => Buffer) => (exif === undefined ? [] : [make(exif)]);
    switch (format) {
      case "jpeg": {
        const jpeg = await cornersJpeg();
        const box = segment(0xeb, Buffer.from("JP\0\x01\0\0\0\x01", "latin1"), manifest).bytes;
        const app1 = some((block) => segment(0xe1, Buffer.from("Exif\0\0"), block).bytes);
        return Buffer.concat([jpeg.subarray(0, 2), ...app1, box, jpeg.subarray(2)]);
      }
      case "png": {
        const png = await picture.png().toBuffer();
        const chunks = [...some((block) => pngChunk("eXIf", block)), pngChunk("caBX", manifest)];
        return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
      }
      case "webp": {
        const webp = await picture.webp().toBuffer();
        return riff(
          webp.subarray(12),
          ...some((block) => webpChunk("EXIF", block)),
          webpChunk("C2PA", manifest),
        );
      }
      case "tiff": {
        const tiff = exif === undefined ? await picture.tiff().toBuffer() : await tellTales.tiff(1);
        return withTag(tiff, 0xcd_41, manifest);
      }
    }
  }

  it.each(originalFormats)("stays as it is, byte for byte: %s", async (format) => {
    const file = await signed(format, undefined);
    expect(made(file, format).equals(file)).toBe(true);
  });

  it.each(originalFormats)("is refused where it says the place too: %s", async (format) => {
    const file = await signed(format, tellTaleExif(1));
    expect(() => made(file, format)).toThrow(expect.objectContaining({ reason: "signed-with-position" }));
  });

  it("is refused where the place stands in text", async () => {
    const png = await sharp(await cornersJpeg())
      .png()
      .toBuffer();
    const chunks = [
      pngChunk("iTXt", Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${tellTaleXmp}`)),
      pngChunk("caBX", manifest),
    ];
    const file = Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
    expect(() => made(file, "png")).toThrow(expect.objectContaining({ reason: "signed-with-position" }));
  });
});

/** The file's first directory once more at its end, with one more line in it. */
function withTag(tiff: Buffer, tag: number, value: Buffer): Buffer {
  const own = tiff.readUInt32LE(4);
  const count = tiff.readUInt16LE(own);
  const even = Buffer.concat([tiff, Buffer.alloc(tiff.length % 2)]);
  const line = Buffer.alloc(12);
  line.writeUInt16LE(tag, 0);
  line.writeUInt16LE(7, 2);
  line.writeUInt32LE(value.length, 4);
  line.writeUInt32LE(even.length, 8);
  const directory = Buffer.concat([
    Buffer.alloc(2),
    tiff.subarray(own + 2, own + 2 + count * 12),
    line,
    Buffer.alloc(4),
  ]);
  directory.writeUInt16LE(count + 1);
  const padded = Buffer.concat([value, Buffer.alloc(value.length % 2)]);
  const whole = Buffer.concat([even, padded, directory]);
  whole.writeUInt32LE(even.length + padded.length, 4);
  return whole;
}

describe("IPTC's older form in a JPEG", () => {
  it("is read in UTF-8 by programs that know only it, each field as long as it may be and no letter cut in two", async () => {
    const long = { ...someRights, creator: "Ægir Ørsted-Åkjær Blåbærgrød af Ærø", credit: "ø".repeat(40) };
    const said = { xmp: rightsXmp(long), iptc: rightsIptc(long) };
    const file = Buffer.from(pressOriginal(await cornersJpeg(), "jpeg", said, 1));
    const { iptc } = ExifReader.load(file, { expanded: true });
    const told = (tag: string) => String((iptc as Tags | undefined)?.[tag]?.description);
    expect(told("Coded Character Set")).toContain("UTF-8");
    expect(told("By-line")).toBe("Ægir Ørsted-Åkjær Blåbærgr");
    expect(told("Credit")).toBe("ø".repeat(16));
    expect(told("Caption/Abstract")).toBe('Æblefest i Århus <1> & "to"');
    expect(told("City")).toBe("Århus");
    expect(told("Copyright Notice")).toBe("Region Midtjylland");
    expect(told("Date Created")).toContain("2008-04");
  });
});
