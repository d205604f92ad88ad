import { document } from "./document.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings.ts";
import { teasers } from "./teaser.ts";
import type { WelcomePage } from "./views.ts";

/** The page at "/": each language offers itself, in its own words. */
export function welcomePage({ frame, languages }: WelcomePage): string {
  return document(
    frame,
    html`<h1>${frame.newsroom.name}</h1>
<div class="halves">
${languages.map(
  ({
    locale,
    name,
    newsroom,
    path,
    newest,
  }) => html`<section lang="${locale}" aria-labelledby="welcome-${locale}">
<h2 id="welcome-${locale}"><a href="${path}" hreflang="${locale}">${name}: ${newsroom}</a></h2>
${teasers(newest, locale, 3)}
<p class="onward"><a href="${path}">${stringsOf(locale).toFront}</a></p>
</section>
`,
)}</div>`,
  );
}
