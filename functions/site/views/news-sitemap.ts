import { locales } from "../../content/locale.ts";
import type { NewsSitemapView } from "../../../templates/feed-views.ts";
import type { Library } from "../library.ts";
import { newsUntil } from "../news-until.ts";
import { cardPath } from "../paths.ts";

/** As many as such a file may hold; each is there in up to two languages. */
const mostNews = 500;

/** What became public in the last two days. The news sitemap empties by itself. */
export async function newsSitemapView(library: Library): Promise<NewsSitemapView> {
  const [newsroom, cards] = await Promise.all([library.newsroom(), library.releases("all", mostNews)]);
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
