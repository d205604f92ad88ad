import type { Body, Case, Id, Programme } from "../content/entry.ts";
import { locales } from "../content/locale.ts";
import type { Locale } from "../content/locale.ts";
import { atomFeed } from "../../templates/feed.ts";
import { jsonFeed } from "../../templates/json-feed.ts";
import { rssFeed } from "../../templates/rss-feed.ts";
import type { FeedEntry } from "../../templates/feed-views.ts";
import { stringsOf } from "../../templates/strings.ts";
import { feedTypes } from "./feed-types.ts";
import type { Library } from "./library.ts";
import { entryFeedPath, entryPath, feedPath, keyOfPath, topicFeedPath, topicPath } from "./paths.ts";
import type { ReleaseCard } from "./release-card.ts";
import { releaseOrder } from "./release-card.ts";
import { page } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";
import { topicName } from "./topics.ts";
import { stepsAsNews } from "./views/case-news.ts";
import { feedView, newestInFeed, partialFeedView } from "./views/feed.ts";

const utf8 = "; charset=utf-8";

/** All news, with its full text, in the three formats that feed readers know. */
export async function newsFeeds(library: Library): Promise<readonly SiteObject[]> {
  const { url } = await library.newsroom();
  const feeds = await Promise.all(
    locales.map(async (locale) => {
      const view = await feedView(library, locale);
      const [atom, rss, json] = (["atom", "rss", "json"] as const).map((format) => feedPath(locale, format));
      return [
        page(keyOfPath(atom ?? ""), atomFeed(view), feedTypes.atom + utf8),
        page(keyOfPath(rss ?? ""), rssFeed(view, url + rss), feedTypes.rss + utf8),
        page(keyOfPath(json ?? ""), jsonFeed(view, url + json), feedTypes.json),
      ];
    }),
  );
  return feeds.flat();
}

/** What is new of one programme, case or body; of a case also what was decided, and what is to be. */
export async function entryFeeds(
  library: Library,
  entry: Programme | Case | Body,
): Promise<readonly SiteObject[]> {
  const [da, en] = [entryPath(entry, "da"), entryPath(entry, "en")];
  if (da === undefined || en === undefined) return [];
  const pages = { da, en };
  const title = entry.kind === "case" ? entry.title : entry.name;
  const cards = await releasesOf(library, entry);
  return atomFeeds(
    library,
    cards,
    (locale) => ({
      title: title[locale],
      subtitle: stringsOf(locale).newsOn(title[locale]),
      page: pages[locale],
      paths: { da: entryFeedPath(da), en: entryFeedPath(en) },
    }),
    async (locale) => (entry.kind === "case" ? stepsAsNews(library, entry, locale) : []),
  );
}

function releasesOf(library: Library, entry: Programme | Case | Body): Promise<readonly ReleaseCard[]> {
  switch (entry.kind) {
    case "programme":
      return library.releases({ programme: entry.id }, newestInFeed);
    case "case":
      return library.releases({ case: entry.id }, newestInFeed);
    case "body":
      return releasesOfBody(library, entry.id);
  }
}

/** What is new on one topic; nothing for one that nothing live is about. */
export async function topicFeeds(library: Library, topic: string): Promise<readonly SiteObject[]> {
  const cards = await library.releases({ topic }, newestInFeed);
  const word = cards[0]?.topics.find((one) => topicName(one) === topic);
  if (word === undefined) return [];
  return atomFeeds(library, cards, (locale) => ({
    title: word,
    subtitle: stringsOf(locale).newsOn(word),
    page: topicPath(topic, locale),
    paths: { da: topicFeedPath(topic, "da"), en: topicFeedPath(topic, "en") },
  }));
}

async function atomFeeds(
  library: Library,
  cards: readonly ReleaseCard[],
  about: (locale: Locale) => Parameters<typeof partialFeedView>[2],
  steps: (locale: Locale) => Promise<readonly FeedEntry[]> = () => Promise.resolve([]),
): Promise<readonly SiteObject[]> {
  return Promise.all(
    locales.map(async (locale) => {
      const of = about(locale);
      const view = await partialFeedView(library, cards, of, locale, await steps(locale));
      return page(keyOfPath(of.paths[locale]), atomFeed(view), feedTypes.atom + utf8);
    }),
  );
}

/** A case comes before a body a few times, so that the newest of so many steps are of more cases than a feed tells of. */
const stepsLookedAt = 5 * newestInFeed;

/** Of the cases that the body had last: a release on an older one is no news of the body. */
async function releasesOfBody(library: Library, body: Id): Promise<readonly ReleaseCard[]> {
  const steps = await library.stepsOf(body, { newest: stepsLookedAt });
  const cases = [...new Map(steps.map(({ case: matter }) => [matter.id, matter])).values()].slice(
    0,
    newestInFeed,
  );
  const cards = await Promise.all(cases.map((matter) => library.releases({ case: matter.id }, newestInFeed)));
  return cards
    .flat()
    .toSorted((one, other) => (releaseOrder(one) < releaseOrder(other) ? 1 : -1))
    .slice(0, newestInFeed);
}
