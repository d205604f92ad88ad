import { contactCards } from "./contact-card.ts";
import { document } from "./document.ts";
import { formatLinks } from "./formats.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings.ts";
import { stepsOfCases } from "./trail.ts";
import type { BodyPage } from "./views.ts";
import { yearByYear } from "./year-list-page.ts";

/** A body: what it decides, what it has decided, and who is in it. */
export function bodyPage(view: BodyPage): string {
  const { locale } = view.frame;
  const strings = stringsOf(locale);
  return document(
    view.frame,
    html`<header class="headline">
${
  view.sample &&
  html`<p class="meta"><span class="label">${strings.sample}</span></p>
`
}<h1>${view.name}</h1>
<p class="lead">${view.remit}</p>
${
  view.href !== undefined &&
  html`<p>${strings.website}: <a href="${view.href}">${view.href.replace(/^https?:\/\//, "")}</a></p>
`
}</header>
<section aria-labelledby="decisions">
<h2 id="decisions">${strings.decisionsOf(view.name)}</h2>
${view.steps.length === 0 ? html`<p>${strings.noSteps}</p>` : stepsOfCases(view.steps, locale)}${yearByYear(view.years, locale)}
${formatLinks(view.frame)}</section>
<section class="contacts" aria-labelledby="members">
<h2 id="members">${strings.members}</h2>
${view.members.length === 0 ? html`<p>${strings.noMembers}</p>` : contactCards(view.members, locale, 3)}
</section>`,
  );
}
