import type { Part } from "../site/manifest.ts";
import { cropAround } from "./crop-around.ts";
import type { Focus, Size } from "./crop-around.ts";

/** One file to be made of the decoded picture. */
export interface Rendition {
  readonly role: Part;
  readonly name: string;
  readonly format: "avif" | "webp" | "jpeg";
  /** What is taken of the picture; undefined for the whole of it. */
  readonly crop?: Size & { readonly left: number; readonly top: number };
  readonly width: number;
  readonly height?: number;
}

/** From a phone to a large screen; between two of them no more than half as many bytes again are sent for nothing. */
export const widths = [320, 640, 960, 1280, 1920, 2560];

interface Crop {
  readonly name: string;
  readonly shape: Size;
  readonly widths: readonly number[];
  readonly formats: readonly ("webp" | "jpeg")[];
}

/**
 * Lists show a picture in 16:9, from 12 rem to the width of a phone; contact cards show a portrait in 4:5, 7 rem wide; each
 * up to three dots a pixel. Search engines ask for 16:9 and 1:1 in 1,200 pixels, link previews for 1,200 × 630; both read
 * JPEG everywhere. Not in AVIF: so small, it saves a reader a few kilobytes and costs half as long again to make.
 */
const crops: readonly Crop[] = [
  {
    name: "16x9-",
    shape: { width: 1200, height: 675 },
    widths: [320, 640, 1200],
    formats: ["webp", "jpeg"],
  },
  { name: "4x5-", shape: { width: 400, height: 500 }, widths: [200, 400], formats: ["webp", "jpeg"] },
  { name: "1x1-", shape: { width: 1200, height: 1200 }, widths: [1200], formats: ["jpeg"] },
];
const social = { width: 1200, height: 630 };

export const endings = { avif: "avif", webp: "webp", jpeg: "jpg", png: "png", tiff: "tif" } as const;

/** All files of a picture of this size, none of them wider than the picture itself. */
export function renditionSet(picture: Size, focus: Focus): readonly Rendition[] {
  const whole = (["jpeg", "webp", "avif"] as const).flatMap((format) =>
    upTo(picture.width, widths).map((width): Rendition => ({
      role: format === "avif" ? "slow" : "quick",
      name: `w${width}.${endings[format]}`,
      format,
      width,
    })),
  );
  const cut = crops.flatMap((crop) => {
    const area = cropAround(focus, picture, crop.shape);
    return upTo(area.width, crop.widths).flatMap((width) =>
      crop.formats.map((format) =>
        cutTo(`${crop.name}w${width}.${endings[format]}`, format, area, crop.shape, width),
      ),
    );
  });
  const preview = cropAround(focus, picture, social);
  const previewWidth = Math.min(preview.width, social.width);
  return [...whole, ...cut, cutTo("social.jpg", "jpeg", preview, social, previewWidth)];
}

function cutTo(
  name: string,
  format: Rendition["format"],
  crop: NonNullable<Rendition["crop"]>,
  shape: Size,
  width: number,
): Rendition {
  const height = Math.max(1, Math.min(crop.height, Math.round((width * shape.height) / shape.width)));
  return { role: "quick", name, format, crop, width, height };
}

/** The wanted widths below what there is, and what there is up to the largest of them. */
function upTo(there: number, wanted: readonly number[]): readonly number[] {
  const widest = Math.min(there, Math.max(...wanted));
  return [...wanted.filter((one) => one < widest), widest];
}
