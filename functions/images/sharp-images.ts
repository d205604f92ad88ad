import sharp from "sharp";
import type { OutputInfo, Sharp } from "sharp";
import { PhotoUnreadable } from "../pipeline/photo-unreadable.ts";
import type { ImageFile, Images } from "../pipeline/ports.ts";
import { ahead } from "./ahead.ts";
import { pressOriginal } from "./press-original.ts";
import { renditionSet, widths } from "./rendition-set.ts";
import type { Rendition } from "./rendition-set.ts";
import { rightsXmp } from "./rights-xmp.ts";

/** 100 megapixels: more than any camera of a press photographer, and what the function's memory holds. */
const mostPixels = 100_000_000;
/** As many as the function has processors: each encoding is one thread's work. */
const atOnce = 2;

/** Photos by sharp. Changing anything here that changes bytes wants another `recipeVersion`. */
export const sharpImages: Images = {
  async *files(original, rights, { parts, focus = { x: 0.5, y: 0.5 } }) {
    const xmp = rightsXmp(rights);
    const about = await readable(() => sharp(original, { limitInputPixels: mostPixels }).metadata());
    if (about.format !== "jpeg") throw new PhotoUnreadable(`it is a ${about.format} file called a JPEG`);
    if (parts.includes("quick")) {
      yield {
        role: "original",
        name: "original.jpg",
        contentType: "image/jpeg",
        width: about.autoOrient.width,
        height: about.autoOrient.height,
        bytes: pressOriginal(original, xmp, about.orientation ?? 1),
      };
    }

    // Decoded once: the largest rendition is what all others are made from.
    const picture = await readable(() => decoded(original));
    if (parts.includes("quick")) yield await placeholder(picture);
    const wanted = renditionSet(picture.info, focus).filter(({ role }) => parts.includes(role));
    yield* ahead(wanted, atOnce, (rendition) => made(picture, rendition, xmp));
  },
};

interface Picture {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

/** Upright, in sRGB, on white, without anything that the file said, and no larger than the largest rendition. */
function decoded(original: Uint8Array): Promise<Picture> {
  return sharp(original, { limitInputPixels: mostPixels, failOn: "error" })
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

async function made(picture: Picture, rendition: Rendition, xmp: string): Promise<ImageFile> {
  const { role, name, format, crop, width, height } = rendition;
  const whole = raw(picture);
  const sized = (crop === undefined ? whole : whole.extract(crop)).resize({
    width,
    ...(height === undefined ? {} : { height }),
  });
  const { data, info } = await encoded(sized, format).withXmp(xmp).toBuffer({ resolveWithObject: true });
  return { role, name, contentType: `image/${format}`, width: info.width, height: info.height, bytes: data };
}

/** The figures behind these are in the decision record on the recipe of photos. */
function encoded(image: Sharp, format: Rendition["format"]): Sharp {
  switch (format) {
    case "avif":
      return image.avif({ quality: 50, effort: 3 });
    case "webp":
      return image.webp({ quality: 78, effort: 4 });
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

/** What sharp says of a file that it cannot read is about the file; it says everything else in other words. */
async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error) throw new PhotoUnreadable(firstLine(error.message), { cause: error });
    throw error;
  }
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/^Input buffer /, "it ").replace(/^VipsJpeg: /, "");
}
