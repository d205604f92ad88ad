import type { Photo } from "../content/entry.ts";
import { digestOf } from "./digest.ts";
import { recipeVersion } from "./recipe.ts";
import { rightsOf } from "./rights.ts";

/**
 * What one photo was made into: what is quick to make and enough for a page, and AVIF, which takes ten times as long and
 * joins later. Each part is recorded when all of it is held, so that half of one is never referred to.
 */
export const parts = ["quick", "slow"] as const;
export type Part = (typeof parts)[number];

/** What pages know of a photo's files; AVIF is among them once it is made. */
export interface Manifest {
  readonly photoKey: string;
  readonly original: OriginalFile;
  readonly files: readonly ManifestFile[];
  /** A picture of some hundred bytes, as a data: address, for the place of one that is still on its way. */
  readonly placeholder: string;
}
export interface ManifestFile {
  /**
   * "w640.webp": the whole picture, 640 pixels wide. "16x9-w640.jpg": cut to a shape. "social.jpg": for link previews.
   * "original.jpg": as it was delivered.
   */
  readonly name: string;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}
export interface OriginalFile extends ManifestFile {
  /** Of the file that the press gets: 64 hex digits. */
  readonly sha256: string;
  /** Of the same file: archives want it before its bytes. */
  readonly crc32: number;
}

/**
 * The name of everything made from one photo: 16 hex digits of the photo's id, the original's address, its rights, its focus
 * and the recipe. What has this name exists already, and is not made again.
 */
export function photoKeyOf(photo: Photo): string {
  return digestOf(
    JSON.stringify([photo.id, photo.original.object, rightsOf(photo), photo.focus ?? null, recipeVersion]),
  ).slice(0, 16);
}

/** The cut that a contact's card carries within it, as long as phones take it: some kilobytes. */
export const cardPicture = "4x5-w200.jpg";

/** Where a made file waits, out of reach. */
export function heldKeyOf(photoKey: string, name: string): string {
  return `renditions/${photoKey}/${name}`;
}
