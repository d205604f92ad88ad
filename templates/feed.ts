import { html } from "./html.ts";
import { xml } from "./xml.ts";
import type { FeedEntry, FeedView } from "./feed-views.ts";

/**
 * Atom: what every feed reader reads, with ids and dates of its own, and the one format that can say that an entry was
 * taken back.
 *
 * @see  RFC 4287; RFC 6721 for deleted entries
 */
export function atomFeed(view: FeedView): string {
  return xml(html`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${view.locale}">
<id>${view.selfHref}</id>
<title>${view.title}</title>
<subtitle>${view.subtitle}</subtitle>
<updated>${view.updated}</updated>
<author><name>${view.author}</name></author>
<link rel="self" type="application/atom+xml" href="${view.selfHref}"/>
<link rel="alternate" type="text/html" hreflang="${view.locale}" href="${view.href}"/>
<link rel="related" type="application/atom+xml" hreflang="${view.other.locale}" href="${view.other.href}"/>
${
  view.hub !== undefined &&
  html`<link rel="hub" href="${view.hub}"/>
`
}${view.entries.map(entry)}${view.deleted.map(
    ({
      id,
      at,
      reason,
    }) => html`<at:deleted-entry ref="${id}" when="${at}"><at:comment>${reason}</at:comment></at:deleted-entry>
`,
  )}</feed>
`);
}

function entry({
  id,
  title,
  summary,
  content,
  href,
  published,
  updated,
  topics,
  translations,
  photo,
}: FeedEntry) {
  return html`<entry>
<id>${id}</id>
<title>${title}</title>
<published>${published}</published>
<updated>${updated}</updated>
<link rel="alternate" type="text/html" href="${href}"/>
${translations.map(
  (other) => html`<link rel="alternate" type="text/html" hreflang="${other.locale}" href="${other.href}"/>
`,
)}${
    photo &&
    html`<link rel="enclosure" type="${photo.type}" length="${photo.bytes}" href="${photo.href}" title="${photo.title}"/>
`
  }${topics.map(
    (topic) => html`<category term="${topic}"/>
`,
  )}<summary>${summary}</summary>
${
  content !== undefined &&
  html`<content type="html">${content}</content>
`
}</entry>
`;
}
