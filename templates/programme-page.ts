import { contactCards } from "./contact-card.ts";
import { document } from "./document.ts";
import { facts } from "./facts-box.ts";
import { formatLinks } from "./formats.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings.ts";
import { timeLine } from "./time-line.ts";
import type { ProgrammePage } from "./views.ts";
import { yearByYear } from "./year-list-page.ts";

/** A programme: its money, its facts, and what was decided and told about it. */
export function programmePage(view: ProgrammePage): string {
  const { locale } = view.frame;
  const strings = stringsOf(locale);
  const { programme } = view;
  return document(
    view.frame,
    html`<header class="headline">
<p class="meta">${strings.programme}${view.sample && html` <span class="label">${strings.sample}</span>`}</p>
<h1>${programme.name}</h1>
<p class="lead">${programme.summary}</p>
</header>
${
  programme.facts.length > 0 &&
  html`<section aria-labelledby="facts">
<h2 id="facts">${strings.aboutProgramme}</h2>
${facts(programme.facts, locale)}
${formatLinks(view.frame)}</section>
`
}${timeLine(view.timeLine, locale)}${yearByYear(view.years, locale)}${
      view.contacts.length > 0 &&
      html`<section class="contacts" aria-labelledby="contacts">
<h2 id="contacts">${strings.contacts}</h2>
${contactCards(view.contacts, locale, 3)}
</section>`
    }`,
  );
}
