import type { Locale } from "../content/locale.ts";
import { locales } from "../content/locale.ts";
import { pathOfKey } from "../site/site-object.ts";

/** Under which headings addresses are listed: each language, and the page on which readers choose between them. */
export const addressGroups = [...locales, "both"] as const;
export type Addresses = Readonly<Record<(typeof addressGroups)[number], readonly string[]>>;

/**
 * The pages that a publication made or changed, by language: what somebody who published wants to open. Feeds, data,
 * pictures and versions go with them and are not listed.
 *
 * @param changed  keys, as a publication records them
 * @param site     "https://presse.example"
 */
export function changedAddresses(changed: readonly string[], site: string): Addresses {
  const address = (key: string): string => new URL(pathOfKey(key), site).href;
  const own = (locale: Locale) =>
    changed
      .filter((key) => key.startsWith(`${locale}/`) && key.endsWith("/index.html"))
      .toSorted((one, other) => depth(other) - depth(one) || (one < other ? -1 : 1))
      .map(address);
  return { da: own("da"), en: own("en"), both: changed.filter((key) => key === choiceKey).map(address) };
}

/** At "/", where readers choose their language. */
const choiceKey = "index.html";

/** The deeper a page lies, the more it is the thing itself, and the less a list that names it. */
function depth(key: string): number {
  return key.split("/").length;
}
