import sharp from "sharp";
import type { Pictures } from "../pipeline/ports.ts";
import { socialSize } from "../site/recipe.ts";
import type { SocialPicture } from "../site/social-picture.ts";
import { drawableText } from "./letters/drawable-text.ts";
import { setText } from "./letters/set-text.ts";
import type { Measure, SetText } from "./letters/set-text.ts";
import { typeface } from "./letters/typeface.ts";
import type { Typeface } from "./letters/typeface.ts";

/** Pixels, as everything here. */
const margin = 84;
const band = 20;
const width = socialSize.width - 2 * margin;
/** Where the headline may stand: between the publisher above and the day below. */
const room = { top: 166, bottom: 506 } as const;
const leading = 1.16;
/** From a capital's top to the base line, in ems. */
const capital = 0.7;

const headlineMeasure: Measure = {
  width,
  sizes: [116, 104, 96, 88, 80, 72, 66, 60, 56, 52],
  lines: (size) => Math.min(5, Math.floor((room.bottom - room.top) / (size * leading) + 0.1)),
};
const publisherMeasure: Measure = { width, sizes: [36, 32, 28], lines: () => 1 };

/**
 * Pictures by our own letters and sharp. What is written comes into the picture as outlines alone, so it can be no markup,
 * and no font is looked for. Changing anything here that changes bytes wants another `pictureRecipe`.
 *
 * @param letters  a typeface's files, semibold and with serifs as headlines on our pages are
 */
export function drawnPictures(letters: () => Promise<readonly Uint8Array[]>): Pictures {
  let face: Promise<Typeface> | undefined;
  return {
    async draw(picture) {
      face ??= letters().then(typeface); // by the first picture: who makes photos alone has no need of it
      return sharp(Buffer.from(svgOf(await face, picture)))
        .removeAlpha()
        .png({ palette: true, colours: 16, effort: 1, dither: 0 }) // figures in the decision record on drawn pictures
        .toBuffer();
    },
  };
}

function svgOf(face: Typeface, { headline, publisher, day, colours }: SocialPicture): string {
  const [title, name] = [headline, publisher].map((text) => drawableText(face, text));
  const large = title ?? name ?? day;
  const shapes = [
    rectangle(socialSize.width, socialSize.height, colours.ground),
    rectangle(socialSize.width, band, colours.accent),
    headlineShape(face, setText(face, large, headlineMeasure), colours.text),
    ...(name === undefined || large === name
      ? []
      : line(face, setText(face, name, publisherMeasure), 114, colours.accent)),
    ...(large === day ? [] : line(face, { size: 32, lines: [day] }, 576, colours.quiet)),
  ];
  const { width: w, height: h } = socialSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}">${shapes.join("")}</svg>`;
}

/** In the middle of its room. */
function headlineShape(face: Typeface, { size, lines }: SetText, colour: string): string {
  const height = (lines.length - 1) * size * leading + size * capital;
  const first = (room.top + room.bottom - height) / 2 + size * capital;
  return lines
    .map((text, index) => letters(face.path(text, size, margin, first + index * size * leading), colour))
    .join("");
}

function line(face: Typeface, { size, lines }: SetText, y: number, colour: string): readonly string[] {
  return lines.map((text) => letters(face.path(text, size, margin, y), colour));
}

function letters(path: string, colour: string): string {
  return `<path fill="${colour}" d="${path}"/>`;
}

function rectangle(w: number, h: number, colour: string): string {
  return `<path fill="${colour}" d="M0 0H${w}V${h}H0Z"/>`;
}
