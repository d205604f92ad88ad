import { shownBytes, shownDate } from "./format.ts";
import { html } from "./html.ts";
import type { Content, Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { DocumentView, Locale } from "./views.ts";

/** What can be read in full: each with what a reader on a phone asks before fetching it. */
export function documentList(list: readonly DocumentView[], locale: Locale): Content {
  return (
    list.length > 0 &&
    html`<section aria-labelledby="documents">
<h2 id="documents">${stringsOf(locale).documents.heading}</h2>
<ul class="documents">
${list.map(
  (one) => html`<li>${line(one, locale)}</li>
`,
)}</ul>
</section>
`
  );
}

function line(one: DocumentView, locale: Locale): Markup {
  const words = stringsOf(locale).documents;
  return html`<p class="title"><a href="${one.path}" type="${one.type}" hreflang="${one.language}">${one.title}</a></p>
<p class="size">PDF, ${words.pages(one.pages)}, ${shownBytes(one.bytes, locale)}, ${words.inLanguage[one.language]}</p>${
    (one.date !== undefined || one.step !== undefined) &&
    html`
<p class="size">${one.date !== undefined && html`<time datetime="${one.date}">${shownDate(one.date, locale)}</time>`}${one.date !== undefined && one.step && " · "}${one.step && html`<a href="#step-${one.step.id}">${one.step.subject}</a>`}</p>`
  }`;
}
