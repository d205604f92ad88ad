import type { Locale } from "../content/locale.ts";
import { pathOfKey } from "../site/site-object.ts";

/**
 * The pages that a publication made or changed, by language: what somebody who published wants to open. Feeds, data,
 * pictures and versions go with them and are not listed.
 *
 * @param changed  keys, as a publication records them
 * @param site     "https://presse.example"
 */
export function changedAddresses(
  changed: readonly string[],
  site: string,
): Readonly<Record<Locale, readonly string[]>> {
  const own = (locale: Locale) =>
    changed
      .filter((key) => key.startsWith(`${locale}/`) && key.endsWith("/index.html"))
      .toSorted((one, other) => depth(other) - depth(one) || (one < other ? -1 : 1))
      .map((key) => new URL(pathOfKey(key), site).href);
  return { da: own("da"), en: own("en") };
}

/** The deeper a page lies, the more it is the thing itself, and the less a list that names it. */
function depth(key: string): number {
  return key.split("/").length;
}
