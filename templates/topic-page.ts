import { document } from "./document.ts";
import { foreign } from "./foreign.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings.ts";
import { teasers } from "./teaser.ts";
import type { TopicPage } from "./views.ts";
import { yearByYear } from "./year-list-page.ts";

/** What was published on a topic. */
export function topicPage({ frame, word, feedPath, releases, years }: TopicPage): string {
  const { locale } = frame;
  const strings = stringsOf(locale);
  return document(
    frame,
    html`<header class="headline">
<p class="kicker"><b>${strings.topic}</b></p>
<h1>${foreign(word)}</h1>
<p><a href="${feedPath}">${strings.feed}</a></p>
</header>
${teasers(releases, locale, 2)}${yearByYear(years, locale)}`,
  );
}
