import { copyButton } from "./copy.ts";
import { hours } from "./hours.ts";
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
}<div id="contact-${card.id}">
${level === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
${contactFacts(card, locale)}</div>
</article>`;
}

/** What a card says besides the name: for the card, and for the contact's own page. */
export function contactFacts(card: ContactCard, locale: Locale): Markup {
  const strings = stringsOf(locale);
  const elected = [card.party, card.seat].filter((one) => one !== undefined);
  return html`${
    card.type === "desk" &&
    html`<p class="kind">${strings.desk}</p>
`
  }${roles(card.roles)}${
    elected.length > 0 &&
    html`<p class="kind">${elected.join(", ")}</p>
`
  }${
    card.rolesToday &&
    html`<p class="kind">${strings.rolesToday}</p>
${card.rolesToday.length === 0 ? html`<p>${strings.noRole}</p>` : roles(card.rolesToday)}`
  }${reach(card, locale)}${card.hours && hours(card.hours, locale)}
<p class="keep">${copyButton(`contact-${card.id}`, strings.copyContact)} <a class="vcard" href="${card.vcardPath}">${strings.saveContact}<span class="unseen"> ${card.name}</span> (vCard)</a></p>
${
  card.historicalOn !== undefined &&
  html`<p class="historical">${strings.historical(card.historicalOn)}${card.today && html` ${strings.askToday} <a href="${card.today.path}">${card.today.text}</a>.`}</p>
`
}`;
}

function roles(list: ContactCard["roles"]): Content {
  if (list.length === 0) return undefined;
  return html`<ul class="roles">
${list.map(
  (
    role,
  ) => html`<li>${role.title}${role.department !== undefined && html`, ${role.department}`}${role.body && html` (<a href="${role.body.path}">${role.body.text}</a>)`}</li>
`,
)}</ul>
`;
}

function reach(card: ContactCard, locale: Locale): Content {
  const strings = stringsOf(locale);
  if (card.phone === undefined && card.mobile === undefined && card.email === undefined) return undefined;
  return html`<dl class="reach">
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
${card.noSms && html`<p class="kind">${strings.noSms}</p>`}`;
}
