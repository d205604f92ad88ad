import { document } from "./document.ts";
import { html } from "./html.ts";
import type { Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { Frame, NotFoundPage } from "./views.ts";

/** One page in both languages: the address alone may not tell which one the reader has. */
export function notFoundPage({ frames }: NotFoundPage): string {
  return document(
    frames.da,
    html`<div class="halves">
${half(frames.da, 1)}${half(frames.en, 2)}</div>`,
  );
}

function half({ locale, title, navigation, frontPath }: Frame, level: 1 | 2): Markup {
  const strings = stringsOf(locale);
  const ways = navigation.filter(({ name }) => name !== "front");
  return html`<section lang="${locale}">
${level === 1 ? html`<h1>${title}</h1>` : html`<h2 class="as-h1">${title}</h2>`}
<p>${strings.notFoundHint}</p>
<ul>
<li><a href="${frontPath}">${strings.toFront}</a></li>
${ways.map(
  ({ name, path }) => html`<li><a href="${path}">${strings.navigation[name]}</a></li>
`,
)}</ul>
</section>
`;
}
