import { contactFacts } from "./contact-card.ts";
import { document } from "./document.ts";
import { html } from "./html.ts";
import { photo } from "./photo.ts";
import { qr } from "./qr.ts";
import { stringsOf } from "./strings.ts";
import { teasers } from "./teaser.ts";
import type { ContactPage } from "./views.ts";
import { yearByYear } from "./year-list-page.ts";

/** A person or a desk: how to reach them, their portrait for print, and their releases. */
export function contactPage({
  frame,
  contact,
  sample,
  portrait,
  qr: code,
  releases,
  years,
}: ContactPage): string {
  const { locale } = frame;
  const strings = stringsOf(locale);
  return document(
    frame,
    html`<header class="headline">
${
  sample &&
  html`<p class="meta"><span class="label">${strings.sample}</span></p>
`
}<h1>${contact.name}</h1>
</header>
<div class="columns">
<div class="text">
<div class="contact own" id="contact-${contact.id}">
${contactFacts(contact, locale)}<p><a class="vcard" href="${contact.vcard4Path}">${strings.vcard4}</a></p>
</div>
<section aria-labelledby="releases">
<h2 id="releases">${strings.releases}</h2>
${teasers(releases, locale, 3)}${yearByYear(years, locale)}
</section>
</div>
<div class="aside">
${
  portrait &&
  html`<div class="own-portrait">${photo(portrait, locale, "own", true)}</div>
`
}<figure class="scan">${qr(code)}<figcaption>${strings.scanContact}</figcaption></figure>
</div>
</div>`,
  );
}
