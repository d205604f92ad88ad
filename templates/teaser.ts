import { foreign } from "./foreign.ts";
import { shownDate } from "./format.ts";
import { html } from "./html.ts";
import type { Content, Markup } from "./html.ts";
import { picture } from "./photo.ts";
import type { Slot } from "./photo.ts";
import { stringsOf } from "./strings.ts";
import type { Locale, ReleaseTeaser } from "./views.ts";

/** @param level  of the headlines: one below the heading above the list */
export function teasers(list: readonly ReleaseTeaser[], locale: Locale, level: 2 | 3): Content {
  if (list.length === 0) return html`<p>${stringsOf(locale).noReleases}</p>`;
  return html`<ul class="teasers">
${list.map(
  (one) => html`<li>${teaser(one, locale, level)}</li>
`,
)}</ul>`;
}

/** The same on the front page, the newest large. */
export function leadingTeasers(list: readonly ReleaseTeaser[], locale: Locale): Content {
  if (list.length === 0) return teasers(list, locale, 3);
  return html`<ul class="teasers led">
${list.map(
  (one, index) => html`<li>${teaser(one, locale, 3, index === 0 ? "leading" : "thumbnail")}</li>
`,
)}</ul>`;
}

function teaser(one: ReleaseTeaser, locale: Locale, level: 2 | 3, slot: Slot = "thumbnail"): Markup {
  const strings = stringsOf(locale);
  const headline = html`<a href="${one.path}"${one.title.lang !== undefined && html` hreflang="${one.title.lang}"`}>${foreign(one.title)}</a>`;
  return html`<article class="teaser">
${
  one.thumbnail &&
  html`<div class="thumbnail">${picture(one.thumbnail, slot, slot === "leading")}</div>
`
}<div>
<p class="meta"><time datetime="${one.date}">${shownDate(one.date, locale)}</time>${one.sample && html` <span class="label">${strings.sample}</span>`}${one.onlyIn !== undefined && html` <span class="label">${strings.onlyIn[one.onlyIn]}</span>`}</p>
${level === 2 ? html`<h2>${headline}</h2>` : html`<h3>${headline}</h3>`}
<p class="summary">${foreign(one.lead)}</p>
</div>
</article>`;
}
