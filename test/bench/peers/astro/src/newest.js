import { getCollection } from "astro:content";

const known = new Map();

/** The releases of a language, newest first; sorted once a build. */
export async function newest(locale) {
  const before = known.get(locale);
  if (before !== undefined) return before;
  const all = await getCollection("releases", ({ data }) => data.locale === locale);
  const sorted = all.toSorted((a, b) => (a.data.date < b.data.date ? 1 : -1));
  known.set(locale, sorted);
  return sorted;
}

export function day(date) {
  return date.toISOString().slice(0, 10);
}
