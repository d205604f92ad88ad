import type { Photo } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import { shownMonth } from "../../../templates/format.ts";
import { byMonth } from "../../../templates/gallery-page.ts";
import type { FacetView, GalleryPage, GalleryPhoto } from "../../../templates/photo-views.ts";
import type { LinkView } from "../../../templates/views.ts";
import { stringsOf } from "../../../templates/strings.ts";
import { galleryPath, personSlug, photoPagePath } from "../gallery.ts";
import type { Gallery } from "../gallery.ts";
import { isLive } from "../library.ts";
import type { Library, ReleaseList } from "../library.ts";
import type { Manifest } from "../manifest.ts";
import type { ReleaseCard } from "../release-card.ts";
import { frameOf, sectionCrumbs } from "./frame.ts";
import { programmeLink } from "./photo-page.ts";
import { pictureOf, shownPhoto } from "./picture.ts";

/** A page of them: what is older is found by month. A list that grows without end would cost more with each photo. */
const mostInGallery = 60;
/** As many releases are looked through for the newest photos; those without any cost nothing but a row. */
const newestReleases = 60;
/** What newspapers ask for: a picture over the width of a page at 300 dpi. */
const printReady = { longer: 3_000, shorter: 2_000 };

interface Shown {
  readonly photo: Photo;
  readonly manifest: Manifest;
  readonly programmes: readonly string[];
}

/** Undefined where there is no such list. */
export async function galleryView(
  library: Library,
  gallery: Gallery,
  locale: Locale,
): Promise<GalleryPage | undefined> {
  const [newsroom, { shown, isAll }] = await Promise.all([library.newsroom(), photosIn(library, gallery)]);
  const words = await wordsOf(library, gallery, shown, locale);
  if (words === undefined || (shown.length === 0 && isOnlyForItsPhotos(gallery))) return undefined;
  const months = await monthsOf(library, gallery, isAll);
  const licences = [...new Set(shown.map(({ photo }) => photo.licence.url))];
  const photos = await Promise.all(
    shown.map(async (one): Promise<GalleryPhoto> => {
      const picture = await pictureOf(library, one.photo.id, locale, "whole");
      if (picture === undefined) throw new Error(`The photo ${one.photo.id} was shown a moment ago.`);
      return {
        path: photoPagePath(one.photo.id, locale),
        picture,
        caption: one.photo.caption[locale],
        credit: one.photo.credit,
        orientation: orientationOf(one.manifest),
        printReady: isPrintReady(one.manifest),
        licence: licences.indexOf(one.photo.licence.url),
      };
    }),
  );
  const frame = frameOf(newsroom, {
    locale,
    ...words,
    paths: { da: galleryPath(gallery, "da"), en: galleryPath(gallery, "en") },
    current: "photos",
    breadcrumbs: [
      ...sectionCrumbs(locale, gallery.type === "newest" ? undefined : "photos"),
      ...(words.whole === undefined ? [] : [words.whole]),
    ],
  });
  const isOf = (url: string) => (one: Shown) => one.photo.licence.url === url;
  return {
    frame,
    photos,
    licences: licences.map((url) => ({
      name: shown.find(isOf(url))?.photo.licence.name[locale] ?? url,
      count: shown.filter(isOf(url)).length,
    })),
    people: peopleIn(shown, locale, gallery.type === "person" ? gallery.slug : undefined),
    programmes: await programmesIn(library, shown, locale),
    months: months.map((month) => ({
      text: shownMonth(month, locale),
      path: galleryPath(ofMonth(gallery, month), locale),
    })),
    ...(isAll || gallery.type === "newest"
      ? {}
      : { older: { text: stringsOf(locale).gallery.older, path: `#${byMonth}` } satisfies LinkView }),
    // Of months only what releases show: who has more photos than a page holds may have portraits besides.
    ...(gallery.type === "newest" || (gallery.type === "person" && !isAll)
      ? {
          portraits: {
            text: stringsOf(locale).gallery.portraits,
            path: galleryPath({ type: "portraits" }, locale),
          } satisfies LinkView,
        }
      : {}),
  };
}

/** A list that nobody would miss without its photos; all others have a matter of their own. */
function isOnlyForItsPhotos(gallery: Gallery): boolean {
  return gallery.type === "person" || (gallery.type === "programme" && gallery.month !== undefined);
}

/** Where the photos of a list are found by month; one month that has them all would be the same list again. */
async function monthsOf(library: Library, gallery: Gallery, isAll: boolean): Promise<readonly string[]> {
  if (gallery.type === "newest") return library.photoMonths();
  if ((gallery.type !== "person" && gallery.type !== "programme") || gallery.month !== undefined) return [];
  const months = await library.photoMonths(
    gallery.type === "person" ? { person: gallery.slug } : { programme: gallery.id },
  );
  return isAll && months.length === 1 ? [] : months;
}

function ofMonth(gallery: Gallery, month: string): Gallery {
  return gallery.type === "person" || gallery.type === "programme"
    ? { ...gallery, month }
    : { type: "month", month };
}

interface Words {
  readonly title: string;
  readonly description: string;
  /** Of one month of a list: the list that it is of. */
  readonly whole?: LinkView;
}

/** @param shown  a person is named as in the newest of them: nothing else tells how the name is written */
async function wordsOf(
  library: Library,
  gallery: Gallery,
  shown: readonly Shown[],
  locale: Locale,
): Promise<Words | undefined> {
  const { pages } = stringsOf(locale);
  const newsroom = (await library.newsroom()).name[locale];
  switch (gallery.type) {
    case "newest":
      return pages.photos(newsroom);
    case "portraits":
      return pages.portraits(newsroom);
    case "month":
      return (await library.photoMonths()).includes(gallery.month)
        ? pages.photosOf(shownMonth(gallery.month, locale), newsroom)
        : undefined;
    case "programme": {
      const programme = await library.entry("programme", gallery.id);
      return programme && isLive(programme, library.instant)
        ? wordsOfPart(programme.name[locale], gallery, newsroom, locale)
        : undefined;
    }
    case "person": {
      const name = shown[0]?.photo.people.find((one) => personSlug(one.name) === gallery.slug)?.name;
      return name === undefined ? undefined : wordsOfPart(name, gallery, newsroom, locale);
    }
  }
}

function wordsOfPart(
  name: string,
  gallery: Extract<Gallery, { readonly type: "person" | "programme" }>,
  newsroom: string,
  locale: Locale,
): Words {
  const { month, ...whole } = gallery;
  const { pages } = stringsOf(locale);
  if (month === undefined) return pages.photosOf(name, newsroom);
  return {
    ...pages.photosOf(`${name} · ${shownMonth(month, locale)}`, newsroom),
    whole: { text: name, path: galleryPath(whole, locale) },
  };
}

interface Found {
  readonly shown: readonly Shown[];
  /** Whether nothing is left out for being old. */
  readonly isAll: boolean;
}

async function photosIn(library: Library, gallery: Gallery): Promise<Found> {
  switch (gallery.type) {
    case "newest":
      return ofNewest(library, "all");
    case "month":
      return {
        shown: await ofCards(library, await library.releases({ month: gallery.month })),
        isAll: true,
      };
    case "programme": {
      const { id, month } = gallery;
      if (month === undefined) return ofNewest(library, { programme: id });
      const cards = await library.releases({ month });
      const own = cards.filter(({ programme }) => programme === id);
      return { shown: await ofCards(library, own), isAll: true };
    }
    case "person": {
      if (gallery.month !== undefined) {
        const cards = await library.releases({ month: gallery.month });
        const own = await photosWith(library, cards, gallery.slug);
        return { shown: await ofIds(library, own), isAll: true };
      }
      const photos = await library.photosOf(gallery.slug, mostInGallery + 1);
      const ids = photos.slice(0, mostInGallery).map(({ id }) => id);
      return { shown: await ofIds(library, ids), isAll: photos.length <= mostInGallery };
    }
    case "portraits": {
      const ids = (await library.contacts()).flatMap(({ portrait }) => portrait ?? []);
      return { shown: await ofIds(library, ids), isAll: true };
    }
  }
}

async function ofNewest(library: Library, list: ReleaseList): Promise<Found> {
  const cards = await library.releases(list, newestReleases + 1);
  const found = await ofCards(library, cards.slice(0, newestReleases));
  const isAll = cards.length <= newestReleases && found.length <= mostInGallery;
  return { shown: found.slice(0, mostInGallery), isAll };
}

/** The photos of releases, the newest release's first, each once. */
async function ofCards(library: Library, cards: readonly ReleaseCard[]): Promise<readonly Shown[]> {
  const programmes = new Map<string, Set<string>>();
  for (const { photos, programme } of cards)
    for (const id of photos) {
      const of = programmes.get(id) ?? new Set();
      programmes.set(id, programme === undefined ? of : of.add(programme));
    }
  const shown = await ofIds(library, [...programmes.keys()]);
  return shown.map((one) => ({ ...one, programmes: [...(programmes.get(one.photo.id) ?? [])] }));
}

/** Those of releases' photos that somebody is in. */
async function photosWith(
  library: Library,
  cards: readonly ReleaseCard[],
  person: string,
): Promise<readonly string[]> {
  const ids = [...new Set(cards.flatMap(({ photos }) => photos))];
  const photos = await Promise.all(ids.map((id) => library.entry("photo", id)));
  const isIn = (photo: Photo) => photo.people.some(({ name }) => personSlug(name) === person);
  return photos.flatMap((photo) => (photo !== undefined && isIn(photo) ? [photo.id] : []));
}

async function ofIds(library: Library, ids: readonly string[]): Promise<readonly Shown[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => shownPhoto(library, id)));
  return found.flatMap((one) => (one === undefined ? [] : [{ ...one, programmes: [] }]));
}

/** @param owner  whose list it is already: a link to the page that one is on leads nowhere */
function peopleIn(shown: readonly Shown[], locale: Locale, owner: string | undefined): readonly FacetView[] {
  const all = shown.flatMap(({ photo }) => photo.people.map(({ name }) => name));
  const names = all.filter((name) => personSlug(name) !== owner);
  return counted(names)
    .map(([name, count]) => ({
      text: name,
      path: galleryPath({ type: "person", slug: personSlug(name) }, locale),
      count,
    }))
    .toSorted((one, other) => one.text.localeCompare(other.text, locale));
}

async function programmesIn(
  library: Library,
  shown: readonly Shown[],
  locale: Locale,
): Promise<readonly FacetView[]> {
  const facets = await Promise.all(
    counted(shown.flatMap(({ programmes }) => programmes)).map(async ([id, count]) => {
      const link = await programmeLink(library, id, locale);
      return link === undefined ? [] : [{ ...link, count }];
    }),
  );
  return facets.flat();
}

function counted(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts];
}

function orientationOf({ original: { width, height } }: Manifest): GalleryPhoto["orientation"] {
  if (width === height) return "square";
  return width > height ? "landscape" : "portrait";
}

function isPrintReady({ original: { width, height } }: Manifest): boolean {
  return Math.max(width, height) >= printReady.longer && Math.min(width, height) >= printReady.shorter;
}
