import { document } from "./document.ts";
import { formatLinks } from "./formats.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings.ts";
import { teasers } from "./teaser.ts";
import { trail } from "./trail.ts";
import type { CasePage } from "./views.ts";

/** A case: the trail of decisions through each body, and what is still to come. */
export function casePage({ frame, trail: matter, sample, programme, releases }: CasePage): string {
  const { locale } = frame;
  const strings = stringsOf(locale);
  return document(
    frame,
    html`<header class="headline">
${
  (matter.number !== undefined || sample) &&
  html`<p class="meta">${matter.number !== undefined && strings.caseNumber(matter.number)}${sample && html` <span class="label">${strings.sample}</span>`}</p>
`
}<h1>${matter.title}</h1>
${
  programme &&
  html`<p>${strings.programme}: <a href="${programme.path}">${programme.text}</a></p>
`
}</header>
<section aria-labelledby="trail">
<h2 id="trail">${strings.trail}</h2>
${trail(matter.steps, locale)}
${formatLinks(frame)}</section>
<section aria-labelledby="releases">
<h2 id="releases">${strings.releases}</h2>
${teasers(releases, locale, 3)}
</section>`,
  );
}
