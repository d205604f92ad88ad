import type { FeedView } from "./feed-views.ts";

/** JSON Feed 1.1. @see https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(view: FeedView, selfHref: string): string {
  const authors = [{ name: view.author }];
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: view.title,
    description: view.subtitle,
    home_page_url: view.href,
    feed_url: selfHref,
    language: view.locale,
    authors,
    ...(view.hub === undefined ? {} : { hubs: [{ type: "WebSub", url: view.hub }] }),
    items: view.entries.map(({ id, href, title, summary, content, published, updated, topics, photo }) => ({
      id,
      url: href,
      title,
      summary,
      ...(content === undefined ? { content_text: summary } : { content_html: content }),
      date_published: published,
      date_modified: updated,
      language: view.locale,
      ...(topics.length === 0 ? {} : { tags: topics }),
      ...(photo === undefined
        ? {}
        : {
            image: photo.href,
            attachments: [
              { url: photo.href, mime_type: photo.type, title: photo.title, size_in_bytes: photo.bytes },
            ],
          }),
    })),
  };
  return `${JSON.stringify(feed)}\n`;
}
