import type { Instant } from "../../content/instant.ts";
import type { Locale } from "../../content/locale.ts";
import { locales } from "../../content/locale.ts";
import type { FeedEntry, FeedView } from "../../../templates/views.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type { Library } from "../library.ts";
import { cardPath, feedPath, frontPath } from "../paths.ts";
import type { ReleaseCard } from "../release-card.ts";
import { releaseTag } from "../release-tag.ts";
import { photoView } from "./picture.ts";

/** What feed readers ask for; whoever was away for longer finds the rest in the archive. */
const newestInFeed = 50;
/** Older than any release: the time of a feed with nothing in it, so that an empty one is the same bytes each time. */
const beforeAll = "1970-01-01T00:00:00.000Z" as Instant;

/** The newest releases that have a text in the language. */
export async function feedView(library: Library, locale: Locale): Promise<FeedView> {
  const [newsroom, cards] = await Promise.all([library.newsroom(), library.releases("all", newestInFeed)]);
  const entries = await Promise.all(
    cards.filter((card) => card[locale] !== undefined).map((card) => entryOf(library, card, locale)),
  );
  const other: Locale = locale === "da" ? "en" : "da";
  return {
    locale,
    title: newsroom.name[locale],
    subtitle: newsroom.about[locale],
    author: newsroom.publisher[locale],
    href: newsroom.url + frontPath(locale),
    selfHref: newsroom.url + feedPath(locale),
    other: { locale: other, href: newsroom.url + feedPath(other) },
    updated:
      entries
        .map(({ updated }) => updated)
        .toSorted()
        .at(-1) ?? beforeAll,
    entries,
  };
}

async function entryOf(library: Library, card: ReleaseCard, locale: Locale): Promise<FeedEntry> {
  const { url } = await library.newsroom();
  const photo = await photoView(library, card.photo, locale);
  const headline = card[locale] ?? card.da;
  return {
    id: releaseTag(url, card, locale),
    title: headline.title,
    summary: headline.lead,
    href: url + cardPath(card, locale).path,
    published: card.released,
    updated: card.corrected ?? card.released,
    translations: locales
      .filter((one) => one !== locale && card[one] !== undefined)
      .map((one) => ({ locale: one, href: url + cardPath(card, one).path })),
    ...(photo === undefined
      ? {}
      : {
          photo: {
            href: url + photo.original.path,
            type: photo.original.type,
            bytes: photo.original.bytes,
            title: `${photo.picture.alt} (${stringsOf(locale).credit(photo.credit)})`,
          },
        }),
  };
}
