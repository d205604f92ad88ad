import type { OriginalFormat } from "../content/entry.ts";
import { PhotoUnreadable } from "../pipeline/photo-unreadable.ts";
import { hasPosition } from "./has-position.ts";
import { isSignedJpeg, jpegWithRights } from "./jpeg-original.ts";
import { isSignedPng, pngWithRights } from "./png-original.ts";
import { isSignedTiff, tiffWithRights } from "./tiff-original.ts";
import { isSignedWebp, webpWithRights } from "./webp-original.ts";

/** What a file is to say of itself. */
export interface RightsBlocks {
  readonly xmp: string;
  /** IPTC's older form, which only JPEG files have room for. */
  readonly iptc: Uint8Array;
}

interface Container {
  /** Whether it carries content credentials (C2PA), which vouch for every byte. */
  readonly isSigned: (file: Buffer) => boolean;
  readonly withRights: (file: Buffer, rights: RightsBlocks, orientation: number) => Uint8Array;
}

const containers: Readonly<Record<OriginalFormat, Container>> = {
  jpeg: { isSigned: isSignedJpeg, withRights: jpegWithRights },
  png: { isSigned: isSignedPng, withRights: pngWithRights },
  tiff: { isSigned: isSignedTiff, withRights: tiffWithRights },
  webp: { isSigned: isSignedWebp, withRights: webpWithRights },
};

/**
 * The original as the press gets it: the very pixels that were delivered, with the rights inside and everything else
 * that the file said gone (position, serial numbers, thumbnails, other people's names). A file with content
 * credentials stays as it is, byte for byte: taking anything out would break them.
 *
 * @param orientation  1 to 8, as the file had it: the pixels are not turned
 * @throws             PhotoUnreadable
 */
export function pressOriginal(
  bytes: Uint8Array,
  format: OriginalFormat,
  rights: RightsBlocks,
  orientation: number,
): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { isSigned, withRights } = containers[format];
  if (!isSigned(file)) return withRights(file, rights, orientation);
  if (hasPosition(file)) throw new PhotoUnreadable({ detail: "C2PA" }, "signed-with-position");
  return bytes;
}
