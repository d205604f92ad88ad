import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checksumOf } from "../../../functions/site/digest.ts";
import { zipLength, zipPieces } from "../../../functions/site/kit/zip.ts";
import type { ZipFile } from "../../../functions/site/kit/zip.ts";

const held: Readonly<Record<string, Buffer>> = {
  one: Buffer.from("første foto"),
  two: Buffer.alloc(70_000, 7),
};
const photo = (name: string, heldKey: string): ZipFile => {
  const bytes = held[heldKey] ?? Buffer.alloc(0);
  return { name, heldKey, bytes: bytes.length, crc32: checksumOf(bytes) };
};
const text = "Søren og Åse åbner øl.\n";
const files: readonly ZipFile[] = [
  { name: "cykelsti/pressemeddelelse.txt", text },
  photo("cykelsti/fotos/cykelsti-ved-åen.jpg", "one"),
  photo("cykelsti/fotos/Ærø.jpg", "two"),
];

function archive(): Buffer {
  return Buffer.concat(
    zipPieces(files, "2026-08-18").map((piece) =>
      "heldKey" in piece ? (held[piece.heldKey] ?? Buffer.alloc(0)) : piece,
    ),
  );
}

/** What Python's own reader makes of it: it follows the directory, and checks every checksum. */
const python = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    print(json.dumps([[i.filename, i.file_size, i.date_time[:3], i.flag_bits] for i in archive.infolist()]))
`;

describe("an archive", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "presserum-zip-"));
    writeFileSync(join(folder, "kit.zip"), archive());
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("is the same bytes each time, and as long as was said before it was made", () => {
    expect(archive().equals(archive())).toBe(true);
    expect(archive()).toHaveLength(zipLength(files));
  });

  it("is read by unzip, with æøå in its names, and every file is what went in", () => {
    const env = { ...process.env, LC_ALL: "C.UTF-8" };
    execFileSync("unzip", ["-q", "kit.zip"], { cwd: folder, env });
    const read = (name: string) => readFileSync(join(folder, "cykelsti", name));
    expect(read("pressemeddelelse.txt").toString()).toBe(text);
    expect(read("fotos/cykelsti-ved-åen.jpg")).toEqual(held["one"]);
    expect(read("fotos/Ærø.jpg")).toEqual(held["two"]);
  });

  it("is read by Python, checksum by checksum, dated as the release is", () => {
    const listing = execFileSync("python3", ["-c", python, join(folder, "kit.zip")], { encoding: "utf-8" });
    expect(JSON.parse(listing)).toEqual([
      ["cykelsti/pressemeddelelse.txt", Buffer.byteLength(text), [2026, 8, 18], 0x800],
      ["cykelsti/fotos/cykelsti-ved-åen.jpg", 12, [2026, 8, 18], 0x800],
      ["cykelsti/fotos/Ærø.jpg", 70_000, [2026, 8, 18], 0x800],
    ]);
  });

  it("says length and checksum before each file, for readers that never see the end", () => {
    const bytes = archive();
    const at = bytes.indexOf("cykelsti/fotos/Ærø.jpg") - 30;
    expect(bytes.readUInt32LE(at)).toBe(0x04_03_4b_50);
    expect(bytes.readUInt16LE(at + 6) & 0b1000).toBe(0); // no descriptor behind it
    expect(bytes.readUInt32LE(at + 14)).toBe(checksumOf(held["two"] ?? ""));
    expect(bytes.readUInt32LE(at + 18)).toBe(70_000);
  });
});

describe("an archive of more than four gigabytes", () => {
  it("is read by Python by the numbers that ZIP64 has for it", () => {
    const folder = mkdtempSync(join(tmpdir(), "presserum-zip64-"));
    const path = join(folder, "kit.zip");
    const large = 2_400_000_000;
    const zeros = (name: string): ZipFile => ({ name, heldKey: "zeros", bytes: large, crc32: 0 });
    const last = { name: "kontakter.vcf", text: "BEGIN:VCARD\r\n" };
    const file = openSync(path, "w");
    let at = 0;
    for (const piece of zipPieces([zeros("a.tif"), zeros("b.tif"), last], "2026-08-18")) {
      if (!("heldKey" in piece)) writeSync(file, piece, 0, piece.length, at); // of the photos, holes
      at += "heldKey" in piece ? piece.bytes : piece.length;
    }
    closeSync(file);
    const read = execFileSync(
      "python3",
      [
        "-c",
        "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nprint([i.file_size for i in z.infolist()], z.read('kontakter.vcf'))",
        path,
      ],
      { encoding: "utf-8" },
    );
    rmSync(folder, { recursive: true });
    expect(at).toBe(zipLength([zeros("a.tif"), zeros("b.tif"), last]));
    expect(read.trim()).toBe(String.raw`[2400000000, 2400000000, 13] b'BEGIN:VCARD\r\n'`);
  });
});
