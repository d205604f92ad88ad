import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { asInstant } from "../../functions/content/instant.ts";
import { photoFaults } from "../../functions/content/photo-faults.ts";
import type { Problem, ProblemCode } from "../../functions/content/problem.ts";
import { segment } from "../../functions/images/jpeg-segments.ts";
import { sharpImagesWithin } from "../../functions/images/sharp-images.ts";
import { makePhotos } from "../../functions/pipeline/make-photos.ts";
import { makeRenditions } from "../../functions/pipeline/make-renditions.ts";
import { memoryRows } from "../../functions/pipeline/memory-rows.ts";
import { readChanges } from "../../functions/pipeline/read-changes.ts";
import { cornersJpeg, jpegHeader, tellTaleExif } from "../support/jpeg-fixture.ts";
import { memorySources } from "../support/memory-sources.ts";
import { slowPicture } from "../support/slow-picture.ts";
import { smallNewsroom, without } from "../support/small-newsroom.ts";

const jpeg = await cornersJpeg();
const png = await sharp(jpeg).png().toBuffer();
const webp = await sharp(jpeg).webp().toBuffer();
const tiff = await sharp(jpeg).tiff({ compression: "lzw" }).toBuffer();
const half = (file: Buffer) => file.subarray(0, file.length / 2);

/** What the author of a photo with such a file is told, whether it is the reader or sharp that finds it. */
async function toldOf(bytes: Uint8Array | string, name: string): Promise<Problem> {
  const sources = memorySources();
  const { tree } = sources.commit({
    ...without(smallNewsroom, "photos/bro.jpg"),
    "photos/bro.yaml": `file: ${name}\n${String(smallNewsroom["photos/bro.yaml"])}`,
    [`photos/${name}`]: bytes,
  });
  const rows = memoryRows();
  const { problems, leftOut, units } = await readChanges(
    { sources, rows },
    { tree: undefined, also: [] },
    tree,
  );
  expect(problems).toEqual([]);
  const images = sharpImagesWithin(2);
  const held = { put: () => Promise.resolve() };
  const made = await makePhotos(
    { rows, workers: { makeRenditions: (order) => makeRenditions({ sources, held, images }, order) } },
    units,
    ["quick"],
    asInstant(0),
  );
  const [problem, ...others] = [...leftOut, ...made.leftOut];
  expect(others).toEqual([]);
  if (problem === undefined) throw new Error(`${name} was taken.`);
  return problem;
}

/** The same file with another number in its first directory, and another name for it. */
function withNumber(file: Buffer, tag: number, value: number, name = tag): Buffer {
  const copy = Buffer.from(file);
  const at = file.readUInt32LE(4);
  const lines = Array.from({ length: file.readUInt16LE(at) }, (_, index) => at + 2 + index * 12);
  const line = lines.find((one) => file.readUInt16LE(one) === tag);
  if (line === undefined) throw new Error(`The file has no ${tag}.`);
  copy.writeUInt16LE(name, line);
  copy.writeUInt32LE(value, line + 8);
  return copy;
}

const signedWithPosition = Buffer.concat([
  jpeg.subarray(0, 2),
  segment(0xe1, Buffer.from("Exif\0\0"), tellTaleExif(1)).bytes,
  segment(0xeb, Buffer.from("JP\0\x01\0\0\0\x01\0\0\0\x20jumb\0\0\0\x18jumdc2pa", "latin1")).bytes,
  jpeg.subarray(2),
]);
const tooLarge = await sharp({ create: { width: 11_000, height: 10_000, channels: 3, background: "#000" } })
  .tiff({ compression: "deflate" })
  .toBuffer();

/** Bytes in the middle of the file that cannot be its own. */
function damaged(file: Buffer): Buffer {
  const copy = Buffer.from(file);
  return copy.fill(0xff, file.length / 2, file.length / 2 + 40);
}
const film = await sharp([jpeg, await sharp(jpeg).negate().toBuffer()], { join: { animated: true } })
  .webp()
  .toBuffer();

const open = (why: string) => `kan ikke åbnes (${why})`;
const desk = "og en billedredaktion vil have JPEG, PNG, TIFF eller WebP";
const head = "det, filen siger om billedet, mangler eller er ødelagt";

const refusals: readonly (readonly [
  what: string,
  file: Uint8Array | string,
  name: string,
  code: ProblemCode,
  da: string,
])[] = [
  ["no bytes", "", "bro.jpg", "photo-unreadable", open("filen er tom")],
  [
    "a letter in it",
    "Kære læser",
    "bro.jpg",
    "photo-unreadable",
    open("det er ikke et billede, eller begyndelsen er ødelagt"),
  ],
  ["half a JPEG", half(jpeg), "bro.jpg", "photo-unreadable", open("filen holder op, før billedet er slut")],
  ["half a PNG", half(png), "bro.png", "photo-unreadable", open("filen holder op, før billedet er slut")],
  ["half a WebP", half(webp), "bro.webp", "photo-unreadable", open(head)],
  ["half a TIFF", half(tiff), "bro.tif", "photo-unreadable", open(head)],
  [
    "a damaged PNG",
    damaged(png),
    "bro.png",
    "photo-unreadable",
    open("selve billedet er ødelagt et sted i filen"),
  ],
  [
    "a damaged TIFF",
    damaged(tiff),
    "bro.tif",
    "photo-unreadable",
    open("selve billedet er ødelagt et sted i filen"),
  ],
  [
    "a TIFF of before 1995",
    withNumber(tiff, 259, 6),
    "bro.tif",
    "photo-format",
    `er pakket på en måde, der blev opgivet i 1995, ${desk}`,
  ],
  [
    "a thumbnail first",
    withNumber(tiff, 296, 1, 254),
    "bro.tif",
    "photo-format",
    `er en råfil fra et kamera eller begynder med en miniature, ${desk}`,
  ],
  ["moving pictures", film, "bro.webp", "photo-format", `er en film og ikke et foto, ${desk}`],
  ["GIF in it", "GIF89a", "bro.jpg", "photo-format", `er GIF, ${desk}`],
  ["HEIC in it", "\0\0\0\x18ftypheic\0\0\0\0", "bro.heic", "photo-format", `er HEIC, ${desk}`],
  ["twelve bits", jpegHeader(6000, 4000, 12), "bro.jpg", "photo-format", `er JPEG med 12 bit, ${desk}`],
  [
    "another ending",
    png,
    "bro.jpg",
    "photo-format",
    "er PNG indeni, så programmer, der går efter navnet, ikke kan åbne den",
  ],
  [
    "one pixel",
    jpegHeader(1, 1),
    "bro.jpg",
    "photo-too-small",
    "har 1 × 1 pixel, for få til at nogen kan se, hvad det viser",
  ],
  [
    "110 megapixels, as its end says",
    tooLarge,
    "bro.tif",
    "photo-too-large",
    "har 11000 × 10000 pixel, flere end der kan arbejdes med",
  ],
  [
    "no end in sight",
    slowPicture(),
    "bro.png",
    "photo-too-large",
    "er så længe om at blive åbnet, at det må være lavet til at standse den, der prøver",
  ],
  [
    "credentials for a place",
    signedWithPosition,
    "bro.jpg",
    "photo-signed-position",
    "har indholdsoplysninger (C2PA), der siger god for, hvor det er taget, og de ville gå i stykker uden stedet",
  ],
];

/** English, and no Danish: articles, prepositions, and what decoders speak of. */
const english = /\b(?:the|it|of|its|and|or|than|before|inside|image|buffer|file|picture|input|error|data)\b/i;

describe.each(refusals)("the refusal of a photo with %s", (_, file, name, code, da) => {
  it("is told in Danish to its end, and in English too", async () => {
    const told = await toldOf(file, name);
    const subject = da.startsWith("er PNG indeni") ? "Filen" : "Billedet";
    expect([told.code, told.message.da]).toEqual([
      code,
      `${subject} ${name} ${da}; læserne får siden uden det.`,
    ]);
    for (const text of [told.message.da, told.fix.da]) expect(text).not.toMatch(english);
    expect(told.message.en).toMatch(english);
    expect(told.message.en).not.toMatch(/[æøå]/);
  });
});

describe("each fault of a photo's file", () => {
  it.each(Object.entries(photoFaults))("%s is said in Danish and in English", (_, { da, en }) => {
    expect(da).not.toMatch(english);
    expect(en).not.toMatch(/[æøå]/i);
    expect(da).not.toBe(en);
  });
});
