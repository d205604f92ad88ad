import { shownDate } from "./format.ts";
import { html } from "./html.ts";
import type { Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { LinkView, Locale, StepView } from "./views.ts";

/** The way of a case through each body, in order; what is still to be decided stands out by words, not by colour alone. */
export function trail(steps: readonly StepView[], locale: Locale): Markup {
  return html`<ol class="trail">
${steps.map(
  (one) => html`<li class="step ${one.state}">${step(one, locale)}</li>
`,
)}</ol>`;
}

/** Steps of several cases, each with its own. */
export function stepsOfCases(
  list: readonly { readonly case: LinkView; readonly step: StepView }[],
  locale: Locale,
): Markup {
  return html`<ul class="trail">
${list.map(
  ({
    case: matter,
    step: one,
  }) => html`<li class="step ${one.state}"><p class="case"><a href="${matter.path}">${matter.text}</a></p>
${step(one, locale)}</li>
`,
)}</ul>`;
}

function step(one: StepView, locale: Locale): Markup {
  const strings = stringsOf(locale);
  return html`<p class="state">${stateOf(one, locale)}</p>
<p><b>${strings.actions[one.action]}</b> · <a href="${one.body.path}">${one.body.text}</a> · <time datetime="${one.date}">${shownDate(one.date, locale)}</time></p>
<p>${one.subject}</p>`;
}

function stateOf({ state, outcome }: StepView, locale: Locale): string {
  const strings = stringsOf(locale);
  if (outcome !== undefined) return strings.outcomes[outcome];
  return state === "overdue" ? strings.overdue : strings.pending;
}
