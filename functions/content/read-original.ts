import { originalFormats } from "./entry.ts";
import type { OriginalFormat, Photo } from "./entry.ts";
import { inBoth, photoFaults } from "./photo-faults.ts";
import { brokenLimit, photoLimits } from "./photo-limits.ts";
import { photoProblem } from "./photo-problems.ts";
import type { PhotoReason } from "./photo-problems.ts";
import { pictureHead } from "./picture-head.ts";
import type { PictureHead } from "./picture-head.ts";
import type { Localised } from "./locale.ts";
import type { Place } from "./place.ts";
import type { Reading } from "./problem.ts";
import type { SourceFile } from "./read-content.ts";

const endings: Readonly<Record<OriginalFormat, RegExp>> = {
  jpeg: /\.jpe?g$/i,
  png: /\.png$/i,
  tiff: /\.tiff?$/i,
  webp: /\.webp$/i,
};

/**
 * What the beginning of an original tells, or why nothing can be made of it. What only shows when the picture is opened
 * is found by whoever opens it.
 *
 * @param place  where the sidecar names it
 */
export function readOriginal(file: SourceFile, place: Place): Reading<Photo["original"]> {
  const { path, object, size: bytes } = file;
  const refuse = (reason: PhotoReason, why: Localised): Reading<Photo["original"]> => ({
    ok: false,
    problems: [photoProblem(reason, place, path.slice("photos/".length), why)],
  });
  if (bytes === 0) return refuse("unreadable", photoFaults.empty);
  if (bytes > photoLimits.bytes) return refuse("too-heavy", inBoth(`${Math.round(bytes / 1_000_000)} MB`));
  const head = pictureHead(file.bytes);
  if (head === undefined) return refuse("unreadable", photoFaults.noPicture);
  const { format, size, precision = 8 } = head;
  if (!isOriginalFormat(format)) return refuse("other-format", inBoth(format));
  if (!endings[format].test(path))
    return refuse("wrong-ending", inBoth(format === "webp" ? "WebP" : format.toUpperCase()));
  if (precision !== 8)
    return refuse("other-format", {
      da: `JPEG med ${precision} bit`,
      en: `JPEG with ${precision} bits`,
    });
  const limit = size && brokenLimit(size.width, size.height);
  if (limit !== undefined) return refuse(limit, inBoth(`${size?.width} × ${size?.height}`));
  return { ok: true, value: { object, format, bytes } };
}

function isOriginalFormat(format: PictureHead["format"]): format is OriginalFormat {
  return (originalFormats as readonly string[]).includes(format);
}
