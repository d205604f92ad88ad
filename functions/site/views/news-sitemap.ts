import { locales } from "../../content/locale.ts";
import type { NewsSitemapView } from "../../../templates/feed-views.ts";
import type { Library } from "../library.ts";
import { newsUntil } from "../news-until.ts";
import { cardPath } from "../paths.ts";
import type { ReleaseCard } from "../release-card.ts";

/** As many as such a file may hold; each is there in up to two languages. */
const mostNews = 500;
/** Looked through at once, and there for the front page already. */
const some = 60;
/** What is dated longer ago is no news, though an embargo on it may have ended today: milliseconds. */
const oldNews = 31 * 24 * 60 * 60 * 1_000;

/** What became public in the last two days. The news sitemap empties by itself. */
export async function newsSitemapView(library: Library): Promise<NewsSitemapView> {
  const [newsroom, cards] = await Promise.all([library.newsroom(), lately(library)]);
  const fresh = cards.filter(({ liveFrom }) => newsUntil(liveFrom) > library.instant);
  return {
    pages: fresh.flatMap((card) =>
      locales.flatMap((locale) => {
        const headline = card[locale];
        if (headline === undefined) return [];
        return {
          href: newsroom.url + cardPath(card, locale).path,
          publication: newsroom.name[locale],
          locale,
          published: card.liveFrom,
          title: headline.title,
        };
      }),
    ),
  };
}

/** The releases of the last month, the newest first. */
async function lately(library: Library): Promise<readonly ReleaseCard[]> {
  const since = Date.parse(library.instant) - oldNews;
  const found: ReleaseCard[] = [];
  let page = await library.releases("all", some);
  while (page.length > 0 && found.length < mostNews) {
    found.push(...page);
    const oldest = page.at(-1);
    if (page.length < some || oldest === undefined || Date.parse(oldest.released) < since) break;
    page = await library.olderThan(oldest, "all", some);
  }
  return found.slice(0, mostNews).filter(({ released }) => Date.parse(released) >= since);
}
