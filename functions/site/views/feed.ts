import type { Instant } from "../../content/instant.ts";
import type { Locale } from "../../content/locale.ts";
import { locales } from "../../content/locale.ts";
import { blocks } from "../../../templates/blocks.ts";
import { html, render } from "../../../templates/html.ts";
import type { FeedEntry, FeedView } from "../../../templates/feed-views.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type { Library } from "../library.ts";
import { absolute } from "../ninjs.ts";
import { cardPath, feedPath, frontPath } from "../paths.ts";
import type { ReleaseCard } from "../release-card.ts";
import { releaseTag } from "../release-tag.ts";
import { photoView } from "./picture.ts";

/** Full texts: more of them would be sent to every reader each time that one word changes. Older news is in the archive. */
export const newestInFeed = 20;
/** Older than any release: the time of a feed with nothing in it, so that an empty one is the same bytes each time. */
const beforeAll = "1970-01-01T00:00:00.000Z" as Instant;

/** The newest releases that have a text in the language, with their texts, and the names of those that were withdrawn. */
export async function feedView(library: Library, locale: Locale): Promise<FeedView> {
  const [newsroom, cards, withdrawn] = await Promise.all([
    library.newsroom(),
    library.releases("all", newestInFeed),
    library.withdrawn(newestInFeed),
  ]);
  const { url } = newsroom;
  const other: Locale = locale === "da" ? "en" : "da";
  const entries = await Promise.all(
    cards.filter((card) => card[locale] !== undefined).map((card) => wholeEntry(library, card, locale)),
  );
  const deleted = withdrawn
    .filter(({ card }) => card[locale] !== undefined)
    .map(({ card, at, reason }) => ({ id: releaseTag(url, card, locale), at, reason: reason[locale] }));
  return {
    locale,
    title: newsroom.name[locale],
    subtitle: newsroom.about[locale],
    author: newsroom.publisher[locale],
    href: url + frontPath(locale),
    selfHref: url + feedPath(locale),
    other: { locale: other, href: url + feedPath(other) },
    ...(newsroom.hub === undefined ? {} : { hub: newsroom.hub }),
    updated: latest([...entries.map(({ updated }) => updated), ...deleted.map(({ at }) => at)]),
    entries,
    deleted,
  };
}

/** What a feed of part of the news is about, in one language. */
export interface FeedOf {
  readonly title: string;
  readonly subtitle: string;
  /** The page that it belongs to, and its own path, in each language. */
  readonly page: string;
  readonly paths: Readonly<Record<Locale, string>>;
}

/**
 * The newest of some releases, by their leads. A slip of the pen that was mended is no news here, so it changes none of
 * these: `updated` is when something significant changed.
 *
 * @param steps  what else is news of it, the latest first; on one day it comes before the releases that tell of it
 * @see  RFC 4287, section 4.2.15
 */
export async function partialFeedView(
  library: Library,
  cards: readonly ReleaseCard[],
  about: FeedOf,
  locale: Locale,
  steps: readonly FeedEntry[] = [],
): Promise<FeedView> {
  const newsroom = await library.newsroom();
  const { url } = newsroom;
  const other: Locale = locale === "da" ? "en" : "da";
  const releases = cards
    .filter((card) => card[locale] !== undefined)
    .map((card) => entryOf(url, card, locale, card.rectified ?? card.released));
  const entries =
    steps.length === 0
      ? releases
      : [...steps, ...releases]
          .toSorted((one, other) =>
            one.published < other.published ? 1 : one.published > other.published ? -1 : 0,
          )
          .slice(0, newestInFeed);
  return {
    locale,
    title: `${about.title} · ${newsroom.name[locale]}`,
    subtitle: about.subtitle,
    author: newsroom.publisher[locale],
    href: url + about.page,
    selfHref: url + about.paths[locale],
    other: { locale: other, href: url + about.paths[other] },
    ...(newsroom.hub === undefined ? {} : { hub: newsroom.hub }),
    updated: latest(entries.map(({ updated }) => updated)),
    entries,
    deleted: [],
  };
}

function latest(instants: readonly string[]): string {
  return instants.toSorted().at(-1) ?? beforeAll;
}

function entryOf(url: string, card: ReleaseCard, locale: Locale, updated: Instant): FeedEntry {
  const headline = card[locale] ?? card.da;
  return {
    id: releaseTag(url, card, locale),
    title: headline.title,
    summary: headline.lead,
    href: url + cardPath(card, locale).path,
    published: card.released,
    updated,
    topics: card.topics,
    translations: locales
      .filter((one) => one !== locale && card[one] !== undefined)
      .map((one) => ({ locale: one, href: url + cardPath(card, one).path })),
  };
}

async function wholeEntry(library: Library, card: ReleaseCard, locale: Locale): Promise<FeedEntry> {
  const [{ url }, release, photo] = await Promise.all([
    library.newsroom(),
    library.release(card.id),
    photoView(library, card.photo, locale),
  ]);
  const translation = release?.translations[locale];
  const text = blocks(absolute(translation?.blocks ?? [], url), locale);
  return {
    ...entryOf(url, card, locale, card.corrected ?? card.released),
    content: render(html`<p><strong>${translation?.lead}</strong></p>
${text}`).trimEnd(),
    ...(photo === undefined
      ? {}
      : {
          photo: {
            href: url + photo.original.path,
            type: "image/jpeg",
            bytes: photo.original.bytes,
            title: `${photo.picture.alt} (${stringsOf(locale).credit(photo.credit)})`,
          },
        }),
  };
}
