import sharp from "sharp";
import type { Size } from "../../functions/images/crop-around.ts";

/**
 * Pictures that compress like photographs: noise of every size, the finer the fainter, as in pictures of nature. How fast
 * it grows fainter is what tells a misty landscape from a crowd.
 */
export type Kind = "landscape" | "portrait" | "crowd" | "drawing";
const fading: Readonly<Record<Exclude<Kind, "drawing">, number>> = {
  portrait: 0.9,
  landscape: 0.7,
  crowd: 0.5,
};

/** @returns  three bytes a pixel; the same for the same seed on every machine */
export async function noisyPicture(kind: Kind, size: Size, seed: number): Promise<Buffer> {
  if (kind === "drawing") return drawing(size);
  const random = randomBytes(seed);
  const { width, height } = size;
  const sum = new Float32Array(width * height * 3);
  const octaves = Math.ceil(Math.log2(width));
  for (let octave = 1; octave <= octaves; octave += 1) {
    const [wide, high] = [width, height].map((side) =>
      Math.max(2, Math.round(side / 2 ** (octaves - octave))),
    );
    const raw = { width: wide ?? 2, height: high ?? 2, channels: 3 as const };
    const noise = random(raw.width * raw.height * 3);
    const layer = await sharp(noise, { raw })
      .resize(width, height, { fit: "fill", kernel: "cubic" })
      .raw()
      .toBuffer();
    const share = 1.6 / 2 ** (octave * fading[kind]);
    for (let index = 0; index < sum.length; index += 1)
      sum[index] = (sum[index] ?? 0) + ((layer[index] ?? 0) - 127) * share;
  }
  return Buffer.from(Uint8ClampedArray.from(sum, (value) => 127 + value));
}

/** Even areas and hard edges, as on a poster or in a diagram. */
async function drawing({ width, height }: Size): Promise<Buffer> {
  const shapes = Array.from({ length: 24 }, (_, index) => {
    const [x, y] = [(index * 0.381_966) % 1, (index * 0.618_034) % 1];
    return `<circle cx="${x * width}" cy="${y * height}" r="${width / 14}" fill="hsl(${index * 47},70%,50%)" stroke="#fff" stroke-width="${width / 300}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#234"/>${shapes.join("")}</svg>`;
  return sharp(Buffer.from(svg)).flatten().toColourspace("srgb").raw().toBuffer();
}

/** A linear congruential generator; its upper bits are random enough for noise. */
function randomBytes(seed: number): (count: number) => Buffer {
  let state = seed >>> 0;
  return (count) => {
    const bytes = Buffer.alloc(count);
    for (let index = 0; index < count; index += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      bytes[index] = state >>> 24;
    }
    return bytes;
  };
}

/**
 * How much of one picture's luma is in another: 1 is all of it. Over windows of 8 × 8, four apart.
 *
 * @see  Wang, Bovik, Sheikh, Simoncelli: Image quality assessment (2004), formula 13
 */
export function ssim(one: Uint8Array, other: Uint8Array, { width, height }: Size): number {
  const [lumaOne, lumaOther] = [luma(one), luma(other)];
  const [steady, steadier] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  let total = 0;
  let windows = 0;
  for (let top = 0; top + 8 <= height; top += 4) {
    for (let left = 0; left + 8 <= width; left += 4) {
      let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
      for (let y = top; y < top + 8; y += 1) {
        for (let at = y * width + left; at < y * width + left + 8; at += 1) {
          const [p, q] = [lumaOne[at] ?? 0, lumaOther[at] ?? 0];
          a += p;
          b += q;
          aa += p * p;
          bb += q * q;
          ab += p * q;
        }
      }
      const [meanA, meanB] = [a / 64, b / 64];
      const [varA, varB, both] = [aa / 64 - meanA ** 2, bb / 64 - meanB ** 2, ab / 64 - meanA * meanB];
      total +=
        ((2 * meanA * meanB + steady) * (2 * both + steadier)) /
        ((meanA ** 2 + meanB ** 2 + steady) * (varA + varB + steadier));
      windows += 1;
    }
  }
  return total / windows;
}

function luma(rgb: Uint8Array): Float32Array {
  return Float32Array.from(
    { length: rgb.length / 3 },
    (_, index) =>
      0.2126 * (rgb[index * 3] ?? 0) +
      0.7152 * (rgb[index * 3 + 1] ?? 0) +
      0.0722 * (rgb[index * 3 + 2] ?? 0),
  );
}

/** CPU seconds of this process, threads of libraries included. */
export async function inSeconds<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly seconds: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1_000_000 };
}
