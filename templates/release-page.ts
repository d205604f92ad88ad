import { blocks } from "./blocks.ts";
import { brief } from "./brief.ts";
import { foot } from "./cite.ts";
import { allCorrections } from "./corrections.ts";
import { contactCards } from "./contact-card.ts";
import { copyButton } from "./copy.ts";
import { direction } from "./direction.ts";
import { document } from "./document.ts";
import { facts } from "./facts-box.ts";
import { shownDate } from "./format.ts";
import { foreign } from "./foreign.ts";
import { formatLinks, waysTo } from "./formats.ts";
import { html } from "./html.ts";
import type { Content } from "./html.ts";
import { notices } from "./notices.ts";
import { kitBox } from "./kit-box.ts";
import { photo } from "./photo.ts";
import { stringsOf } from "./strings.ts";
import { trail } from "./trail.ts";
import type { LinkView, ReleasePage } from "./views.ts";

/** A release in one language, with all that belongs to it. */
export function releasePage(view: ReleasePage): string {
  const { locale } = view.frame;
  const strings = stringsOf(locale);
  return document(
    view.frame,
    html`<article class="release">
<header class="headline">
<p class="kicker"><b>${strings.pressRelease}</b> · <time datetime="${view.released}">${shownDate(view.date, locale)}</time>${view.sample && html` <span class="label">${strings.sample}</span>`}</p>
<div id="whole-head">
<h1${direction(view.title)}>${view.title}</h1>
<p class="lead"${direction(view.lead)}>${view.lead}</p>
</div>
${notices(view)}</header>
<div class="columns">
<div class="text">
${brief(view.brief, locale)}${view.photos.map(
      (one, index) => html`${photo(one, locale, "text", index === 0, `caption-${index + 1}`)}
`,
    )}${
      view.photosGone > 0 &&
      html`<p class="meta">${strings.photosGone(view.photosGone)}</p>
`
    }<div id="whole-text">
${blocks(view.blocks, locale)}</div>
<p class="whole">${copyButton("whole-head whole-text", strings.copyText, true)}</p>
${allCorrections(view)}${links(view)}</div>
<div class="aside">
${
  view.programme &&
  html`<section class="box" aria-labelledby="programme">
<h2 id="programme">${strings.aboutProgramme}</h2>
<p class="box-title"><a href="${view.programme.path}">${view.programme.name}</a></p>
${facts(view.programme.facts, locale)}
${waysTo(view.programme, locale)}</section>
`
}${
      view.trail &&
      html`<section class="box" aria-labelledby="trail">
<h2 id="trail">${strings.trail}</h2>
<p class="box-title"><a href="${view.trail.path}">${view.trail.title}</a></p>
${trail(view.trail.steps, locale)}
${waysTo(view.trail, locale)}</section>
`
    }${view.kit && kitBox(view.kit, locale)}</div>
</div>
${
  view.contacts.length > 0 &&
  html`<section class="contacts" aria-labelledby="contacts">
<h2 id="contacts">${strings.contacts}</h2>
${contactCards(view.contacts, locale, 3)}
${
  view.allContactsPath !== undefined &&
  html`<p class="onward"><a href="${view.allContactsPath}">${strings.saveAllContacts}</a></p>
`
}</section>
`
}${view.frame.advance === undefined && foot(view)}${related(view)}${neighbours(view)}</article>`,
  );
}

function links({ frame, links: list, topicPages, comparePath }: ReleasePage): Content {
  const strings = stringsOf(frame.locale);
  return [
    list.length > 0 &&
      html`<section aria-labelledby="more">
<h2 id="more">${strings.more}</h2>
<ul>
${list.map(
  ({ text, href }) => html`<li><a href="${href}">${text}</a></li>
`,
)}</ul>
</section>
`,
    topicPages.length > 0 &&
      html`<p class="topics">${strings.topics}: ${topicPages.map(({ word, path }, index) => html`${index > 0 && ", "}<a href="${path}">${foreign(word)}</a>`)}</p>
`,
    comparePath !== undefined &&
      html`<p><a href="${comparePath}">${strings.sideBySide}</a></p>
`,
    formatLinks(frame),
  ];
}

/** Headlines only: whoever reads on wants to choose, not to read it all here. */
function related({ frame, related: list }: ReleasePage): Content {
  if (list.length === 0) return undefined;
  return html`<section class="related" aria-labelledby="related">
<h2 id="related">${stringsOf(frame.locale).related}</h2>
<ul>
${list.map(
  ({ title, path, date }) =>
    html`<li><a href="${path}"${title.lang !== undefined && html` hreflang="${title.lang}"`}>${foreign(title)}</a> <time datetime="${date}">${shownDate(date, frame.locale)}</time></li>
`,
)}</ul>
</section>
`;
}

function neighbours({ frame, older, newer }: ReleasePage): Content {
  if (older === undefined && newer === undefined) return undefined;
  const strings = stringsOf(frame.locale);
  const way = (label: string, rel: string, link: LinkView | undefined) =>
    link &&
    html`<li class="${rel}"><span>${label}</span> <a rel="${rel}" href="${link.path}">${link.text}</a></li>
`;
  return html`<nav class="neighbours" aria-label="${strings.neighbours}">
<ul>
${way(strings.older, "prev", older)}${way(strings.newer, "next", newer)}</ul>
</nav>
`;
}
