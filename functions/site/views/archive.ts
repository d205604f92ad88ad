import type { Locale } from "../../content/locale.ts";
import type { ArchivePage } from "../../../templates/views.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type { Library } from "../library.ts";
import { monthPath, sectionPath, yearPath } from "../paths.ts";
import { frameOf, sectionCrumbs } from "./frame.ts";
import { teaserOf } from "./teaser.ts";

/** All years with their months; the newest releases are on the front page. */
export async function archiveView(library: Library, locale: Locale): Promise<ArchivePage> {
  const [newsroom, months] = await Promise.all([library.newsroom(), library.months()]);
  return {
    frame: frameOf(newsroom, {
      locale,
      ...stringsOf(locale).pages.archive(newsroom.name[locale]),
      paths: { da: sectionPath("archive", "da"), en: sectionPath("archive", "en") },
      current: "archive",
      breadcrumbs: sectionCrumbs(locale),
    }),
    heading: { type: "all" },
    years: yearsOf(months, locale),
    releases: [],
  };
}

/** Undefined for a year in which nothing is live. */
export async function yearView(
  library: Library,
  year: string,
  locale: Locale,
): Promise<ArchivePage | undefined> {
  const [newsroom, allMonths] = await Promise.all([library.newsroom(), library.months()]);
  const months = allMonths.filter((month) => month.startsWith(`${year}-`));
  if (months.length === 0) return undefined;
  return {
    frame: frameOf(newsroom, {
      locale,
      ...stringsOf(locale).pages.year(Number(year), newsroom.name[locale]),
      paths: { da: yearPath(year, "da"), en: yearPath(year, "en") },
      breadcrumbs: sectionCrumbs(locale, "archive"),
    }),
    heading: { type: "year", year: Number(year) },
    years: yearsOf(months, locale),
    releases: [],
  };
}

/** Undefined for a month in which nothing is live. Stable once it has passed: nothing of later months is on it. */
export async function monthView(
  library: Library,
  month: string,
  locale: Locale,
): Promise<ArchivePage | undefined> {
  const [newsroom, cards] = await Promise.all([library.newsroom(), library.releases({ month })]);
  if (cards.length === 0) return undefined;
  const year = month.slice(0, 4);
  return {
    frame: frameOf(newsroom, {
      locale,
      ...stringsOf(locale).pages.month(month, newsroom.name[locale]),
      paths: { da: monthPath(month, "da"), en: monthPath(month, "en") },
      breadcrumbs: [...sectionCrumbs(locale, "archive"), { text: year, path: yearPath(year, locale) }],
    }),
    heading: { type: "month", month },
    years: [],
    releases: cards.map((card) => teaserOf(card, locale)),
  };
}

function yearsOf(months: readonly string[], locale: Locale): ArchivePage["years"] {
  const years = new Map<string, string[]>();
  for (const month of months) {
    const year = month.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), month]);
  }
  return [...years].map(([year, inYear]) => ({
    year: Number(year),
    path: yearPath(year, locale),
    months: inYear.map((month) => ({ month, path: monthPath(month, locale) })),
  }));
}
