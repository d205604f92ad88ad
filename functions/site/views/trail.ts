import type { Case, Step } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import type { LinkView, StepState, StepView, TrailView } from "../../../templates/views.ts";
import type { Library } from "../library.ts";
import { entryPath } from "../paths.ts";

export async function trailOf(library: Library, matter: Case, locale: Locale): Promise<TrailView> {
  return {
    ...linkToCase(matter, locale),
    title: matter.title[locale],
    ...(matter.number === undefined ? {} : { number: matter.number }),
    steps: await Promise.all(matter.steps.map((step) => stepView(library, step, locale))),
  };
}

export async function stepView(library: Library, step: Step, locale: Locale): Promise<StepView> {
  const body = await library.entry("body", step.body);
  const path = body && entryPath(body, locale);
  if (body === undefined || path === undefined)
    throw new Error(`The step ${step.id} names no known body: ${step.body}.`);
  return {
    id: step.id,
    body: { text: body.name[locale], path },
    date: step.date,
    action: step.action,
    subject: step.subject[locale],
    ...(step.outcome === undefined ? {} : { outcome: step.outcome }),
    state: stepState(step, library.instant),
  };
}

export function linkToCase(matter: Case, locale: Locale): LinkView {
  const path = entryPath(matter, locale);
  if (path === undefined) throw new Error(`The case ${matter.id} has no page in ${locale}.`);
  return { text: matter.title[locale], path };
}

export function stepState(step: Step, instant: string): StepState {
  if (step.outcome !== undefined) return "done";
  return instant < step.overdueFrom ? "pending" : "overdue";
}
