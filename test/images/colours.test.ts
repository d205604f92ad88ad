import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { sharpImages } from "../../functions/images/sharp-images.ts";
import type { OriginalFormat } from "../../functions/content/entry.ts";
import { PhotoUnreadable } from "../../functions/pipeline/photo-unreadable.ts";
import { deltaE, labOfSrgb } from "../support/colour.ts";
import type { Rgb } from "../support/colour.ts";
import { adobeRgb, inAdobeRgb, inDisplayP3 } from "../support/icc-profiles.ts";
import { someRights } from "../support/some-rights.ts";

/** Skin, grass, sky, brick, grey, and colours near the edge of what a screen shows. */
const patches: readonly Rgb[] = [
  [224, 172, 136],
  [94, 128, 62],
  [98, 148, 206],
  [170, 70, 52],
  [128, 128, 128],
  [240, 236, 224],
  [34, 40, 48],
  [200, 160, 40],
];
const side = 80;
const size = { width: side * patches.length, height: side };
/** Colours next to each other are told apart from about 2.3 on; JPEG and WebP of this quality need some of that themselves. */
const unseen = 2.3;

/**
 * Colours that ink can print. A press has a darker white and a lighter black than a screen, and whoever converts to ink
 * and back makes room for that: what is measured is the way there, which is not ours, and the way back.
 */
const muted: readonly Rgb[] = [
  [214, 176, 150],
  [120, 128, 96],
  [128, 146, 172],
  [150, 110, 92],
  [140, 140, 140],
  [226, 222, 212],
  [96, 98, 104],
  [190, 164, 112],
];
const throughInk = 9;

/** The patches side by side. */
function strip(
  of: (patch: Rgb) => readonly number[],
  depth: 8 | 16 = 8,
  colours = patches,
): Uint8Array | Uint16Array {
  const rows = Array.from({ length: side }, () =>
    colours.flatMap((patch) => Array.from({ length: side }, () => of(patch))),
  );
  const samples = rows.flat(2);
  return depth === 16 ? Uint16Array.from(samples) : Uint8Array.from(samples);
}
const raw = (channels: 1 | 3 | 4) => ({ raw: { ...size, channels } });
const inkable = () =>
  sharp(
    strip((patch) => patch, 8, muted),
    raw(3),
  );
const plain = () =>
  sharp(
    strip((patch) => patch),
    raw(3),
  );

/** How far the middle of each patch is from what it should be, in the worst of all renditions. */
async function worst(original: Uint8Array, format: OriginalFormat, expected = patches): Promise<number> {
  const distances: number[] = [];
  const options = { parts: ["quick", "slow"], format } as const;
  for await (const { role, name, bytes } of sharpImages.files(original, someRights, options)) {
    if (role === "original" || role === "placeholder" || !name.startsWith("w640")) continue;
    const { data, info } = await sharp(bytes)
      .toColourspace("srgb")
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expected.forEach((patch, index) => {
      const at = (Math.floor(side / 2) * info.width + index * side + side / 2) * info.channels;
      const got = [0, 1, 2].map((channel) => data[at + (info.channels === 1 ? 0 : channel)] ?? 0);
      distances.push(deltaE(labOfSrgb(patch), labOfSrgb(got as unknown as Rgb)));
    });
  }
  expect(distances).toHaveLength(3 * expected.length);
  return Math.max(...distances);
}

const grey = ([red, green, blue]: Rgb) => Math.round(0.3 * red + 0.59 * green + 0.11 * blue);
const asGrey = patches.map((patch): Rgb => [grey(patch), grey(patch), grey(patch)]);
const onWhite = (share: number) =>
  patches.map(
    (patch) => patch.map((value) => Math.round(value * share + 255 * (1 - share))) as unknown as Rgb,
  );

describe("the colours of renditions are those of the original, for the eye", () => {
  it("of a JPEG", async () => {
    expect(await worst(await plain().jpeg({ quality: 95 }).toBuffer(), "jpeg")).toBeLessThan(unseen);
  });

  it("of a progressive JPEG", async () => {
    const jpeg = await plain().jpeg({ quality: 95, progressive: true }).toBuffer();
    expect(await worst(jpeg, "jpeg")).toBeLessThan(unseen);
  });

  it.each([
    ["Adobe RGB", adobeRgb(), inAdobeRgb],
    ["Display P3", "p3", inDisplayP3],
  ] as const)("of %s", async (_, profile, inProfile) => {
    const png = await plain().withIccProfile(profile).png().toBuffer();
    const { data } = await sharp(png).keepIccProfile().raw().toBuffer({ resolveWithObject: true });
    // The fixture is what it says: the numbers in the file are those of the profile, by another reckoning.
    patches.forEach((patch, index) => {
      const at = (40 * size.width + index * side + 40) * 3;
      const off = inProfile(patch).map((value, channel) => Math.abs(value - (data[at + channel] ?? 0)));
      expect(Math.max(...off)).toBeLessThan(3);
    });
    expect(await worst(png, "png")).toBeLessThan(unseen);
  });

  it("of a TIFF of 16 bits", async () => {
    const samples = strip((patch) => patch.map((value) => value * 257), 16);
    const tiff = await sharp(samples, raw(3)).toColourspace("rgb16").tiff({ compression: "lzw" }).toBuffer();
    expect((await sharp(tiff).metadata()).depth).toBe("ushort");
    expect(await worst(tiff, "tiff")).toBeLessThan(unseen);
  });

  it.each(["jpeg", "tiff"] as const)("of greys in %s", async (format) => {
    const image = sharp(
      strip((patch) => [grey(patch)]),
      raw(1),
    ).toColourspace("b-w");
    const file = await (format === "jpeg" ? image.jpeg({ quality: 95 }) : image.tiff()).toBuffer();
    expect((await sharp(file).metadata()).space).toBe("b-w");
    expect(await worst(file, format, asGrey)).toBeLessThan(unseen);
  });

  it.each(["png", "webp"] as const)("of a %s that one sees through, on white", async (format) => {
    const image = sharp(
      strip((patch) => [...patch, 128]),
      raw(4),
    );
    const file = await (format === "png" ? image.png() : image.webp({ lossless: true })).toBuffer();
    expect(await worst(file, format, onWhite(128 / 255))).toBeLessThan(unseen);
  });

  it.each(["jpeg", "tiff"] as const)("of ink's colours in %s, with their profile", async (format) => {
    const image = inkable().withIccProfile("cmyk");
    const file = await (
      format === "jpeg" ? image.jpeg({ quality: 95 }) : image.tiff({ compression: "lzw" })
    ).toBuffer();
    expect(await sharp(file).metadata()).toMatchObject({ space: "cmyk", hasProfile: true });
    expect(await worst(file, format, muted)).toBeLessThan(throughInk);
  });

  it("of ink's colours without a profile, as a common press prints them", async () => {
    const file = await inkable().toColourspace("cmyk").tiff({ compression: "lzw" }).toBuffer();
    expect(await sharp(file).metadata()).toMatchObject({ space: "cmyk", hasProfile: false });
    expect(await worst(file, "tiff", muted)).toBeLessThan(throughInk);
  });
});

describe("what has no colours that can be shown", () => {
  it("is told: HEIC, which needs a decoder that is not free", async () => {
    const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
    const files = sharpImages.files(heic, someRights, { parts: ["quick"], format: "jpeg" });
    await expect(files[Symbol.asyncIterator]().next()).rejects.toThrow(PhotoUnreadable);
  });
});
