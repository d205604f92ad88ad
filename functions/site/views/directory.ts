import type { Body, Case, Programme } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import type { DirectoryPage } from "../../../templates/views.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type { Library } from "../library.ts";
import { entryPath, sectionPath } from "../paths.ts";
import { frameOf, sectionCrumbs } from "./frame.ts";

/** All programmes, all cases or all bodies, by name. */
export async function directoryView(
  library: Library,
  of: DirectoryPage["of"],
  locale: Locale,
): Promise<DirectoryPage> {
  const [newsroom, entries] = await Promise.all([library.newsroom(), entriesOf(library, of)]);
  return {
    frame: frameOf(newsroom, {
      locale,
      ...stringsOf(locale).pages[of](newsroom.name[locale]),
      paths: { da: sectionPath(of, "da"), en: sectionPath(of, "en") },
      current: of,
      breadcrumbs: sectionCrumbs(locale),
    }),
    of,
    entries: entries
      .flatMap((entry) => lineOf(entry, locale) ?? [])
      .toSorted((one, other) => one.name.localeCompare(other.name, locale)),
  };
}

export function entriesOf(
  library: Library,
  of: DirectoryPage["of"],
): Promise<readonly (Programme | Case | Body)[]> {
  switch (of) {
    case "programmes":
      return library.programmes();
    case "cases":
      return library.cases();
    case "bodies":
      return library.bodies();
  }
}

/** As the directory has it; undefined where it has no page in that language. */
export function lineOf(
  entry: Programme | Case | Body,
  locale: Locale,
): DirectoryPage["entries"][number] | undefined {
  const path = entryPath(entry, locale);
  if (path === undefined) return undefined;
  switch (entry.kind) {
    case "programme":
      return { name: entry.name[locale], path, summary: entry.summary[locale], sample: entry.sample };
    case "case":
      return {
        name: entry.title[locale],
        path,
        summary: entry.steps.at(-1)?.subject[locale] ?? "",
        sample: entry.sample,
      };
    case "body":
      return { name: entry.name[locale], path, summary: entry.remit[locale], sample: entry.sample };
  }
}
