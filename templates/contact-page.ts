import { contactFacts } from "./contact-card.ts";
import { document } from "./document.ts";
import { html } from "./html.ts";
import { photo } from "./photo.ts";
import { stringsOf } from "./strings.ts";
import { teasers } from "./teaser.ts";
import type { ContactPage } from "./views.ts";

/** A person or a desk: how to reach them, their portrait for print, and their releases. */
export function contactPage({ frame, contact, sample, portrait, releases }: ContactPage): string {
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
<div class="contact own">
${contactFacts(contact, locale)}</div>
${
  portrait &&
  html`<div class="own-portrait">${photo(portrait, locale, "own", true)}</div>
`
}<section aria-labelledby="releases">
<h2 id="releases">${strings.releases}</h2>
${teasers(releases, locale, 3)}
</section>`,
  );
}
