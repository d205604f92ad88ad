import type { EntryOf, Id, Photo, Release } from "../content/entry.ts";
import type { EntryName, Referrers } from "./affected-subjects.ts";
import { personSlug } from "./gallery.ts";
import type { Subject } from "./subject.ts";

/** The lists of photos that may look different when a release comes, goes or changes. */
export async function galleriesOfRelease(
  release: Release,
  referrers: Pick<Referrers, "depicted">,
): Promise<readonly Subject[]> {
  const { programme, date, photos } = release;
  const month = date.slice(0, 7);
  const people = (await Promise.all(photos.map((id) => referrers.depicted(id)))).flat();
  return [
    "gallery:newest",
    ...(programme === undefined ? [] : [`gallery:programme/${programme}` as const]),
    ...(photos.length === 0 ? [] : galleriesOfMonth(month, programme)),
    ...people.flatMap((name) => [galleryOfPerson(name), galleryOfPerson(name, month)]),
  ];
}

/** @param citers  who shows it */
export function galleriesOfPhoto(photo: Photo, citers: readonly EntryName[]): readonly Subject[] {
  const months = citers.flatMap(({ month }) => month ?? []);
  return [
    "gallery:newest",
    ...photo.people.flatMap(({ name }) => [
      galleryOfPerson(name),
      ...months.map((month) => galleryOfPerson(name, month)),
    ]),
    ...citers.flatMap(galleriesOfCiter),
  ];
}

export async function galleriesOfContact(
  { portrait }: EntryOf<"contact">,
  referrers: Pick<Referrers, "depicted">,
): Promise<readonly Subject[]> {
  if (portrait === undefined) return [];
  const people = await referrers.depicted(portrait);
  return ["gallery:portraits", ...people.map((name) => galleryOfPerson(name))];
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
    ...(month === undefined ? [] : galleriesOfMonth(month, programme)),
    ...(programme === undefined ? [] : [`gallery:programme/${programme}` as const]),
  ];
}

function galleriesOfMonth(month: string, programme: Id | undefined): readonly Subject[] {
  return [
    `gallery:month/${month}`,
    ...(programme === undefined ? [] : [`gallery:programme/${programme}/${month}` as const]),
  ];
}

function galleryOfPerson(name: string, month?: string): Subject {
  const person = `gallery:person/${personSlug(name)}` as const;
  return month === undefined ? person : `${person}/${month}`;
}
