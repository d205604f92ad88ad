import type { Id } from "../../content/entry.ts";
import { locales } from "../../content/locale.ts";
import type { SitemapPage, SitemapView } from "../../../templates/feed-views.ts";
import { photoPagePath } from "../gallery.ts";
import type { Library } from "../library.ts";
import {
  cardPath,
  entryPath,
  frontPath,
  listYearPath,
  monthPath,
  sectionPath,
  sitemapPath,
  yearPath,
} from "../paths.ts";
import { listPath } from "../yearly.ts";
import { photoView, shownPhoto } from "./picture.ts";

/** The releases of one month, each in the languages that it has; undefined where nothing is live in it. */
export async function monthSitemap(library: Library, month: string): Promise<SitemapView | undefined> {
  const [{ url }, cards] = await Promise.all([library.newsroom(), library.releases({ month })]);
  if (cards.length === 0) return undefined;
  const pages = await Promise.all(
    cards.map(async (card): Promise<readonly SitemapPage[]> => {
      const photo = await photoView(library, card.photo, "da");
      const there = locales.filter((locale) => card[locale] !== undefined);
      return inLanguages(
        url,
        Object.fromEntries(there.map((locale) => [locale, cardPath(card, locale).path])),
        {
          changed: card.corrected ?? card.released,
          ...(photo === undefined ? {} : { image: url + photo.original.path }),
        },
      );
    }),
  );
  return {
    pages: [
      ...pages.flat(),
      ...(await photoPages(
        library,
        url,
        cards.flatMap(({ photos }) => photos),
      )),
    ],
  };
}

/** The pages of those photos that are shown. */
async function photoPages(
  library: Library,
  base: string,
  ids: readonly Id[],
): Promise<readonly SitemapPage[]> {
  const shown = await Promise.all(
    [...new Set(ids)].map(async (id) => ((await shownPhoto(library, id)) ? [id] : [])),
  );
  return shown
    .flat()
    .flatMap((id) => inLanguages(base, { da: photoPagePath(id, "da"), en: photoPagePath(id, "en") }, {}));
}

/** All that is not a release: programmes, cases, bodies, contacts and pages with their lists, and the front pages. */
export async function standingSitemap(library: Library): Promise<SitemapView> {
  const [{ url }, ...kinds] = await Promise.all([
    library.newsroom(),
    library.programmes(),
    library.cases(),
    library.bodies(),
    library.contacts(),
    library.pages(),
  ]);
  const sections = (
    ["archive", "photos", "search", "programmes", "cases", "bodies", "contacts", "data"] as const
  ).map((section) => ({
    da: sectionPath(section, "da"),
    en: sectionPath(section, "en"),
  }));
  const entries = kinds.flat().map((entry) => ({ da: entryPath(entry, "da"), en: entryPath(entry, "en") }));
  const portraits = (await library.contacts()).flatMap(({ portrait }) => portrait ?? []);
  const photos = await photoPages(library, url, portraits);
  const fronts = { da: frontPath("da"), en: frontPath("en") };
  const standing = [fronts, ...sections, ...entries].flatMap((paths) => inLanguages(url, paths, {}));
  return { pages: [...standing, ...photos] };
}

/**
 * The pages of a year and of its months, and the year's list of each topic, programme, case, body and contact that has one;
 * undefined where nothing was published in it and no body had a step.
 */
export async function yearSitemap(library: Library, year: string): Promise<SitemapView | undefined> {
  const [{ url }, allMonths, lists] = await Promise.all([
    library.newsroom(),
    library.months(),
    library.listsOf(year),
  ]);
  const months = allMonths.filter((month) => month.startsWith(`${year}-`));
  if (months.length + lists.length === 0) return undefined;
  const years = months.length === 0 ? [] : [{ da: yearPath(year, "da"), en: yearPath(year, "en") }];
  const archive = [
    ...years,
    ...months.map((month) => ({ da: monthPath(month, "da"), en: monthPath(month, "en") })),
  ];
  const pages = await Promise.all(
    lists.map(async (list) => {
      const [da, en] = await Promise.all(locales.map((locale) => listPath(library, list, locale)));
      return da === undefined || en === undefined
        ? []
        : inLanguages(url, { da: listYearPath(da, year), en: listYearPath(en, year) }, {});
    }),
  );
  return { pages: [...archive.flatMap((paths) => inLanguages(url, paths, {})), ...pages.flat()] };
}

/** One file for each month and one for each year's lists, so that news changes two small files, and the rest. */
export async function sitemapIndex(library: Library): Promise<readonly string[]> {
  const [{ url }, months, ofBodies] = await Promise.all([
    library.newsroom(),
    library.months(),
    library.bodyYears(),
  ]);
  const years = new Set([...months.map((month) => month.slice(0, 4)), ...ofBodies]);
  return ["pages", ...years, ...months].map((name) => url + sitemapPath(name));
}

/** Each language's page names all of them. */
function inLanguages(
  base: string,
  paths: { readonly da?: string | undefined; readonly en?: string | undefined },
  more: Pick<SitemapPage, "changed" | "image">,
): readonly SitemapPage[] {
  const alternates = locales.flatMap((locale) => {
    const path = paths[locale];
    return path === undefined ? [] : [{ locale, href: base + path }];
  });
  return alternates.map(({ href }) => ({ href, alternates, ...more }));
}
