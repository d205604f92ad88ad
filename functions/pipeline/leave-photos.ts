import { heldKeyOf, parts, photoKeyOf } from "../site/manifest.ts";
import type { Manifest, ManifestFile } from "../site/manifest.ts";
import { deleteAll } from "./delete-all.ts";
import { emptying } from "./empty-held.ts";
import type { UnitChange } from "./index-entries.ts";
import { indexKeys, leavingPartition } from "./index-keys.ts";
import type { Held, Rows } from "./ports.ts";

/**
 * Notes what photos were made into that are gone or are others now. Written before the index forgets them: whoever comes
 * after a crash finds here what is still to be let go of.
 */
export async function noteLeaving(rows: Pick<Rows, "write">, changes: readonly UnitChange[]): Promise<void> {
  const keys = changes.flatMap(({ before, after }) => {
    if (before?.entry?.kind !== "photo") return [];
    const was = photoKeyOf(before.entry);
    return after?.entry.kind === "photo" && photoKeyOf(after.entry) === was ? [] : [was];
  });
  await rows.write(
    keys.map((photoKey) => ({ ...indexKeys.leaving(photoKey), value: photoKey })),
    [],
  );
}

/** Lets go of what no photo needs any more, once nothing on the site is copied from it. Safe to repeat. */
export async function letGo(ports: {
  readonly rows: Rows;
  readonly held: Pick<Held, "delete">;
}): Promise<void> {
  const { rows, held } = ports;
  for (const { value } of await rows.query({ pk: leavingPartition })) {
    const photoKey = value as string;
    const needed = await rows.query({ pk: indexKeys.madeFor(photoKey, "").pk, limit: 1 });
    const made = parts.map((part) => indexKeys.renditions(photoKey, part));
    if (needed.length === 0) {
      const found = await rows.get(made);
      const files = found.flatMap(({ value: part }) =>
        Array.isArray(part)
          ? (part as readonly ManifestFile[])
          : [(part as Manifest).original, ...(part as Manifest).files],
      );
      const keys = files.map(({ name }) => heldKeyOf(photoKey, name));
      const mark = indexKeys.emptied(photoKey);
      // A commit may want the photo back before all of this is done: it has to see that the files may be gone.
      await rows.write([{ ...mark, value: emptying.begun }], []);
      await deleteAll(held, keys);
      await rows.write([], made);
      await rows.write([], [mark]);
    }
    await rows.write([], [indexKeys.leaving(photoKey)]);
  }
}
