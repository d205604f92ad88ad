import type { Photo } from "../content/entry.ts";
import { digestOf } from "./digest.ts";
import { recipeVersion } from "./recipe.ts";
import { rightsOf } from "./rights.ts";

/** What one photo was made into. Written last, so that half a set is never referred to. */
export interface Manifest {
  readonly photoKey: string;
  readonly files: readonly ManifestFile[];
}
export interface ManifestFile {
  /** "original.jpg", "w640.webp", "social.jpg" */
  readonly name: string;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/**
 * The name of everything made from one photo: 16 hex digits of the original's address, its rights, its focus
 * and the recipe. What has this name exists already, and is not made again.
 */
export function photoKeyOf(photo: Photo): string {
  return digestOf(
    JSON.stringify([photo.original.object, rightsOf(photo), photo.focus ?? null, recipeVersion]),
  ).slice(0, 16);
}

/** Where a made file waits, out of reach. */
export function heldKeyOf(photoKey: string, name: string): string {
  return `renditions/${photoKey}/${name}`;
}
