import type { Locale } from "../../content/locale.ts";
import type { ForeignText, NavigationName, YearListPage } from "../../../templates/views.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type { YearLink } from "../../../templates/views.ts";
import type { Library } from "../library.ts";
import { listYearPath } from "../paths.ts";
import { topicName } from "../topics.ts";
import { listNamed, listPath, releasesIn } from "../yearly.ts";
import type { Listed, ListName } from "../yearly.ts";
import { frameOf, sectionCrumbs } from "./frame.ts";
import { teaserOf } from "./teaser.ts";
import { linkToCase, stepView } from "./trail.ts";

/** All that a list has of one year, newest first; undefined where nothing of it is live, or nothing it could be of. */
export async function yearListView(
  library: Library,
  list: ListName,
  year: string,
  locale: Locale,
): Promise<YearListPage | undefined> {
  const [da, en] = await Promise.all([listPath(library, list, "da"), listPath(library, list, "en")]);
  if (da === undefined || en === undefined) return undefined;
  const content = await contentOf(library, list, year, locale);
  const name = await nameOf(library, list, year, locale);
  if (name === undefined || content.releases.length + content.steps.length === 0) return undefined;
  const { of } = listNamed(list);
  return {
    frame: frameOf(await library.newsroom(), {
      locale,
      title: `${name.text} ${year}`,
      description: stringsOf(locale).listedIn[of](name.text, Number(year)),
      paths: { da: listYearPath(da, year), en: listYearPath(en, year) },
      breadcrumbs: [
        ...sectionCrumbs(locale, sections[of]),
        { text: name.text, path: locale === "da" ? da : en },
      ],
    }),
    of,
    name,
    year: Number(year),
    ...content,
  };
}

/**
 * The years below a list, for the page that it is on: each year that has a page, since the sitemap names it and readers and
 * crawlers are to find it without.
 */
export async function yearLinks(
  library: Library,
  list: ListName,
  path: string | undefined,
): Promise<readonly YearLink[]> {
  if (path === undefined) return [];
  const years = await library.yearsOf(list);
  return years.map((year) => ({ year: Number(year), path: listYearPath(path, year) }));
}

const sections: Readonly<Record<Listed, Exclude<NavigationName, "front">>> = {
  topic: "archive",
  programme: "programmes",
  case: "cases",
  contact: "contacts",
  body: "bodies",
};

async function contentOf(
  library: Library,
  list: ListName,
  year: string,
  locale: Locale,
): Promise<Pick<YearListPage, "releases" | "steps">> {
  const releases = releasesIn(list);
  if (releases !== undefined) {
    const cards = await library.releasesOfYear(releases, year);
    return { releases: cards.map((card) => teaserOf(card, locale)), steps: [] };
  }
  const steps = await library.stepsOf(listNamed(list).id, { year });
  return {
    releases: [],
    steps: await Promise.all(
      steps.map(async ({ case: matter, step }) => ({
        case: linkToCase(matter, locale),
        step: await stepView(library, step, locale),
      })),
    ),
  };
}

/** A topic is written as its newest release of the year writes it, in the language of its authors. */
async function nameOf(
  library: Library,
  list: ListName,
  year: string,
  locale: Locale,
): Promise<ForeignText | undefined> {
  const { of, id } = listNamed(list);
  if (of === "topic") {
    const [card] = await library.releasesOfYear({ topic: id }, year);
    const text = card?.topics.find((one) => topicName(one) === id);
    return text === undefined ? undefined : { text, ...(locale === "da" ? {} : { lang: "da" as const }) };
  }
  const entry = await library.entry(of, id);
  if (entry === undefined) return undefined;
  if (entry.kind === "contact") return { text: entry.name };
  return { text: entry.kind === "case" ? entry.title[locale] : entry.name[locale] };
}
