/**
 * What a press original may be. The photo function holds a whole original in its 3 GB of memory, and some decoders the whole
 * picture besides: 100 megapixels of 16 bits and four channels are 800 MB.
 */
export const photoLimits = {
  bytes: 100_000_000,
  /** More than any camera of a press photographer. */
  pixels: 100_000_000,
  /** On either side: three times as wide as a double page in print. */
  side: 20_000,
  /** On either side: below this it is an icon, or a pixel that counts readers. */
  smallest: 32,
} as const;

/** What one copy of an object may hold in S3: with more originals than that, a release has no press kit. */
export const largestKit = 5 * 1024 ** 3;

/** Which limit a picture's size breaks. */
export function brokenLimit(width: number, height: number): "too-large" | "too-small" | undefined {
  if (Math.min(width, height) < photoLimits.smallest) return "too-small";
  return width * height > photoLimits.pixels || Math.max(width, height) > photoLimits.side
    ? "too-large"
    : undefined;
}
