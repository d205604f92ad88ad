import { contactCards } from "./contact-card.ts";
import { document } from "./document.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings.ts";
import { teasers } from "./teaser.ts";
import { stepsOfCases } from "./trail.ts";
import type { FrontPage } from "./views.ts";

/** What is new, what is still to be decided, what the money goes to, and whom to call. */
export function frontPage(view: FrontPage): string {
  const { locale, newsroom } = view.frame;
  const strings = stringsOf(locale);
  return document(
    view.frame,
    html`<h1 class="front">${newsroom.name}</h1>
<p class="lead">${newsroom.about}</p>
<div class="columns">
<section class="text" aria-labelledby="newest">
<h2 id="newest">${strings.newest}</h2>
${teasers(view.newest, locale, 3)}
<p class="onward"><a href="${view.archivePath}">${strings.wholeArchive}</a></p>
</section>
<div class="aside">
<section class="box" aria-labelledby="pending">
<h2 id="pending">${strings.stillToBeDecided}</h2>
${view.pending.length === 0 ? html`<p>${strings.nothingPending}</p>` : stepsOfCases(view.pending, locale)}
</section>
${
  view.programmes.length > 0 &&
  html`<section class="box" aria-labelledby="programmes">
<h2 id="programmes">${strings.navigation.programmes}</h2>
<ul class="entries">
${view.programmes.map(
  ({ name, path, summary }) => html`<li><a href="${path}">${name}</a><p>${summary}</p></li>
`,
)}</ul>
</section>
`
}${
      view.pressContact &&
      html`<section class="box" aria-labelledby="contact">
<h2 id="contact">${strings.contacts}</h2>
${contactCards([view.pressContact], locale, 3)}
</section>
`
    }</div>
</div>`,
  );
}
