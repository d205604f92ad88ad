import { html, render } from "./html.ts";
import type { FeedEntry, FeedView } from "./views.ts";

/** Atom: what every feed reader reads, with ids and dates of its own. @see RFC 4287 */
export function atomFeed(view: FeedView): string {
  return render(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${view.locale}">
<id>${view.selfHref}</id>
<title>${view.title}</title>
<subtitle>${view.subtitle}</subtitle>
<updated>${view.updated}</updated>
<author><name>${view.author}</name></author>
<link rel="self" type="application/atom+xml" href="${view.selfHref}"/>
<link rel="alternate" type="text/html" hreflang="${view.locale}" href="${view.href}"/>
<link rel="related" type="application/atom+xml" hreflang="${view.other.locale}" href="${view.other.href}"/>
${view.entries.map(entry)}</feed>
`);
}

function entry({ id, title, summary, href, published, updated, translations, photo }: FeedEntry) {
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
  }<summary>${summary}</summary>
</entry>
`;
}
