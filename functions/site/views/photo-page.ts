import type { Photo } from "../../content/entry.ts";
import { locales } from "../../content/locale.ts";
import type { Locale } from "../../content/locale.ts";
import type { PhotoGonePage, PhotoPage } from "../../../templates/photo-views.ts";
import type { LinkView } from "../../../templates/views.ts";
import { stringsOf } from "../../../templates/strings.ts";
import { galleryPath, personSlug, photoPagePath } from "../gallery.ts";
import { imageObject } from "../image-object.ts";
import { isLive } from "../library.ts";
import type { Library } from "../library.ts";
import { pathOfContact } from "./contact.ts";
import { frameOf, sectionCrumbs } from "./frame.ts";
import { photoFacts } from "./photo-facts.ts";
import { imagesElsewhere, photoView } from "./picture.ts";
import { newestInLists, teaserOf } from "./teaser.ts";

/** A photo's own page: itself, all that is known of it, and where it is used. */
export async function photoPageView(library: Library, photo: Photo, locale: Locale): Promise<PhotoPage> {
  const [newsroom, view, cards, contacts] = await Promise.all([
    library.newsroom(),
    photoView(library, photo.id, locale),
    library.releases({ photo: photo.id }, newestInLists),
    library.contacts({ portrait: photo.id }),
  ]);
  if (view === undefined) throw new Error(`The photo ${photo.id} may not be shown.`);
  const elsewhere = await imagesElsewhere(library, photo.id, locale, newsroom.url);
  const facts = photoFacts(photo, newsroom.zone);
  const programmes = [...new Set(cards.flatMap(({ programme }) => programme ?? []))];
  const links = await Promise.all(programmes.map((id) => programmeLink(library, id, locale)));
  return {
    frame: frameOf(newsroom, {
      ...paths(photo.id),
      locale,
      title: view.picture.alt,
      description: view.caption,
      current: "photos",
      breadcrumbs: sectionCrumbs(locale, "photos"),
      structuredData: [imageObject(view, facts, locale, newsroom.url, photoPagePath(photo.id, locale))],
      ...(elsewhere === undefined ? {} : { socialImages: [elsewhere.social] }),
    }),
    photo: view,
    facts,
    people: facts.people.map((name) => ({
      text: name,
      path: galleryPath({ type: "person", slug: personSlug(name) }, locale),
    })),
    programmes: links.filter((link) => link !== undefined),
    releases: cards.map((card) => teaserOf(card, locale)),
    contacts: contacts.map((contact) => ({ text: contact.name, path: pathOfContact(contact, locale) })),
  };
}

/** What stands there once the photo may not be shown any more: nothing of it, not even its name. */
export async function photoGoneView(library: Library, photo: Photo, locale: Locale): Promise<PhotoGonePage> {
  const newsroom = await library.newsroom();
  const { title, description } = stringsOf(locale).pages.photoGone(newsroom.publisher[locale]);
  const frame = frameOf(newsroom, { ...paths(photo.id), locale, title, description });
  const { canonical: _, ...rest } = frame;
  return { frame: { ...rest, alternates: [] } };
}

/** A programme that photos are from, by the list of its photos. */
export async function programmeLink(
  library: Library,
  id: string,
  locale: Locale,
): Promise<LinkView | undefined> {
  const programme = await library.entry("programme", id);
  if (programme === undefined || !isLive(programme, library.instant)) return undefined;
  return { text: programme.name[locale], path: galleryPath({ type: "programme", id }, locale) };
}

function paths(id: string): { paths: { da: string; en: string } } {
  const [da, en] = locales.map((locale) => photoPagePath(id, locale));
  return { paths: { da: da ?? "", en: en ?? "" } };
}
