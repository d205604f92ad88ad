import sharp from "sharp";
import type { Metadata, Sharp } from "sharp";
import { PhotoUnreadable } from "../pipeline/photo-unreadable.ts";
import type { ImageFile, Images } from "../pipeline/ports.ts";
import { pressOriginal } from "./press-original.ts";
import { rightsXmp } from "./rights-xmp.ts";

/** From a phone to a large screen; between two of them no more than half as many bytes again are sent for nothing. */
const widths = [320, 640, 960, 1280, 1920];
/** What link previews show. */
const social = { width: 1200, height: 630 };
/** 100 megapixels: more than any camera of a press photographer, and what the function's memory holds. */
const mostPixels = 100_000_000;

/** Photos by sharp. Changing anything here that changes bytes wants another `recipeVersion`. */
export const sharpImages: Images = {
  async *files(original, rights, { focus = { x: 0.5, y: 0.5 } }) {
    const xmp = rightsXmp(rights);
    const about = await readable(() => sharp(original, { limitInputPixels: mostPixels }).metadata());
    if (about.format !== "jpeg") throw new PhotoUnreadable(`it is a ${about.format} file called a JPEG`);
    const { width, height } = about.autoOrient;
    yield {
      name: "original.jpg",
      contentType: "image/jpeg",
      width,
      height,
      bytes: pressOriginal(original, xmp, about.orientation ?? 1),
    };

    // Decoded once: the largest rendition is what all others are made from.
    const largest = await readable(() => decoded(original, about));
    const { info } = largest;
    const raw = () =>
      sharp(largest.data, { raw: { width: info.width, height: info.height, channels: info.channels } });
    for (const wide of widths.filter((one) => one < info.width).concat(info.width)) {
      const resized = raw().resize({ width: wide });
      yield finished(`w${wide}.jpg`, "image/jpeg", await encoded(jpeg(resized), xmp));
      yield finished(
        `w${wide}.webp`,
        "image/webp",
        await encoded(resized.webp({ quality: 78, effort: 4 }), xmp),
      );
    }
    const crop = cropAround(focus, info, social);
    const preview = raw().extract(crop).resize(social);
    yield finished("social.jpg", "image/jpeg", await encoded(jpeg(preview), xmp));
  },
};

type Encoded = Awaited<ReturnType<typeof encoded>>;

function finished(name: string, contentType: string, { data, info }: Encoded): ImageFile {
  return { name, contentType, width: info.width, height: info.height, bytes: data };
}

function jpeg(image: Sharp): Sharp {
  return image.jpeg({ quality: 80, mozjpeg: true });
}

function encoded(image: Sharp, xmp: string) {
  return image.withXmp(xmp).toBuffer({ resolveWithObject: true });
}

/** Upright, in sRGB, without anything that the file said, and no larger than the largest rendition. */
function decoded(original: Uint8Array, { space }: Metadata) {
  const image = sharp(original, { limitInputPixels: mostPixels, failOn: "error" })
    .autoOrient()
    .resize({ width: widths.at(-1), withoutEnlargement: true })
    .toColourspace("srgb");
  return (space === "b-w" ? image : image.flatten()).raw().toBuffer({ resolveWithObject: true });
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

/** The largest part of the picture that has the wanted shape, with the focus as near its middle as the edges allow. */
export function cropAround(
  focus: { readonly x: number; readonly y: number },
  picture: { readonly width: number; readonly height: number },
  shape: { readonly width: number; readonly height: number },
): { left: number; top: number; width: number; height: number } {
  const scale = Math.min(picture.width / shape.width, picture.height / shape.height);
  const width = Math.max(1, Math.min(picture.width, Math.round(shape.width * scale)));
  const height = Math.max(1, Math.min(picture.height, Math.round(shape.height * scale)));
  const within = (middle: number, size: number, whole: number) =>
    Math.round(Math.min(Math.max(middle * whole - size / 2, 0), whole - size));
  return {
    left: within(focus.x, width, picture.width),
    top: within(focus.y, height, picture.height),
    width,
    height,
  };
}
