import type { Locale } from "../../content/locale.ts";
import type { SearchPage } from "../../../templates/views.ts";
import { shownDate } from "../../../templates/format.ts";
import { stringsOf } from "../../../templates/strings.ts";
import { searchScriptPath } from "../search-script.ts";
import type { Library } from "../library.ts";
import { cardPath, searchIndexPath, sectionPath, yearPath } from "../paths.ts";
import { frameOf, sectionCrumbs } from "./frame.ts";

export async function searchView(library: Library, locale: Locale): Promise<SearchPage> {
  const [newsroom, months] = await Promise.all([library.newsroom(), library.months()]);
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return {
    frame: frameOf(newsroom, {
      locale,
      ...stringsOf(locale).pages.search(newsroom.name[locale]),
      paths: { da: sectionPath("search", "da"), en: sectionPath("search", "en") },
      current: "search",
      breadcrumbs: sectionCrumbs(locale),
    }),
    script: searchScriptPath,
    years: years.map((year) => ({
      year: Number(year),
      path: yearPath(year, locale),
      index: searchIndexPath(year, locale),
    })),
    archivePath: sectionPath("archive", locale),
  };
}

/** One release as the search knows it. Short names: each year's file has as many as there are releases. */
interface Found {
  readonly title: string;
  readonly path: string;
  readonly date: string;
  readonly lead: string;
  readonly words: string;
  readonly lang?: Locale;
}

/**
 * A year of releases for the search, newest first. Those without English are found in English too, and said to be in
 * Danish. Undefined where nothing of the year is live.
 */
export async function searchIndex(
  library: Library,
  year: string,
  locale: Locale,
): Promise<readonly Found[] | undefined> {
  const known = await library.searchable(year);
  if (known.length === 0) return undefined;
  return known.map(({ card, words }): Found => {
    const { path, locale: shown } = cardPath(card, locale);
    const { title, lead } = card[shown] ?? card.da;
    return {
      title,
      path,
      date: shownDate(card.date, locale),
      lead,
      words: words[shown] ?? words.da,
      ...(shown === locale ? {} : { lang: shown }),
    };
  });
}
