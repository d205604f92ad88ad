import type { Locale } from "./views.ts";

/* What feeds and sitemaps are made from. */

/** What is new, for feed readers: newest first. Addresses are absolute. */
export interface FeedView {
  readonly locale: Locale;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly href: string;
  readonly selfHref: string;
  /** The feed in the other language. */
  readonly other: { readonly locale: Locale; readonly href: string };
  /** Where readers' programs can have news sent from at once: WebSub. */
  readonly hub?: string;
  /** ISO 8601 in UTC. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
  /** What was taken back: a reader that has it is to forget it. */
  readonly deleted: readonly { readonly id: string; readonly at: string; readonly reason: string }[];
}

export interface FeedEntry {
  /** The same for ever, whatever happens to title and address. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The whole text as HTML; absent in feeds that have leads only. */
  readonly content?: string;
  readonly href: string;
  readonly published: string;
  readonly updated: string;
  readonly topics: readonly string[];
  readonly translations: readonly { readonly locale: Locale; readonly href: string }[];
  readonly photo?: {
    readonly href: string;
    readonly type: string;
    readonly bytes: number;
    readonly title: string;
  };
}

/** Pages for search engines. Addresses are absolute. */
export interface SitemapView {
  readonly pages: readonly SitemapPage[];
}

/** What is news to search engines, in each of its languages. */
export interface NewsSitemapView {
  readonly pages: readonly {
    readonly href: string;
    readonly publication: string;
    readonly locale: Locale;
    /** ISO 8601 in UTC. */
    readonly published: string;
    readonly title: string;
  }[];
}

export interface SitemapPage {
  readonly href: string;
  /** ISO 8601 in UTC. */
  readonly changed?: string;
  /** The page in each language that has it, itself among them. */
  readonly alternates: readonly { readonly locale: Locale; readonly href: string }[];
  readonly image?: string;
}
