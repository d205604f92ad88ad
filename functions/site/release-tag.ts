import type { Id } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";

/**
 * The name of a release in one language for the programs of others: it holds the release's id and never its address,
 * so that a corrected headline is no second piece of news.
 *
 * @param url  the newsroom's
 * @see        RFC 4151
 */
export function releaseTag(
  url: string,
  { id, date }: { readonly id: Id; readonly date: string },
  locale: Locale,
): string {
  return tagOf(url, date, `${id}/${locale}`);
}

/** @param since  a year or a day on which the newsroom's host was its own */
export function tagOf(url: string, since: string, name: string): string {
  return `tag:${new URL(url).host},${since}:${name}`;
}
