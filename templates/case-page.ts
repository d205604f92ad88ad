import { documentList } from "./document-list.ts";
import { document } from "./document.ts";
import { formatLinks } from "./formats.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings.ts";
import { timeLine } from "./time-line.ts";
import type { CasePage } from "./views.ts";
import { yearByYear } from "./year-list-page.ts";

/** A case: its way through each body, what was told of it, and what is still to come. */
export function casePage(view: CasePage): string {
  const { title, number, sample, programme } = view;
  const { locale } = view.frame;
  const strings = stringsOf(locale);
  return document(
    view.frame,
    html`<header class="headline">
${
  (number !== undefined || sample) &&
  html`<p class="meta">${number !== undefined && strings.caseNumber(number)}${sample && html` <span class="label">${strings.sample}</span>`}</p>
`
}<h1>${title}</h1>
${
  programme &&
  html`<p>${strings.programme}: <a href="${programme.path}">${programme.text}</a></p>
`
}</header>
${timeLine(view.timeLine, locale, view.path)}${documentList(view.documents, locale)}${yearByYear(view.years, locale)}${formatLinks(view.frame)}`,
  );
}
