import type { EntryOf, Id, Photo, Release } from "../content/entry.ts";
import type { EntryName, Referrers } from "./affected-subjects.ts";
import { personSlug } from "./gallery.ts";
import type { Subject } from "./subject.ts";

/** The lists of photos that may look different when a release comes, goes or changes. */
export async function galleriesOfRelease(
  release: Release,
  referrers: Pick<Referrers, "entry">,
): Promise<readonly Subject[]> {
  const photos = await Promise.all(release.photos.map((id) => referrers.entry("photo", id)));
  return [
    "gallery:newest",
    ...(release.programme === undefined ? [] : [`gallery:programme/${release.programme}` as const]),
    ...(release.photos.length === 0 ? [] : [`gallery:month/${release.date.slice(0, 7)}` as const]),
    ...photos.flatMap(galleriesOfPeople),
  ];
}

/** @param citers  who shows it */
export function galleriesOfPhoto(photo: Photo, citers: readonly EntryName[]): readonly Subject[] {
  return ["gallery:newest", ...galleriesOfPeople(photo), ...citers.flatMap(galleriesOfCiter)];
}

export async function galleriesOfContact(
  { portrait }: EntryOf<"contact">,
  referrers: Pick<Referrers, "entry">,
): Promise<readonly Subject[]> {
  if (portrait === undefined) return [];
  return ["gallery:portraits", ...galleriesOfPeople(await referrers.entry("photo", portrait))];
}

/** A programme is named on the pages of its photos, and wherever one of them is shown in a list. */
export function galleriesOfProgramme(id: Id, citers: readonly EntryName[]): readonly Subject[] {
  return [
    `gallery:programme/${id}`,
    "gallery:newest",
    ...citers.flatMap((citer): Subject[] => [
      ...galleriesOfCiter(citer),
      ...(citer.photos ?? []).map((photo): Subject => `photo:${photo}`),
    ]),
  ];
}

function galleriesOfCiter({ kind, month, programme }: EntryName): readonly Subject[] {
  if (kind === "contact") return ["gallery:portraits"];
  return [
    ...(month === undefined ? [] : [`gallery:month/${month}` as const]),
    ...(programme === undefined ? [] : [`gallery:programme/${programme}` as const]),
  ];
}

function galleriesOfPeople(photo: Photo | undefined): readonly Subject[] {
  return (photo?.people ?? []).map(({ name }): Subject => `gallery:person/${personSlug(name)}`);
}
