import { shownDate } from "./format.ts";
import { html } from "./html.ts";
import type { Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { LinkView, Locale, StepView } from "./views.ts";

/** The way of a case through each body, in order; what is still to be decided stands out by words, not by colour alone. */
export function trail(steps: readonly StepView[], locale: Locale): Markup {
  return html`<ol class="trail">
${steps.map(
  (one) => html`<li class="step ${one.state}" id="step-${one.id}">${step(one, locale)}</li>
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

/** "Forretningsudvalget indstiller": who does what, where no sentence of the case's own follows. */
export function bodyDoes({ body, action }: StepView, locale: Locale): Markup {
  return html`<a href="${body.path}">${body.text}</a> ${stringsOf(locale).actions[action]}`;
}

/** When, who and what, and how it ended. */
export function step(one: StepView, locale: Locale): Markup {
  return html`<p class="when"><time datetime="${one.date}">${shownDate(one.date, locale)}</time> · <span class="state">${stateOf(one, locale)}</span></p>
<p class="who"><a href="${one.body.path}">${one.body.text}</a> · <span class="part">${stringsOf(locale).parts[one.action]}</span></p>
<p>${one.subject}</p>`;
}

function stateOf({ state, outcome }: StepView, locale: Locale): string {
  const strings = stringsOf(locale);
  if (outcome !== undefined) return strings.outcomes[outcome];
  return state === "overdue" ? strings.overdue : strings.pending;
}
