import { contactCards } from "./contact-card.ts";
import { document } from "./document.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings.ts";
import { leadingTeasers } from "./teaser.ts";
import { stepsOfCases } from "./trail.ts";
import type { FrontPage } from "./views.ts";

/** What is new, whom to call, what is still to be decided, and what the money goes to. */
export function frontPage(view: FrontPage): string {
  const { locale, newsroom } = view.frame;
  const strings = stringsOf(locale);
  return document(
    view.frame,
    html`<header class="headline front">
<h1>${newsroom.name}</h1>
<p class="lead">${newsroom.about}</p>
</header>
<div class="columns">
<section class="text" aria-labelledby="newest">
<h2 class="unseen" id="newest">${strings.newest}</h2>
${leadingTeasers(view.newest, locale)}
<p class="onward"><a href="${view.archivePath}">${strings.wholeArchive}</a></p>
</section>
<div class="aside">
${
  view.pressContact &&
  html`<section class="box" aria-labelledby="contact">
<h2 id="contact">${strings.contacts}</h2>
${contactCards([view.pressContact], locale, 3)}
</section>
`
}<section class="box" aria-labelledby="pending">
<h2 id="pending">${strings.stillToBeDecided}</h2>
${view.pending.length === 0 ? html`<p>${strings.nothingPending}</p>` : stepsOfCases(view.pending, locale)}
</section>
</div>
</div>
${
  view.programmes.length > 0 &&
  html`<section class="band" aria-labelledby="programmes">
<h2 id="programmes">${strings.navigation.programmes}</h2>
<ul class="tiles">
${view.programmes.map(
  ({ name, path, summary }) => html`<li><h3><a href="${path}">${name}</a></h3><p>${summary}</p></li>
`,
)}</ul>
</section>
`
}`,
  );
}
