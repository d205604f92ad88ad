import type { Id } from "../../content/entry.ts";
import { locales } from "../../content/locale.ts";
import type { SitemapPage, SitemapView } from "../../../templates/feed-views.ts";
import { photoPagePath } from "../gallery.ts";
import type { Library } from "../library.ts";
import { cardPath, entryPath, frontPath, sectionPath, sitemapPath } from "../paths.ts";
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

/** One file for each month, so that news changes one small file, and the rest. */
export async function sitemapIndex(library: Library): Promise<readonly string[]> {
  const [{ url }, months] = await Promise.all([library.newsroom(), library.months()]);
  return ["pages", ...months].map((name) => url + sitemapPath(name));
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
