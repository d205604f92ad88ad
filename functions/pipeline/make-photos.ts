import { isOver } from "../content/consent.ts";
import type { Instant } from "../content/instant.ts";
import { photoProblem } from "../content/photo-problems.ts";
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
  /** The changes, and those of them left out that have a photo which cannot be opened. */
  readonly units: readonly UnitChange[];
  /** Those of which something was made now. */
  readonly made: readonly UnitChange[];
  /** Why photos are left out, as problems of their sidecars. */
  readonly leftOut: readonly Problem[];
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
    change.after?.entry.kind === "photo" ? [{ change, after: change.after, photo: change.after.entry }] : [],
  );
  const keys = photos.flatMap(({ photo }) => {
    const photoKey = photoKeyOf(photo);
    return [...parts.map((part) => indexKeys.renditions(photoKey, part)), indexKeys.emptied(photoKey)];
  });
  const there = new Set((await ports.rows.get(keys)).map(({ pk, sk }) => `${pk} ${sk}`));
  const isThere = ({ pk, sk }: RowKey) => there.has(`${pk} ${sk}`);

  const outcomes = await inTurns(photos, atOnce, async ({ change, after, photo }) => {
    const photoKey = photoKeyOf(photo);
    // Of one that may be shown again, what was made is gone.
    const isEmpty = isThere(indexKeys.emptied(photoKey)) && !isOver(photo, instant);
    const missing = parts.filter((part) => isEmpty || !isThere(indexKeys.renditions(photoKey, part)));
    if (missing.length === 0) return {};
    if (isEmpty) await forgetOthers(ports.rows, photoKey, missing);
    const result = await ports.workers.makeRenditions({ photo, photoKey, parts: missing });
    if ("unreadable" in result) {
      const { reason, why } = result.unreadable;
      const place = after.places["file"] ?? { file: `${change.unit}.yaml`, line: 1, column: 1 };
      return { change, problem: photoProblem(reason, place, photo.file, why) };
    }
    const card =
      result.card === undefined ? [] : [{ ...indexKeys.cardPicture(photoKey), value: result.card }];
    await ports.rows.write(
      [...card, ...missing.map((part) => ({ ...indexKeys.renditions(photoKey, part), value: result[part] }))],
      [],
    );
    if (isEmpty) await ports.rows.write([], [indexKeys.emptied(photoKey)]);
    return { made: change };
  });
  const broken = new Set(outcomes.flatMap(({ problem, change }) => (problem ? [change] : [])));
  return {
    units: changes.map((change) => (broken.has(change) ? withoutPhoto(change) : change)),
    made: outcomes.flatMap(({ made }) => made ?? []),
    leftOut: outcomes.flatMap(({ problem }) => problem ?? []),
  };
}

/** Nothing may name files that are not held: what is not made now is made as if for the first time. */
async function forgetOthers(rows: Rows, photoKey: string, making: readonly Part[]): Promise<void> {
  await rows.write(
    [{ ...indexKeys.emptied(photoKey), value: emptying.begun }],
    allParts.filter((part) => !making.includes(part)).map((part) => indexKeys.renditions(photoKey, part)),
  );
}

/** As a photo that its beginning already shows to be none. */
function withoutPhoto({ unit, before }: UnitChange): UnitChange {
  return { unit, ...(before === undefined ? {} : { before }), leftOut: true };
}
