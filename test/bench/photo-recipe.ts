import sharp from "sharp";
import type { Sharp } from "sharp";
import { inSeconds, noisyPicture, ssim } from "./pictures.ts";
import type { Kind } from "./pictures.ts";

/**
 * `node test/bench/photo-recipe.ts`: what each way of encoding costs in CPU seconds, gives in bytes, and keeps of the picture
 * (SSIM of the luma, against the pixels that were encoded), on several kinds of picture. The figures are in the decision
 * record on the recipe of photos; bytes and SSIM are the same on every run, seconds only against each other.
 */
const size = { width: 1280, height: 853 };
const kinds: readonly Kind[] = ["landscape", "portrait", "crowd", "drawing"];

const ways: Readonly<Record<string, (image: Sharp) => Sharp>> = {
  ...Object.fromEntries(
    [0, 1, 2, 3, 4].map((effort) => [
      `AVIF 50, effort ${effort}`,
      (image) => image.avif({ quality: 50, effort }),
    ]),
  ),
  "AVIF 50, effort 3, 4:2:0": (image) => image.avif({ quality: 50, effort: 3, chromaSubsampling: "4:2:0" }),
  "AVIF 48, effort 3": (image) => image.avif({ quality: 48, effort: 3 }),
  "AVIF 55, effort 2": (image) => image.avif({ quality: 55, effort: 2 }),
  "WebP 80, effort 2": (image) => image.webp({ quality: 80, effort: 2 }),
  "WebP 80, effort 4": (image) => image.webp({ quality: 80, effort: 4 }),
  "WebP 78, effort 4": (image) => image.webp({ quality: 78, effort: 4 }),
  "WebP 78, effort 2": (image) => image.webp({ quality: 78, effort: 2 }),
  "JPEG 80": (image) => image.jpeg({ quality: 80 }),
  "JPEG 80, mozjpeg": (image) => image.jpeg({ quality: 80, mozjpeg: true }),
};

console.log("| way | picture | CPU s | kB | SSIM |\n| --- | --- | --: | --: | --: |");
for (const [way, encode] of Object.entries(ways)) {
  for (const kind of kinds) {
    const data = await noisyPicture(kind, size, 7);
    const raw = { ...size, channels: 3 as const };
    const { result, seconds } = await inSeconds(() => encode(sharp(data, { raw })).toBuffer());
    const got = await sharp(result).toColourspace("srgb").removeAlpha().raw().toBuffer();
    const kept = ssim(data, got, size);
    console.log(
      `| ${way} | ${kind} | ${seconds.toFixed(2)} | ${Math.round(result.length / 1_000)} | ${kept.toFixed(4)} |`,
    );
  }
}
