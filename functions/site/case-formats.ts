import type { Case } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";
import { csv } from "../../templates/csv.ts";
import { stringsOf } from "../../templates/strings.ts";
import type { Library } from "./library.ts";
import { documentViews } from "./views/case.ts";
import { liveProgramme } from "./views/release.ts";
import { stepView } from "./views/trail.ts";

/** A case for a spreadsheet: a line for each step and for each document, told apart by the first column. */
export async function caseTable(
  library: Library,
  matter: Case,
  locale: Locale,
  url: string,
): Promise<string> {
  const { caseTable: words, parts, outcomes } = stringsOf(locale);
  const steps = await Promise.all(matter.steps.map((one) => stepView(library, one, locale)));
  const lines: readonly Line[] = [
    ...steps.map((one): Line => ({
      type: words.step,
      date: one.date,
      body: one.body.text,
      part: parts[one.action],
      text: one.subject,
      ...(one.outcome === undefined ? {} : { outcome: outcomes[one.outcome] }),
    })),
    ...documentViews(matter, library.instant, locale).map((one): Line => ({
      type: words.document,
      ...(one.date === undefined ? {} : { date: one.date }),
      text: one.title,
      language: one.language,
      pages: one.pages,
      bytes: one.bytes,
      address: url + one.path,
    })),
  ];
  return csv([
    columns.map((name) => words[name]),
    ...lines.map((line) => columns.map((name) => line[name] ?? "")),
  ]);
}

const columns = [
  "type",
  "date",
  "body",
  "part",
  "text",
  "outcome",
  "language",
  "pages",
  "bytes",
  "address",
] as const;
type Line = Partial<Record<(typeof columns)[number], string | number>>;

/** The same for programs. */
export async function caseData(library: Library, matter: Case, locale: Locale, url: string): Promise<string> {
  const [steps, programme] = await Promise.all([
    Promise.all(matter.steps.map((one) => stepView(library, one, locale))),
    liveProgramme(library, matter.programme),
  ]);
  const documents = documentViews(matter, library.instant, locale);
  return `${JSON.stringify({
    id: matter.id,
    language: locale,
    title: matter.title[locale],
    ...(matter.number === undefined ? {} : { number: matter.number }),
    ...(programme === undefined ? {} : { programme: programme.id }),
    steps: steps.map(({ body, ...one }) => ({ ...one, body: { name: body.text, url: url + body.path } })),
    documents: documents.map(({ path, step, ...one }) => ({
      ...one,
      ...(step === undefined ? {} : { step: step.id }),
      url: url + path,
    })),
    sample: matter.sample,
  })}\n`;
}
