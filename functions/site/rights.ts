import type { Photo } from "../content/entry.ts";
import type { Localised } from "../content/locale.ts";

/** What each image file of a photo says about itself. */
export interface Rights {
  readonly alt: Localised;
  readonly caption: Localised;
  readonly credit: string;
  readonly creator?: string;
  /** Why nobody knows who made it. */
  readonly creatorUnknown?: Localised;
  readonly copyright: string;
  readonly licence: { readonly url: string; readonly name: Localised; readonly terms: Localised };
  readonly people: readonly string[];
  readonly place?: string;
  readonly event?: string;
  readonly taken?: string;
}

export function rightsOf(photo: Photo): Rights {
  return {
    alt: photo.alt,
    caption: photo.caption,
    credit: photo.credit,
    ...("name" in photo.creator
      ? { creator: photo.creator.name }
      : { creatorUnknown: photo.creator.unknownBecause }),
    copyright: photo.copyright,
    licence: photo.licence,
    people: photo.people.map(({ name }) => name),
    ...(photo.place === undefined ? {} : { place: photo.place }),
    ...(photo.event === undefined ? {} : { event: photo.event }),
    ...(photo.taken === undefined ? {} : { taken: photo.taken }),
  };
}
