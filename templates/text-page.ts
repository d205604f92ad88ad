import { contactCards } from "./contact-card.ts";
import { document } from "./document.ts";
import { shownDate } from "./format.ts";
import { html } from "./html.ts";
import type { Content } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { TextPage } from "./views.ts";

/** What stands by itself and is no news: a statement, with who answers to it and how old it is. */
export function textPage(view: TextPage): string {
  const { locale } = view.frame;
  const strings = stringsOf(locale);
  return document(
    view.frame,
    html`<article>
<header class="headline">
${
  view.sample &&
  html`<p class="meta"><span class="label">${strings.sample}</span></p>
`
}<h1>${view.title}</h1>
<p class="lead">${view.lead}</p>
</header>
<div class="text">
${view.sections.map(section)}<p class="meta">${strings.lookedThrough}: <time datetime="${view.updated}">${shownDate(view.updated, locale)}</time></p>
</div>
${
  view.contacts.length > 0 &&
  html`<section class="contacts" aria-labelledby="contacts">
<h2 id="contacts">${strings.whoAnswers}</h2>
${contactCards(view.contacts, locale, 3)}
</section>
`
}</article>`,
  );
}

function section({ heading, paragraphs, links }: TextPage["sections"][number]): Content {
  return html`<section>
<h2>${heading}</h2>
${paragraphs.map(
  (words) => html`<p>${words}</p>
`,
)}${
    links.length > 0 &&
    html`<ul>
${links.map(
  ({ text, href }) => html`<li><a href="${href}">${text}</a></li>
`,
)}</ul>
`
  }</section>
`;
}
