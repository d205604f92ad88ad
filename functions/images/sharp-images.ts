import sharp from "sharp";
import type { OutputInfo, Sharp } from "sharp";
import { brokenLimit, photoLimits } from "../content/photo-limits.ts";
import type { PhotoReason } from "../content/photo-problems.ts";
import { PhotoUnreadable } from "../pipeline/photo-unreadable.ts";
import type { FaultOrDetail } from "../pipeline/photo-unreadable.ts";
import type { ImageFile, ImageOptions, Images } from "../pipeline/ports.ts";
import type { Part } from "../site/manifest.ts";
import type { Rights } from "../site/rights.ts";
import { ahead } from "./ahead.ts";
import { jpegWithRights } from "./jpeg-original.ts";
import { pressOriginal } from "./press-original.ts";
import type { RightsBlocks } from "./press-original.ts";
import { endings, renditionSet, widths } from "./rendition-set.ts";
import type { Rendition } from "./rendition-set.ts";
import { rightsIptc } from "./rights-iptc.ts";
import { rightsXmp } from "./rights-xmp.ts";

// The bytes of AVIF depend on how many threads encode it, and sharp's own choice on processors and allocator: one thread
// makes the same bytes on every machine.
sharp.concurrency(1);

/** As many as the function has processors, each encoding being one thread's work; but AVIF holds 100 MB at a time. */
const atOnce: Readonly<Record<Part, number>> = { quick: 2, slow: 1 };

/** A picture of 100 megapixels takes some seconds; a file that takes this long was made to. */
const mostSeconds = 120;

/** Photos by sharp. Changing anything here that changes bytes wants another `recipeVersion`. */
export const sharpImages: Images = sharpImagesWithin(mostSeconds);

/** @param seconds  whole ones, in which a picture is opened or refused */
export function sharpImagesWithin(seconds: number): Images {
  return { files: (original, rights, options) => filesWithin(seconds, original, rights, options) };
}

async function* filesWithin(
  seconds: number,
  original: Uint8Array,
  rights: Rights,
  { parts, format, focus = { x: 0.5, y: 0.5 } }: ImageOptions,
): AsyncGenerator<ImageFile> {
  const said = { xmp: rightsXmp(rights), iptc: rightsIptc(rights) };
  const about = await readable(() => described(original).metadata());
  if (about.format !== format)
    throw new PhotoUnreadable({ detail: about.format.toUpperCase() }, "wrong-ending");
  const limit = brokenLimit(about.width, about.height);
  if (limit !== undefined) throw new PhotoUnreadable({ detail: `${about.width} × ${about.height}` }, limit);
  if (parts.includes("quick")) {
    yield {
      role: "original",
      name: `original.${endings[format]}`,
      contentType: `image/${format}`,
      width: about.autoOrient.width,
      height: about.autoOrient.height,
      bytes: pressOriginal(original, format, said, about.orientation ?? 1),
    };
  }

  // Decoded once: the largest rendition is what all others are made from.
  const picture = await readable(() => decoded(original, seconds));
  if (parts.includes("quick")) yield await placeholder(picture);
  const all = renditionSet(picture.info, focus);
  for (const part of parts) {
    const wanted = all.filter(({ role }) => role === part);
    yield* ahead(wanted, atOnce[part], (rendition) => made(picture, rendition, said));
  }
}

/** Only its description is read, so it may say any size: it is told by how much it is too large. */
function described(original: Uint8Array): Sharp {
  return sharp(original, { limitInputPixels: false, failOn: "error" });
}

function opened(original: Uint8Array): Sharp {
  return sharp(original, { limitInputPixels: photoLimits.pixels, failOn: "error" });
}

interface Picture {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

/** Upright, in sRGB, on white, without anything that the file said, and no larger than the largest rendition. */
function decoded(original: Uint8Array, seconds: number): Promise<Picture> {
  return opened(original)
    .timeout({ seconds })
    .autoOrient()
    .resize({ width: widths.at(-1), withoutEnlargement: true })
    .flatten({ background: "#fff" }) // what is see-through shows the paper that it is printed on
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
}

function raw({ data, info: { width, height, channels } }: Picture): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

async function made(picture: Picture, rendition: Rendition, said: RightsBlocks): Promise<ImageFile> {
  const { role, name, format, crop, width, height } = rendition;
  const whole = raw(picture);
  const sized = (crop === undefined ? whole : whole.extract(crop)).resize({
    width,
    ...(height === undefined ? {} : { height }),
  });
  const image = encoded(sized, format);
  // sharp knows nothing of IPTC's older form, so JPEG files get their rights in the same way as an original.
  const { data, info } = await (format === "jpeg" ? image : image.withXmp(said.xmp)).toBuffer({
    resolveWithObject: true,
  });
  return {
    role,
    name,
    contentType: `image/${format}`,
    width: info.width,
    height: info.height,
    bytes: format === "jpeg" ? jpegWithRights(data, said, 1) : data,
  };
}

/** The figures behind these are in the decision record on the recipe of photos. */
function encoded(image: Sharp, format: Rendition["format"]): Sharp {
  switch (format) {
    case "avif":
      return image.avif({ quality: 50, effort: 3, chromaSubsampling: "4:2:0" });
    case "webp":
      return image.webp({ quality: 78, effort: 2 });
    case "jpeg":
      return image.jpeg({ quality: 80, mozjpeg: true });
  }
}

/** Small enough to stand in the page itself, and enough to tell sky from grass. */
async function placeholder(picture: Picture): Promise<ImageFile> {
  const { data, info } = await raw(picture)
    .resize(16, 16, { fit: "inside" })
    .webp({ quality: 20, effort: 6 })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { role: "placeholder", name: "placeholder", contentType: "image/webp", width, height, bytes: data };
}

/** What sharp throws while it reads is about the file. Its own words stay with the cause. */
async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [fault, reason] = faultIn(error.message);
    throw new PhotoUnreadable(fault, reason, { cause: error });
  }
}

function faultIn(message: string): readonly [FaultOrDetail, PhotoReason] {
  if (message.startsWith("timeout")) return [{ detail: `${mostSeconds} s` }, "too-slow"];
  if (/buffer is empty/i.test(message)) return ["empty", "unreadable"];
  if (message.startsWith("Input buffer")) return ["brokenHead", "unreadable"];
  if (/premature end|not enough data/i.test(message)) return ["breaksOff", "unreadable"];
  return ["brokenPicture", "unreadable"];
}
