import { html } from "./html.ts";
import type { Content, Markup } from "./html.ts";
import { picture } from "./photo.ts";
import { stringsOf } from "./strings.ts";
import type { ContactCard, Locale } from "./views.ts";

/** @param level  of the heading that the name is: one below the heading above the cards */
export function contactCards(cards: readonly ContactCard[], locale: Locale, level: 2 | 3): Content {
  if (cards.length === 0) return undefined;
  return html`<ul class="cards">
${cards.map(
  (card) => html`<li>${contactCard(card, locale, level)}</li>
`,
)}</ul>`;
}

function contactCard(card: ContactCard, locale: Locale, level: 2 | 3): Markup {
  const name = html`<a href="${card.path}">${card.name}</a>`;
  return html`<article class="contact">
${
  card.portrait &&
  html`<div class="portrait">${picture(card.portrait, "portrait")}</div>
`
}<div>
${level === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
${contactFacts(card, locale)}</div>
</article>`;
}

/** What a card says besides the name: for the card, and for the contact's own page. */
export function contactFacts(card: ContactCard, locale: Locale): Markup {
  const strings = stringsOf(locale);
  return html`${
    card.type === "desk" &&
    html`<p class="kind">${strings.desk}</p>
`
  }${
    card.roles.length > 0 &&
    html`<ul class="roles">
${card.roles.map(
  (
    role,
  ) => html`<li>${role.title}${role.department !== undefined && html`, ${role.department}`}${role.body && html` (<a href="${role.body.path}">${role.body.text}</a>)`}</li>
`,
)}</ul>
`
  }<dl class="reach">
${
  card.phone &&
  html`<div><dt>${strings.phone}</dt><dd><a href="tel:${card.phone.e164}">${card.phone.shown}</a></dd></div>
`
}${
    card.mobile &&
    html`<div><dt>${strings.mobile}</dt><dd><a href="tel:${card.mobile.e164}">${card.mobile.shown}</a></dd></div>
`
  }${
    card.email !== undefined &&
    html`<div><dt>${strings.email}</dt><dd><a href="mailto:${card.email}">${card.email}</a></dd></div>
`
  }</dl>
<p><a class="vcard" href="${card.vcardPath}">${strings.saveContact}<span class="unseen"> ${card.name}</span> (vCard)</a></p>
${
  card.historicalOn !== undefined &&
  html`<p class="historical">${strings.historical(card.historicalOn)}</p>
`
}`;
}
