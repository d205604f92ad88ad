import { isOver } from "../content/consent.ts";
import type { Photo } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import type { Problem } from "../content/problem.ts";
import { parts as allParts, photoKeyOf } from "../site/manifest.ts";
import type { Part } from "../site/manifest.ts";
import { inTurns } from "./in-turns.ts";
import { emptying } from "./empty-held.ts";
import type { UnitChange } from "./index-entries.ts";
import { indexKeys } from "./index-keys.ts";
import type { RowKey, Rows, Workers } from "./ports.ts";

/** Each takes a worker of its own some seconds; more at once than a commit has photos helps nobody. */
const atOnce = 8;

export interface MadePhotos {
  /** Those of which something was made now. */
  readonly made: readonly UnitChange[];
  /** Those that cannot be read, as problems of their sidecars. */
  readonly problems: readonly Problem[];
}

/**
 * Has those parts made that changed photos need and that were never made. They are held, out of reach, until a page
 * that shows them is live; made once, they are not made again.
 */
export async function makePhotos(
  ports: { readonly rows: Rows; readonly workers: Pick<Workers, "makeRenditions"> },
  changes: readonly UnitChange[],
  parts: readonly Part[],
  instant: Instant,
): Promise<MadePhotos> {
  const photos = changes.flatMap((change) =>
    change.after?.entry.kind === "photo" ? [{ change, photo: change.after.entry }] : [],
  );
  const keys = photos.flatMap(({ photo }) => {
    const photoKey = photoKeyOf(photo);
    return [...parts.map((part) => indexKeys.renditions(photoKey, part)), indexKeys.emptied(photoKey)];
  });
  const there = new Set((await ports.rows.get(keys)).map(({ pk, sk }) => `${pk} ${sk}`));
  const isThere = ({ pk, sk }: RowKey) => there.has(`${pk} ${sk}`);

  const outcomes = await inTurns(photos, atOnce, async ({ change, photo }) => {
    const photoKey = photoKeyOf(photo);
    // Of one that may be shown again, what was made is gone.
    const isEmpty = isThere(indexKeys.emptied(photoKey)) && !isOver(photo, instant);
    const missing = parts.filter((part) => isEmpty || !isThere(indexKeys.renditions(photoKey, part)));
    if (missing.length === 0) return {};
    if (isEmpty) await forgetOthers(ports.rows, photoKey, missing);
    const result = await ports.workers.makeRenditions({ photo, photoKey, parts: missing });
    if ("unreadable" in result) return { problem: unreadable(change.unit, photo, result.unreadable) };
    const card =
      result.card === undefined ? [] : [{ ...indexKeys.cardPicture(photoKey), value: result.card }];
    await ports.rows.write(
      [...card, ...missing.map((part) => ({ ...indexKeys.renditions(photoKey, part), value: result[part] }))],
      [],
    );
    if (isEmpty) await ports.rows.write([], [indexKeys.emptied(photoKey)]);
    return { made: change };
  });
  return {
    made: outcomes.flatMap(({ made }) => made ?? []),
    problems: outcomes.flatMap(({ problem }) => problem ?? []),
  };
}

/** Nothing may name files that are not held: what is not made now is made as if for the first time. */
async function forgetOthers(rows: Rows, photoKey: string, making: readonly Part[]): Promise<void> {
  await rows.write(
    [{ ...indexKeys.emptied(photoKey), value: emptying.begun }],
    allParts.filter((part) => !making.includes(part)).map((part) => indexKeys.renditions(photoKey, part)),
  );
}

function unreadable(unit: string, photo: Photo, why: string): Problem {
  return {
    code: "photo-unreadable",
    place: { file: `${unit}.yaml`, line: 1, column: 1 },
    message: {
      da: `Billedet ${photo.file} kan ikke åbnes (${why}), så læserne ville få et ødelagt foto.`,
      en: `The picture ${photo.file} cannot be opened (${why}), so readers would get a broken photo.`,
    },
    fix: {
      da: "eksportér fotoet igen som JPEG fra det program, det kommer fra, og erstat filen.",
      en: "export the photo again as a JPEG from the program that it comes from, and replace the file.",
    },
  };
}
