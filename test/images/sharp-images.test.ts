import ExifReader from "exifreader";
import fc from "fast-check";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { cropAround } from "../../functions/images/crop-around.ts";
import { renditionSet } from "../../functions/images/rendition-set.ts";
import { sharpImages, sharpImagesWithin } from "../../functions/images/sharp-images.ts";
import { PhotoUnreadable } from "../../functions/pipeline/photo-unreadable.ts";
import type { ImageFile } from "../../functions/pipeline/ports.ts";
import { parts } from "../../functions/site/manifest.ts";
import { recipeVersion } from "../../functions/site/recipe.ts";
import { cornersJpeg, tellTale } from "../support/jpeg-fixture.ts";
import { slowPicture } from "../support/slow-picture.ts";
import { someRights } from "../support/some-rights.ts";

async function filesOf(
  original: Uint8Array,
  focus?: { x: number; y: number },
): Promise<readonly ImageFile[]> {
  const made: ImageFile[] = [];
  const options = { parts, format: "jpeg", ...(focus === undefined ? {} : { focus }) } as const;
  for await (const file of sharpImages.files(original, someRights, options))
    if (file.role !== "placeholder") made.push(file);
  return made;
}

/** The colour in the middle of a corner, as its nearest name. */
async function corner(bytes: Uint8Array, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels;
  const [red = 0, green = 0, blue = 0] = [...data.subarray(at, at + 3)].map((value) => (value > 127 ? 1 : 0));
  return (
    ["black", "blue", "green", "cyan", "red", "magenta", "yellow", "white"][red * 4 + green * 2 + blue] ?? ""
  );
}
const corners = (bytes: Uint8Array) =>
  Promise.all([
    corner(bytes, 0.2, 0.2),
    corner(bytes, 0.8, 0.2),
    corner(bytes, 0.2, 0.8),
    corner(bytes, 0.8, 0.8),
  ]);

let jpeg: Buffer;
let files: readonly ImageFile[];
beforeAll(async () => {
  jpeg = await cornersJpeg();
  files = await filesOf(tellTale(jpeg));
});

describe("the files of a photo", () => {
  it("are the original, renditions and crops no wider than it, and a picture for link previews", () => {
    expect(files.map(({ name, width, height }) => `${name} ${width}×${height}`)).toEqual([
      "original.jpg 600×400",
      "w320.jpg 320×213",
      "w600.jpg 600×400",
      "w320.webp 320×213",
      "w600.webp 600×400",
      "16x9-w320.webp 320×180",
      "16x9-w320.jpg 320×180",
      "16x9-w600.webp 600×338",
      "16x9-w600.jpg 600×338",
      "4x5-w200.webp 200×250",
      "4x5-w200.jpg 200×250",
      "4x5-w320.webp 320×400",
      "4x5-w320.jpg 320×400",
      "1x1-w400.jpg 400×400",
      "social.jpg 600×315",
      "w320.avif 320×213",
      "w600.avif 600×400",
    ]);
  });

  it("are of every width up to the widest, of a picture that is wider", async () => {
    const names = renditionSet({ width: 2_560, height: 1_707 }, { x: 0.5, y: 0.5 }).map(({ name }) => name);
    for (const ending of ["avif", "webp", "jpg"])
      expect(names.filter((name) => name.startsWith("w") && name.endsWith(ending))).toEqual(
        [320, 640, 960, 1280, 1920, 2560].map((width) => `w${width}.${ending}`),
      );
    expect(names.filter((name) => /^(?:16x9|1x1|4x5)-.*jpg$/.test(name))).toEqual([
      "16x9-w320.jpg",
      "16x9-w640.jpg",
      "16x9-w1200.jpg",
      "4x5-w200.jpg",
      "4x5-w400.jpg",
      "1x1-w1200.jpg",
    ]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("are what their names say, in the size that is told", async () => {
    for (const { name, bytes, width, height, contentType } of files) {
      const about = await sharp(bytes).metadata();
      expect([name, about.format, about.autoOrient]).toEqual([
        name,
        contentType === "image/avif" ? "heif" : contentType.slice("image/".length),
        { width, height },
      ]);
    }
  });

  it("tell who made them, who is to be named, what they show and what may be done with them, each of them", () => {
    for (const { name, bytes } of files) {
      const tags: Readonly<Record<string, { readonly description?: string }>> = {
        ...(ExifReader.load(Buffer.from(bytes), { expanded: true }).xmp as object),
      };
      const told = (tag: string) => String(tags[tag]?.description);
      expect([name, told("creator")]).toEqual([name, "Søren Ærø"]);
      expect(told("Credit")).toBe("Søren Ærø / Region Midtjylland");
      expect(told("description")).toContain('Æblefest i Århus <1> & "to"');
      expect(told("description")).toContain("Apple feast in Aarhus");
      expect(told("AltTextAccessibility")).toContain("Rødgrød på et bord");
      expect(told("WebStatement")).toBe("https://creativecommons.org/publicdomain/zero/1.0/");
      expect(told("UsageTerms")).toContain("Fri brug");
      expect(told("PersonInImage")).toBe("Åse Ørsted");
      expect(told("rights")).toContain("Region Midtjylland");
    }
  });

  it("tell nothing else: no position, no serial number, no notes, no thumbnail, nothing behind the end", () => {
    expect(tellTale(jpeg).includes("HEMMELIG")).toBe(true);
    for (const { name, bytes } of files) {
      const text = Buffer.from(bytes).toString("latin1");
      expect([name, /HEMMELIG|GPS|56,08N/.exec(text)?.[0]]).toEqual([name, undefined]);
      const { exif, gps, Thumbnail } = ExifReader.load(Buffer.from(bytes), { expanded: true });
      expect([name, exif, gps, Thumbnail]).toEqual([name, undefined, undefined, undefined]);
    }
  });

  it("are the same bytes every time", async () => {
    expect(await filesOf(tellTale(jpeg))).toEqual(files);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("are upright from a camera held in way %i", async (orientation) => {
    const turned = tellTale(jpeg, orientation);
    const expected = await corners(turned);
    const made = await filesOf(turned);
    const whole = made.filter(({ name }) => /^(?:w|original)/.test(name)); // the others are cut to their own shape
    for (const { name, bytes } of whole) expect([name, await corners(bytes)]).toEqual([name, expected]);
    const [original] = made;
    expect([original?.width, original?.height]).toEqual(orientation < 5 ? [600, 400] : [400, 600]);
  });

  async function renditionOf(space: "cmyk" | "b-w"): Promise<Uint8Array> {
    const made = await filesOf(await sharp(jpeg).toColourspace(space).jpeg().toBuffer());
    return made.find(({ name }) => name === "w320.jpg")?.bytes ?? new Uint8Array();
  }

  it("come of a picture in ink's colours too", async () => {
    const rendition = await renditionOf("cmyk");
    expect((await sharp(rendition).metadata()).space).toBe("srgb");
    // Green is not asked for: the purest that ink can print is no pure green of a screen.
    const [topLeft, , bottomLeft, bottomRight] = await corners(rendition);
    expect([topLeft, bottomLeft, bottomRight]).toEqual(["red", "blue", "yellow"]);
  });

  it("come of a picture in greys too", async () => {
    expect((await sharp(await renditionOf("b-w")).metadata()).space).toBe("srgb");
  });

  it.each([
    ["cut off", () => jpeg.subarray(0, jpeg.length / 2)],
    ["empty", () => Buffer.alloc(0)],
    ["text", () => Buffer.from("Dette er ikke et billede.")],
    [
      "another kind called JPEG",
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    [
      "a segment longer than the file",
      () => Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1, 0xff, 0xff]), jpeg.subarray(2, 40)]),
    ],
  ])("cannot come of what is %s: that is told, and nothing breaks", async (_, make) => {
    await expect(filesOf(make())).rejects.toThrow(PhotoUnreadable);
  });

  it("are not waited for without end: a small file that is made to take long is given up", async () => {
    const files = sharpImagesWithin(1).files(slowPicture(), someRights, { parts: ["slow"], format: "png" });
    await expect(files[Symbol.asyncIterator]().next()).rejects.toThrow(
      expect.objectContaining({ name: "PhotoUnreadable", reason: "too-slow" }),
    );
  });

  it("have an address that changes with sharp", () => {
    expect(recipeVersion).toContain(`sharp-${sharp.versions.sharp}`);
  });
});

describe("a crop", () => {
  const shape = { width: 1200, height: 630 };
  it.each([
    [
      { x: 0.5, y: 0.5 },
      { left: 0, top: 43, width: 600, height: 315 },
    ],
    [
      { x: 0.5, y: 0 },
      { left: 0, top: 0, width: 600, height: 315 },
    ],
    [
      { x: 0.5, y: 1 },
      { left: 0, top: 85, width: 600, height: 315 },
    ],
  ])("around %o keeps it inside", (focus, expected) => {
    expect(cropAround(focus, { width: 600, height: 400 }, shape)).toEqual(expected);
  });

  it("of any shape, of any picture, has the focus inside and is as large as can be", () => {
    const length = fc.integer({ min: 32, max: 20_000 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const shapes = fc.constantFrom(
      { width: 16, height: 9 },
      { width: 1, height: 1 },
      { width: 4, height: 5 },
      { width: 1200, height: 630 },
    );
    fc.assert(
      fc.property(
        fc.record({ width: length, height: length }),
        fc.record({ x: share, y: share }),
        shapes,
        (picture, focus, shape) => {
          const { left, top, width, height } = cropAround(focus, picture, shape);
          expect(
            left >= 0 && top >= 0 && left + width <= picture.width && top + height <= picture.height,
          ).toBe(true);
          // On the pixel: what is kept is counted in whole ones.
          expect(focus.x * picture.width).toBeGreaterThanOrEqual(left - 1);
          expect(focus.x * picture.width).toBeLessThanOrEqual(left + width + 1);
          expect(focus.y * picture.height).toBeGreaterThanOrEqual(top - 1);
          expect(focus.y * picture.height).toBeLessThanOrEqual(top + height + 1);
          expect(width === picture.width || height === picture.height).toBe(true);
          expect(Math.abs(width / height / (shape.width / shape.height) - 1)).toBeLessThan(0.06);
        },
      ),
    );
  });
});
