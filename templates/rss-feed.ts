import { html } from "./html.ts";
import { xml } from "./xml.ts";
import type { FeedEntry, FeedView } from "./feed-views.ts";

/** RSS 2.0, for what reads nothing else. @see https://www.rssboard.org/rss-profile */
export function rssFeed(view: FeedView, selfHref: string): string {
  return xml(html`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${view.title}</title>
<link>${view.href}</link>
<description>${view.subtitle}</description>
<language>${view.locale}</language>
<lastBuildDate>${mailDate(view.updated)}</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="${selfHref}"/>
${
  view.hub !== undefined &&
  html`<atom:link rel="hub" href="${view.hub}"/>
`
}${view.entries.map((one) => item(one, view.author))}</channel>
</rss>
`);
}

function item({ id, title, summary, content, href, published, topics, photo }: FeedEntry, author: string) {
  return html`<item>
<guid isPermaLink="false">${id}</guid>
<title>${title}</title>
<link>${href}</link>
<pubDate>${mailDate(published)}</pubDate>
<dc:creator>${author}</dc:creator>
${topics.map(
  (topic) => html`<category>${topic}</category>
`,
)}${
    photo &&
    html`<enclosure url="${photo.href}" length="${photo.bytes}" type="${photo.type}"/>
`
  }<description>${summary}</description>
${
  content !== undefined &&
  html`<content:encoded>${content}</content:encoded>
`
}</item>
`;
}

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2008-05-26T22:00:00.000Z" as "Mon, 26 May 2008 22:00:00 GMT". @see RFC 822, with four digits for the year */
function mailDate(instant: string): string {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, "0");
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(":");
  const month = months[date.getUTCMonth()] ?? "";
  return `${days[date.getUTCDay()] ?? ""}, ${two(date.getUTCDate())} ${month} ${date.getUTCFullYear()} ${time} GMT`;
}
