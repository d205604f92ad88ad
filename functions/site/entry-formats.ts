import type { Body, Case, Programme } from "../content/entry.ts";
import { asInstant } from "../content/instant.ts";
import type { Instant, LocalDate } from "../content/instant.ts";
import { locales } from "../content/locale.ts";
import type { Locale } from "../content/locale.ts";
import { csv } from "../../templates/csv.ts";
import { shownFact } from "../../templates/release-blocks.ts";
import { stringsOf } from "../../templates/strings.ts";
import type { FormatName, FormatView } from "../../templates/views.ts";
import { caseData, caseTable } from "./case-formats.ts";
import { calendarOf } from "./calendar.ts";
import type { ComingStep } from "./calendar.ts";
import type { Library } from "./library.ts";
import { entryPath, formatPath, keyOfPath } from "./paths.ts";
import { page } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";
import { programmeBox } from "./views/facts.ts";
import { stepView } from "./views/trail.ts";

const types = { csv: "text/csv", data: "application/json", calendar: "text/calendar" } as const;

const names = {
  programme: ["csv", "data"],
  case: ["calendar", "csv", "data"],
  body: ["calendar"],
} as const satisfies Record<string, readonly FormatName[]>;

/**
 * What programs get of an entry besides its page: a programme's facts, the steps and documents of a case, the coming steps of
 * a case or body.
 */
export function entryFormats(entry: Programme | Case | Body, locale: Locale): readonly FormatView[] {
  const path = entryPath(entry, locale);
  return path === undefined ? [] : names[entry.kind].map((name) => format(path, name));
}

function format(path: string, name: Exclude<FormatName, "text" | "markdown" | "json">): FormatView {
  return { name, path: formatPath(path, name), type: types[name] };
}

export async function entryFormatObjects(
  library: Library,
  entry: Programme | Case | Body,
): Promise<readonly SiteObject[]> {
  const { url } = await library.newsroom();
  const objects = await Promise.all(
    locales.map((locale) =>
      Promise.all(
        entryFormats(entry, locale).map(async (of) => {
          const text = await textOf(library, entry, locale, of.name, url);
          return page(keyOfPath(of.path), text, of.name === "data" ? of.type : `${of.type}; charset=utf-8`);
        }),
      ),
    ),
  );
  return objects.flat();
}

function textOf(
  library: Library,
  entry: Programme | Case | Body,
  locale: Locale,
  name: FormatName,
  url: string,
): string | Promise<string> {
  if (entry.kind === "programme")
    return name === "csv" ? programmeTable(entry, locale) : programmeData(entry, locale);
  if (entry.kind === "case" && name !== "calendar") {
    return name === "csv" ? caseTable(library, entry, locale, url) : caseData(library, entry, locale, url);
  }
  return calendar(library, entry, locale, url);
}

function programmeTable(programme: Programme, locale: Locale): string {
  const { facts } = programmeBox(programme, locale);
  const labels = stringsOf(locale);
  const rows = facts.map(({ kind, value }) => [labels.facts[kind], shownFact(value, locale)]);
  return csv([[labels.programme, programme.name[locale]], ...rows]);
}

function programmeData(programme: Programme, locale: Locale): string {
  const { facts } = programmeBox(programme, locale);
  const labels = stringsOf(locale);
  const { budget, period } = programme;
  return `${JSON.stringify({
    id: programme.id,
    language: locale,
    name: programme.name[locale],
    summary: programme.summary[locale],
    ...(period === undefined ? {} : { period }),
    ...(budget === undefined ? {} : { budget }),
    facts: facts.map(({ kind, value }) => ({ kind, label: labels.facts[kind], ...value })),
    sample: programme.sample,
  })}\n`;
}

const oneDay = 24 * 60 * 60 * 1000;

/** Nowhere has the day of an instant begun earlier than this. */
function dayBefore(instant: Instant): LocalDate {
  return asInstant(Date.parse(instant) - oneDay).slice(0, 10) as LocalDate;
}

async function calendar(library: Library, entry: Case | Body, locale: Locale, url: string): Promise<string> {
  const all =
    entry.kind === "case"
      ? entry.steps.map((step) => ({ case: entry, step }))
      : await library.stepsOf(entry.id, { from: dayBefore(library.instant) });
  const open = all.filter(({ step }) => step.outcome === undefined && step.overdueFrom > library.instant);
  const steps = await Promise.all(
    open.map(async ({ case: matter, step }): Promise<ComingStep> => ({
      case: { id: matter.id, text: matter.title[locale], path: entryPath(matter, locale) ?? "" },
      step: await stepView(library, step, locale),
    })),
  );
  const sorted = steps.toSorted((one, other) =>
    one.step.date === other.step.date ? 0 : one.step.date < other.step.date ? -1 : 1,
  );
  const name = entry.kind === "case" ? entry.title[locale] : entry.name[locale];
  return calendarOf(name, sorted, url, locale);
}
