import type { Body, Case, Programme } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import type { DirectoryName, FoundKind, SearchPage } from "../../../templates/views.ts";
import { shownDate } from "../../../templates/format.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type { Library } from "../library.ts";
import { cardPath, directoryIndexPath, searchIndexPath, sectionPath, yearPath } from "../paths.ts";
import { searchScriptPath } from "../search-script.ts";
import { furtherSearchWords } from "../search-words.ts";
import { contactCard } from "./contact.ts";
import { entriesOf, lineOf } from "./directory.ts";
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
    directories: directories.map((of) => ({
      of,
      path: sectionPath(of, locale),
      index: directoryIndexPath(of, locale),
    })),
    years: years.map((year) => ({
      year: Number(year),
      path: yearPath(year, locale),
      index: searchIndexPath(year, locale),
    })),
    archivePath: sectionPath("archive", locale),
  };
}

const directories = ["contacts", "bodies", "programmes", "cases"] as const satisfies readonly DirectoryName[];

/** Something that has a page, as the search knows it. */
interface Found {
  readonly title: string;
  readonly path: string;
  /** Absent of a release: each year's file has as many as there are. */
  readonly kind?: Exclude<FoundKind, "release">;
  /** Of a release. */
  readonly date?: string;
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

/**
 * All that a directory lists, for the search, by name. It is made with the directory: a release that comes or goes changes
 * neither.
 */
export async function directoryIndex(
  library: Library,
  of: DirectoryName,
  locale: Locale,
): Promise<readonly Found[]> {
  const found =
    of === "contacts" ? await contactsFound(library, locale) : await entriesFound(library, of, locale);
  return found.toSorted((one, other) => one.title.localeCompare(other.title, locale));
}

/** With what they are now: what somebody was, their page does not say either. */
async function contactsFound(library: Library, locale: Locale): Promise<readonly Found[]> {
  const contacts = await library.contacts();
  return Promise.all(
    contacts.map(async (contact) => {
      const { name, type, path, roles, party, seat } = await contactCard(library, contact, locale);
      const says = roles.map(({ title, department, body }) =>
        [title, department, body !== undefined && !title.includes(body.text) ? body.text : undefined]
          .filter((part) => part !== undefined)
          .join(", "),
      );
      return found({ title: name, path, kind: type, lead: says.join("; ") }, [party, seat]);
    }),
  );
}

async function entriesFound(
  library: Library,
  of: Exclude<DirectoryName, "contacts">,
  locale: Locale,
): Promise<readonly Found[]> {
  const entries = await entriesOf(library, of);
  return entries.flatMap((entry) => {
    const line = lineOf(entry, locale);
    if (line === undefined) return [];
    const { name: title, path, summary: lead } = line;
    return [found({ title, path, kind: entry.kind, lead }, furtherWords(entry, locale))];
  });
}

/** What its page says besides its name and its summary. */
function furtherWords(entry: Programme | Case | Body, locale: Locale): readonly (string | undefined)[] {
  switch (entry.kind) {
    case "programme": {
      const { covers, supports, routes, sectors, priorities, aim, targetGroup, inspiration } = entry;
      const lists = [covers, supports, routes, sectors, priorities].flat();
      return [...lists, aim, targetGroup, inspiration].map((one) => one?.[locale]);
    }
    case "case":
      return [entry.number, ...entry.steps.map(({ subject }) => subject[locale])];
    case "body":
      return [];
  }
}

function found(known: Omit<Found, "words">, texts: readonly (string | undefined)[]): Found {
  const { title, lead } = known;
  return { ...known, words: furtherSearchWords(`${title} ${lead}`, texts.join(" ")) };
}
