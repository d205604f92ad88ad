import type { Body, Case, Programme } from "../content/entry.ts";
import { locales } from "../content/locale.ts";
import type { Locale } from "../content/locale.ts";
import { csv } from "../../templates/csv.ts";
import { shownFact } from "../../templates/release-blocks.ts";
import { stringsOf } from "../../templates/strings.ts";
import type { FormatName, FormatView } from "../../templates/views.ts";
import { calendarOf } from "./calendar.ts";
import type { ComingStep } from "./calendar.ts";
import type { Library } from "./library.ts";
import { entryPath, formatPath, keyOfPath } from "./paths.ts";
import { page } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";
import { programmeBox } from "./views/facts.ts";
import { stepView } from "./views/trail.ts";

const types = { csv: "text/csv", data: "application/json", calendar: "text/calendar" } as const;

/** What programs get of an entry besides its page: a programme's facts, the coming steps of a case or body. */
export function entryFormats(entry: Programme | Case | Body, locale: Locale): readonly FormatView[] {
  const path = entryPath(entry, locale);
  const names = entry.kind === "programme" ? (["csv", "data"] as const) : (["calendar"] as const);
  return path === undefined ? [] : names.map((name) => format(path, name));
}

function format(path: string, name: Exclude<FormatName, "text" | "markdown" | "json">): FormatView {
  return { name, path: formatPath(path, name), type: types[name] };
}

export async function entryFormatObjects(
  library: Library,
  entry: Programme | Case | Body,
): Promise<readonly SiteObject[]> {
  const objects = await Promise.all(
    locales.map(async (locale) => {
      const [first, second] = entryFormats(entry, locale);
      if (first === undefined) return [];
      if (entry.kind !== "programme") return [await calendar(library, entry, locale, first)];
      return second === undefined ? [] : programmeData(entry, locale, first, second);
    }),
  );
  return objects.flat();
}

function programmeData(
  programme: Programme,
  locale: Locale,
  table: FormatView,
  data: FormatView,
): readonly SiteObject[] {
  const { facts } = programmeBox(programme, locale);
  const labels = stringsOf(locale);
  const rows = facts.map(({ kind, value }) => [labels.facts[kind], shownFact(value, locale)]);
  const { budget, period } = programme;
  return [
    page(
      keyOfPath(table.path),
      csv([[labels.programme, programme.name[locale]], ...rows]),
      `${table.type}; charset=utf-8`,
    ),
    page(
      keyOfPath(data.path),
      `${JSON.stringify({
        id: programme.id,
        language: locale,
        name: programme.name[locale],
        summary: programme.summary[locale],
        ...(period === undefined ? {} : { period }),
        ...(budget === undefined ? {} : { budget }),
        facts: facts.map(({ kind, value }) => ({ kind, label: labels.facts[kind], ...value })),
        sample: programme.sample,
      })}\n`,
      data.type,
    ),
  ];
}

async function calendar(
  library: Library,
  entry: Case | Body,
  locale: Locale,
  { path, type }: FormatView,
): Promise<SiteObject> {
  const [{ url }, cases] = await Promise.all([
    library.newsroom(),
    entry.kind === "case" ? [entry] : library.cases({ body: entry.id }),
  ]);
  const open = cases.flatMap((matter) =>
    matter.steps
      .filter(({ outcome, overdueFrom }) => outcome === undefined && overdueFrom > library.instant)
      .filter(({ body }) => entry.kind === "case" || body === entry.id)
      .map((step) => ({ matter, step })),
  );
  const steps = await Promise.all(
    open.map(async ({ matter, step }): Promise<ComingStep> => ({
      case: { id: matter.id, text: matter.title[locale], path: entryPath(matter, locale) ?? "" },
      step: await stepView(library, step, locale),
    })),
  );
  const sorted = steps.toSorted((one, other) => (one.step.date < other.step.date ? -1 : 1));
  const name = entry.kind === "case" ? entry.title[locale] : entry.name[locale];
  return page(keyOfPath(path), calendarOf(name, sorted, url, locale), `${type}; charset=utf-8`);
}
