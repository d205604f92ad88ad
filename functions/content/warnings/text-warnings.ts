import type { Body, Case, Programme, Release } from "../entry.ts";
import { englishState } from "../mark.ts";
import type { Warning } from "../problem.ts";
import type { SourceFile } from "../read-content.ts";
import { amountWarnings } from "./amounts.ts";
import { draftOf } from "./draft.ts";
import type { Draft } from "./draft.ts";
import type { Term } from "./glossary.ts";
import { reading } from "./reading.ts";
import { relativeDates } from "./relative-dates.ts";
import { termWarnings } from "./terms.ts";
import { wordTraces } from "./word-traces.ts";

/** What a release's words are held against. Survives JSON. */
export interface Facts {
  readonly terms: readonly Term[];
  readonly budget?: Programme["budget"];
  readonly steps: Case["steps"];
  readonly bodies: readonly Body[];
}

/** What is doubtful about the words of a release, as its author has them in `files`. */
export function textWarnings(
  release: Release,
  files: readonly SourceFile[],
  facts: Facts,
): readonly Warning[] {
  const draft = (locale: "da" | "en"): Draft | undefined => {
    const file = files.find(({ path }) => path.endsWith(`/${locale}.md`));
    return file && draftOf(file, locale);
  };
  const drafts = { da: draft("da"), en: draft("en") };
  const bodies = new Map(facts.bodies.map((body) => [body.id, body]));
  const trail = { steps: facts.steps, bodies };
  // What a translation has taken over from the Danish text is told there, once.
  const dated = englishState(release) === "current" ? [drafts.da] : [drafts.da, drafts.en];
  const written = [drafts.da, drafts.en].flatMap((one) => one ?? []);
  return [
    ...written.flatMap((one) => [...wordTraces(one), ...reading(one), ...amountWarnings(one, facts.budget)]),
    ...dated.flatMap((one) => (one === undefined ? [] : relativeDates(one, release.date, trail))),
    ...termWarnings(definedOf(drafts), facts.terms),
  ];
}

function definedOf({ da, en }: { readonly da: Draft | undefined; readonly en: Draft | undefined }) {
  return { ...(da === undefined ? {} : { da }), ...(en === undefined ? {} : { en }) };
}
