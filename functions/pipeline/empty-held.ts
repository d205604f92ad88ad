import { isOver } from "../content/consent.ts";
import type { Photo } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import { heldKeyOf, parts, photoKeyOf } from "../site/manifest.ts";
import type { Manifest, ManifestFile } from "../site/manifest.ts";
import type { Subject } from "../site/subject.ts";
import { deleteAll } from "./delete-all.ts";
import { inTurns } from "./in-turns.ts";
import { indexKeys } from "./index-keys.ts";
import type { IndexedEntry } from "./index-rows.ts";
import type { Held, Rows } from "./ports.ts";

const photosAtOnce = 8;
const ofPhoto = "photo:";

/** How far letting go has come; begun, it is done again by whoever comes next. */
export const emptying = { begun: "begun", done: "done" } as const;

type Ports = { readonly rows: Pick<Rows, "get" | "write">; readonly held: Pick<Held, "delete"> };

/**
 * Lets go of what was made from photos that may not be shown any more, once nothing on the site shows them. What they
 * were made into stays known: it names the addresses that answer that the photo is gone. That it is being let go of is
 * written down first, so that whoever comes when the consent is given again makes the files again.
 */
export async function emptyHeld(ports: Ports, subjects: readonly Subject[], instant: Instant): Promise<void> {
  const photos = await photosOf(ports.rows, subjects);
  const over = photos.filter((photo) => isOver(photo, instant));
  await inTurns(over, photosAtOnce, (photo) => empty(ports, photoKeyOf(photo)));
}

async function empty({ rows, held }: Ports, photoKey: string): Promise<void> {
  const [quick, slow] = parts.map((part) => indexKeys.renditions(photoKey, part));
  const mark = indexKeys.emptied(photoKey);
  const found = await rows.get([quick, slow, mark].filter((key) => key !== undefined));
  const valueAt = (key: typeof mark | undefined): unknown => found.find(({ sk }) => sk === key?.sk)?.value;
  const manifest = valueAt(quick) as Manifest | undefined;
  if (manifest === undefined || valueAt(mark) === emptying.done) return;
  const later = (valueAt(slow) as readonly ManifestFile[] | undefined) ?? [];
  await rows.write([{ ...mark, value: emptying.begun }], []);
  const files = [manifest.original, ...manifest.files, ...later].map(({ name }) => heldKeyOf(photoKey, name));
  await deleteAll(held, files);
  await rows.write([{ ...mark, value: emptying.done }], [indexKeys.cardPicture(photoKey)]);
}

async function photosOf(rows: Pick<Rows, "get">, subjects: readonly Subject[]): Promise<readonly Photo[]> {
  const ids = subjects.flatMap((subject) =>
    subject.startsWith(ofPhoto) ? subject.slice(ofPhoto.length) : [],
  );
  const found = await rows.get(ids.map((id) => indexKeys.entry("photo", id)));
  return found.flatMap(({ value }) => {
    const { entry } = value as IndexedEntry;
    return entry.kind === "photo" ? [entry] : [];
  });
}
