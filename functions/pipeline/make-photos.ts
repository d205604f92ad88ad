import type { Photo } from "../content/entry.ts";
import type { Problem } from "../content/problem.ts";
import { photoKeyOf } from "../site/manifest.ts";
import type { Part } from "../site/manifest.ts";
import { inTurns } from "./in-turns.ts";
import type { UnitChange } from "./index-entries.ts";
import { indexKeys } from "./index-keys.ts";
import type { Row, Rows, Workers } from "./ports.ts";

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
): Promise<MadePhotos> {
  const photos = changes.flatMap((change) =>
    change.after?.entry.kind === "photo" ? [{ change, photo: change.after.entry }] : [],
  );
  const keys = photos.flatMap(({ photo }) =>
    parts.map((part) => indexKeys.renditions(photoKeyOf(photo), part)),
  );
  const there = new Set((await ports.rows.get(keys)).map(({ pk, sk }) => `${pk} ${sk}`));
  const isThere = ({ pk, sk }: Pick<Row, "pk" | "sk">) => there.has(`${pk} ${sk}`);

  const outcomes = await inTurns(photos, atOnce, async ({ change, photo }) => {
    const photoKey = photoKeyOf(photo);
    const missing = parts.filter((part) => !isThere(indexKeys.renditions(photoKey, part)));
    if (missing.length === 0) return {};
    const result = await ports.workers.makeRenditions({ photo, photoKey, parts: missing });
    if ("unreadable" in result) return { problem: unreadable(change.unit, photo, result.unreadable) };
    await ports.rows.write(
      missing.map((part) => ({ ...indexKeys.renditions(photoKey, part), value: result[part] })),
      [],
    );
    return { made: change };
  });
  return {
    made: outcomes.flatMap(({ made }) => made ?? []),
    problems: outcomes.flatMap(({ problem }) => problem ?? []),
  };
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
