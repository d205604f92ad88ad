import { inBoth, photoFaults } from "../../functions/content/photo-faults.ts";
import { checksumOf } from "../../functions/site/digest.ts";
import type { MakeRenditionsOrder, MakeRenditionsResult } from "../../functions/pipeline/make-renditions.ts";
import type { Pictures } from "../../functions/pipeline/ports.ts";
import type { ManifestFile } from "../../functions/site/manifest.ts";

/** What each of the files is. */
export const standInByte = "x";

/** Stands in for what draws pictures, which has tests of its own: pages only need to know where they are. */
export const standInPictures: Pictures = { draw: () => Promise.resolve(Buffer.from(standInByte)) };

const jpeg = { contentType: "image/jpeg", width: 60, height: 40, bytes: 1 };
const quick: readonly ManifestFile[] = [
  { name: "w60.jpg", ...jpeg },
  { name: "16x9-w60.jpg", ...jpeg, height: 34 },
  { name: "4x5-w32.jpg", ...jpeg, width: 32 },
  { name: "1x1-w40.jpg", ...jpeg, width: 40 },
  { name: "social.jpg", ...jpeg, height: 32 },
];
const slow: readonly ManifestFile[] = [{ name: "w60.avif", ...jpeg, contentType: "image/avif" }];
const original = { name: "original.jpg", ...jpeg, sha256: "0".repeat(64), crc32: checksumOf(standInByte) };
const placeholder = "data:image/webp;base64,";

/** In a photo's bytes: it begins as one does, and cannot be opened. */
export const cutOff = "CUT OFF";

/** In a photo's bytes: it can be opened by who has the time. */
export const tooSlow = "TOO SLOW";

/** To be written behind a photo's bytes: how large it is said to be. */
export const saysSize = (width: number, height: number): string => `SIZE ${width}x${height}`;

/** To be written behind a photo's bytes: how heavy its original is said to be. */
export const saysBytes = (bytes: number): string => `BYTES ${bytes}.`;

/**
 * Stands in for sharp, which the photo tests run for real: pages only need to know the files' names.
 *
 * @param bytes  the original
 */
export function standInRenditions(
  { photoKey, parts }: MakeRenditionsOrder,
  bytes: Uint8Array,
): {
  readonly result: MakeRenditionsResult;
  /** The files that are to be held. */
  readonly names: readonly string[];
} {
  if (Buffer.from(bytes).includes(cutOff))
    return { result: { unreadable: { reason: "unreadable", why: photoFaults.breaksOff } }, names: [] };
  if (Buffer.from(bytes).includes(tooSlow))
    return { result: { unreadable: { reason: "too-slow", why: inBoth("120 s") } }, names: [] };
  const [, heavy] = /BYTES (\d+)\./.exec(Buffer.from(bytes).toString("latin1")) ?? [];
  const [, width, height] = /SIZE (\d+)x(\d+)/.exec(Buffer.from(bytes).toString("latin1")) ?? [];
  const sized = {
    ...original,
    ...(width === undefined ? {} : { width: Number(width), height: Number(height) }),
    ...(heavy === undefined ? {} : { bytes: Number(heavy) }),
  };
  const made = {
    ...(parts.includes("quick") ? { quick: { photoKey, original: sized, files: quick, placeholder } } : {}),
    ...(parts.includes("slow") ? { slow } : {}),
  };
  const files = [...(made.quick === undefined ? [] : [original, ...quick]), ...(made.slow ?? [])];
  return { result: made, names: files.map(({ name }) => name) };
}
