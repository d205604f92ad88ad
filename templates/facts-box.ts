import { exactMoney, shownMoney } from "./format.ts";
import { html } from "./html.ts";
import type { Content, Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { FactView, Locale, MoneyView } from "./views.ts";

/** A programme's facts, in the order in which a reporter asks. */
export function facts(list: readonly FactView[], locale: Locale): Content {
  if (list.length === 0) return undefined;
  return html`<dl class="facts">
${list.map(
  ({
    kind,
    value,
  }) => html`<div class="fact-${kind}"><dt>${stringsOf(locale).facts[kind]}</dt><dd>${shown(value, locale)}</dd></div>
`,
)}</dl>`;
}

/** Items of a word or two are read faster on one line. */
const shortItem = 24;

function shown(value: FactView["value"], locale: Locale): Content {
  switch (value.type) {
    case "text":
      return value.text;
    case "list":
      return html`<ul${value.items.every(({ length }) => length <= shortItem) && html` class="short"`}>${value.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    case "period":
      return `${value.from}–${value.to}`;
    case "money":
      return money(value.money, locale);
    case "link":
      return html`<a href="${value.href}">${value.href.replace(/^https?:\/\//, "")}</a>`;
  }
}

/** The round figure that the text gives, and the exact one behind it: both are right, and readers compare them. */
function money({ exact, rounded, currency }: MoneyView, locale: Locale): Markup {
  const strings = stringsOf(locale);
  return html`<span class="amount">${shownMoney(exact, currency, locale)}</span> <span class="exact">${strings.exactly(exactMoney(exact, currency, locale))}${rounded !== undefined && rounded !== exact && html`; ${strings.rounded(shownMoney(rounded, currency, locale))}`}</span>`;
}
