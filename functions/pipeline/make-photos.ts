import type { Photo } from "../content/entry.ts";
import type { Problem } from "../content/problem.ts";
import { photoKeyOf } from "../site/manifest.ts";
import { inTurns } from "./in-turns.ts";
import type { UnitChange } from "./index-entries.ts";
import { indexKeys } from "./index-keys.ts";
import type { Rows, Workers } from "./ports.ts";

/** Each takes a worker of its own some seconds; more at once than a commit has photos helps nobody. */
const atOnce = 8;

/**
 * Has the renditions made that changed photos need and that were never made. They are held, out of reach, until a page
 * that shows them is live; made once, they are not made again.
 *
 * @returns  the photos that cannot be read, as problems of their sidecars
 */
export async function makePhotos(
  ports: { readonly rows: Rows; readonly workers: Pick<Workers, "makeRenditions"> },
  changes: readonly UnitChange[],
): Promise<readonly Problem[]> {
  const photos = changes.flatMap(({ unit, after }) =>
    after?.entry.kind === "photo" ? [{ unit, photo: after.entry }] : [],
  );
  const keys = photos.map(({ photo }) => indexKeys.manifest(photoKeyOf(photo)));
  const made = new Set((await ports.rows.get(keys)).map(({ pk }) => pk));
  const missing = photos.filter(({ photo }) => !made.has(indexKeys.manifest(photoKeyOf(photo)).pk));

  const problems = await inTurns(missing, atOnce, async ({ unit, photo }): Promise<readonly Problem[]> => {
    const photoKey = photoKeyOf(photo);
    const result = await ports.workers.makeRenditions({ photo, photoKey });
    if ("unreadable" in result) return [unreadable(unit, photo, result.unreadable)];
    await ports.rows.write([{ ...indexKeys.manifest(photoKey), value: result.manifest }], []);
    return [];
  });
  return problems.flat();
}

function unreadable(unit: string, photo: Photo, why: string): Problem {
  return {
    code: "photo-unreadable",
    place: { file: `${unit}.yaml`, line: 1, column: 1 },
    message: `The picture ${photo.file} cannot be opened (${why}), so readers would get a broken photo.`,
    fix: "export the photo again as a JPEG from the program that it comes from, and replace the file.",
  };
}
