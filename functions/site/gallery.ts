import { slugOf } from "../content/slug.ts";
import type { Id } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";
import { digestOf } from "./digest.ts";

/** A list of photos with a page of its own in each language. */
export type Gallery =
  | { readonly type: "newest" }
  | { readonly type: "portraits" }
  /** "2008-05": the photos of that month's releases. */
  | { readonly type: "month"; readonly month: string }
  /** The newest of a programme or a person; with a month, those of that month's releases. */
  | { readonly type: "programme"; readonly id: Id; readonly month?: string }
  | { readonly type: "person"; readonly slug: string; readonly month?: string };

/** As it stands in the name of a subject: "month/2008-05", "person/rodin-genoff", "person/rodin-genoff/2008-05". */
export function galleryNamed(name: string): Gallery {
  const [type = "", which = "", inMonth] = name.split("/");
  const month = inMonth === undefined ? {} : { month: inMonth };
  switch (type) {
    case "month":
      return { type, month: which };
    case "programme":
      return { type, id: which, ...month };
    case "person":
      return { type, slug: which, ...month };
    default:
      return { type: name === "portraits" ? "portraits" : "newest" };
  }
}

/** People are known by their names alone; one whose name has no letter that an address can hold gets a number. */
export function personSlug(name: string): string {
  return slugOf(name) || digestOf(name).slice(0, 12);
}

const words = {
  photos: { da: "fotos", en: "photos" },
  month: { da: "maaned", en: "month" },
  programme: { da: "program", en: "programme" },
  person: { da: "person", en: "person" },
  portraits: { da: "samling/portraetter", en: "collection/portraits" },
} as const;

/** One folder further in than a photo's own page, so that no photo's id is in its way. */
export function galleryPath(gallery: Gallery, locale: Locale): string {
  const photos = `/${locale}/${words.photos[locale]}/`;
  switch (gallery.type) {
    case "newest":
      return photos;
    case "portraits":
      return `${photos}${words.portraits[locale]}/`;
    case "month":
      return `${photos}${words.month[locale]}/${gallery.month}/`;
    case "programme":
      return `${photos}${words.programme[locale]}/${gallery.id}/${monthFolder(gallery)}`;
    case "person":
      return `${photos}${words.person[locale]}/${gallery.slug}/${monthFolder(gallery)}`;
  }
}

function monthFolder({ month }: { readonly month?: string }): string {
  return month === undefined ? "" : `${month}/`;
}

/** It goes by the id, which never changes. */
export function photoPagePath(id: Id, locale: Locale): string {
  return `/${locale}/${words.photos[locale]}/${id}/`;
}
