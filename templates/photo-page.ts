import { document } from "./document.ts";
import { html } from "./html.ts";
import type { Content } from "./html.ts";
import { photo as photoWithRights } from "./photo.ts";
import { shownLast, shownTaken } from "./photo-facts.ts";
import { stringsOf } from "./strings.ts";
import { teasers } from "./teaser.ts";
import type { PhotoGonePage, PhotoPage } from "./photo-views.ts";
import type { LinkView } from "./views.ts";

/** One photo with all that is known of it and everything that shows it. */
export function photoPage(view: PhotoPage): string {
  const { frame, photo, facts, people, programmes, releases, contacts } = view;
  const { locale } = frame;
  const strings = stringsOf(locale);
  const { gallery } = strings;
  const links = (list: readonly LinkView[]): Content =>
    list.map(({ text, path }, index) => [index > 0 && ", ", html`<a href="${path}">${text}</a>`]);
  const fact = (label: string, value: Content): Content =>
    html`<div><dt>${label}</dt><dd>${value}</dd></div>
`;
  return document(
    frame,
    html`<header class="headline">
<h1>${frame.title}</h1>
</header>
<div class="columns">
<div class="text">
${photoWithRights(photo, locale, "text", true)}
<section aria-labelledby="uses">
<h2 id="uses">${gallery.uses}</h2>
${releases.length > 0 && teasers(releases, locale, 3)}${contacts.length > 0 && html`<p>${gallery.portraitOf} ${links(contacts)}</p>`}
</section>
</div>
<div class="aside">
<section class="box" aria-labelledby="facts">
<h2 id="facts">${gallery.facts}</h2>
<dl class="facts">
${people.length > 0 && fact(strings.people, links(people))}${programmes.length > 0 && fact(gallery.programmes, links(programmes))}${facts.event !== undefined && fact(gallery.event, facts.event)}${facts.place !== undefined && fact(strings.place, facts.place)}${facts.taken !== undefined && fact(strings.taken, shownTaken(facts.taken, locale))}${fact(strings.altText, photo.picture.alt)}${facts.shownUntil !== undefined && fact(gallery.permission, strings.mayBeShownUntil(shownLast(facts.shownUntil, locale)))}</dl>
</section>
</div>
</div>`,
  );
}

/** In the place of a photo's page, once the photo may not be shown any more. */
export function photoGonePage({ frame }: PhotoGonePage): string {
  const strings = stringsOf(frame.locale);
  return document(
    frame,
    html`<article class="headline">
<h1>${frame.title}</h1>
<p class="lead">${strings.photoGone}</p>
<p><a href="${frame.frontPath}">${strings.toFront}</a></p>
</article>`,
  );
}
