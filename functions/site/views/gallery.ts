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

/** A page of them: what is older is found by month. A list that grows without end would be made anew for each photo. */
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
  const [newsroom, words] = await Promise.all([library.newsroom(), wordsOf(library, gallery, locale)]);
  const { shown, isAll } = await photosIn(library, gallery);
  if (words === undefined || (gallery.type === "person" && shown.length === 0)) return undefined;
  const months = gallery.type === "newest" ? await library.photoMonths() : [];
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
    breadcrumbs: sectionCrumbs(locale, gallery.type === "newest" ? undefined : "photos"),
  });
  const isOf = (url: string) => (one: Shown) => one.photo.licence.url === url;
  return {
    frame,
    photos,
    licences: licences.map((url) => ({
      name: shown.find(isOf(url))?.photo.licence.name[locale] ?? url,
      count: shown.filter(isOf(url)).length,
    })),
    people: peopleIn(shown, locale),
    programmes: await programmesIn(library, shown, locale),
    months: months.map((month) => ({
      text: shownMonth(month, locale),
      path: galleryPath({ type: "month", month }, locale),
    })),
    // By month they are all there; the months themselves are named there only, as else each list changed with each month.
    ...(isAll || gallery.type === "newest"
      ? {}
      : {
          older: {
            text: stringsOf(locale).gallery.older,
            path: `${galleryPath({ type: "newest" }, locale)}#${byMonth}`,
          } satisfies LinkView,
        }),
    ...(gallery.type === "newest"
      ? {
          portraits: {
            text: stringsOf(locale).gallery.portraits,
            path: galleryPath({ type: "portraits" }, locale),
          } satisfies LinkView,
        }
      : {}),
  };
}

async function wordsOf(
  library: Library,
  gallery: Gallery,
  locale: Locale,
): Promise<{ readonly title: string; readonly description: string } | undefined> {
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
        ? pages.photosOf(programme.name[locale], newsroom)
        : undefined;
    }
    case "person": {
      const [photo] = await library.photosOf(gallery.slug, 1);
      const name = photo?.people.find((one) => personSlug(one.name) === gallery.slug)?.name;
      return name === undefined ? undefined : pages.photosOf(name, newsroom);
    }
  }
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
    case "programme":
      return ofNewest(library, { programme: gallery.id });
    case "person": {
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

async function ofIds(library: Library, ids: readonly string[]): Promise<readonly Shown[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => shownPhoto(library, id)));
  return found.flatMap((one) => (one === undefined ? [] : [{ ...one, programmes: [] }]));
}

function peopleIn(shown: readonly Shown[], locale: Locale): readonly FacetView[] {
  const names = shown.flatMap(({ photo }) => photo.people.map(({ name }) => name));
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
