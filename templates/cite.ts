import { copyButton, sourceLine } from "./copy.ts";
import { shownDate } from "./format.ts";
import { html } from "./html.ts";
import type { Content, Markup } from "./html.ts";
import { qr } from "./qr.ts";
import { stringsOf } from "./strings.ts";
import type { ReleasePage } from "./views.ts";

/** Whose words these are, and how to cite them so that they can be found as they were. */
export function foot(view: ReleasePage): Markup {
  const { frame, title, cite } = view;
  const strings = stringsOf(frame.locale);
  return html`<div class="foot">
<section aria-labelledby="about">
<h2 id="about">${strings.aboutPublisher(frame.newsroom.publisher)}</h2>
<p>${view.about}</p>
</section>
<section aria-labelledby="cite-heading">
<h2 id="cite-heading">${strings.citing.heading}</h2>
<p class="cite" id="cite">${strings.citing.line(frame.newsroom.publisher, title, shownDate(view.date, frame.locale), cite.version)} <a href="${cite.href}">${cite.href}</a></p>
<p class="hash">${strings.fingerprint}: <code>${cite.hash}</code></p>
${copyButton("cite", strings.citing.copy)}
<p class="unseen" id="${sourceLine}">${sourceOf(view)}</p>
<div class="on-paper">${qr(view.qr)}</div>
</section>
</div>
`;
}

/** What a copied quote ends with: whose it is, of which day, whether in their own words, and where it stands. */
function sourceOf({ frame, date, translation, cite }: ReleasePage): Content {
  const { citing } = stringsOf(frame.locale);
  return [
    citing.source(frame.newsroom.publisher, shownDate(date, frame.locale)),
    translation !== undefined && ` ${citing.translated}`,
    ` ${cite.page}`,
  ];
}
