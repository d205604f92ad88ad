import type { Locale } from "../../content/locale.ts";
import type { TopicPage } from "../../../templates/views.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type { Library } from "../library.ts";
import { topicFeedPath, topicPath } from "../paths.ts";
import { topicName } from "../topics.ts";
import { frameOf, sectionCrumbs } from "./frame.ts";
import { newestInLists, teaserOf } from "./teaser.ts";
import { yearLinks } from "./year-list.ts";

/** What was published on a topic, newest first; undefined for one that nothing live is about. */
export async function topicView(
  library: Library,
  topic: string,
  locale: Locale,
): Promise<TopicPage | undefined> {
  const [newsroom, cards] = await Promise.all([
    library.newsroom(),
    library.releases({ topic }, newestInLists),
  ]);
  const word = cards[0]?.topics.find((one) => topicName(one) === topic);
  if (word === undefined) return undefined;
  const feed = topicFeedPath(topic, locale);
  return {
    frame: frameOf(newsroom, {
      locale,
      title: word,
      description: stringsOf(locale).newsOn(word),
      paths: { da: topicPath(topic, "da"), en: topicPath(topic, "en") },
      breadcrumbs: sectionCrumbs(locale, "archive"),
      feeds: [{ title: word, path: feed }],
    }),
    // Authors write topics once, in the language that they write in.
    word: { text: word, ...(locale === "da" ? {} : { lang: "da" as const }) },
    feedPath: feed,
    releases: cards.map((card) => teaserOf(card, locale)),
    years: await yearLinks(library, `topic/${topic}`, topicPath(topic, locale)),
  };
}
