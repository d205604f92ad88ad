import type { Locale } from "../../content/locale.ts";
import type { ReleaseTeaser } from "../../../templates/views.ts";
import type { Library } from "../library.ts";
import { cardPath } from "../paths.ts";
import type { ReleaseCard } from "../release-card.ts";
import { pictureOf } from "./picture.ts";

/** On the page of a programme, case, contact or topic, and of a body's steps: all of them are on the pages of their years. */
export const newestInLists = 50;

/**
 * One line of a list. A release without English stands in the English lists too, in Danish and marked so:
 * leaving it out would tell English readers that nothing happened.
 */
export function teaserOf(card: ReleaseCard, locale: Locale): ReleaseTeaser {
  const { path, locale: shown } = cardPath(card, locale);
  const headline = shown === "en" && card.en !== undefined ? card.en : card.da;
  const foreign = shown === locale ? {} : { lang: shown };
  return {
    title: { text: headline.title, ...foreign },
    path,
    date: card.date,
    lead: { text: headline.lead, ...foreign },
    sample: card.sample,
    ...(shown === locale ? {} : { onlyIn: shown }),
  };
}

export async function teaserWithPicture(
  library: Library,
  card: ReleaseCard,
  locale: Locale,
): Promise<ReleaseTeaser> {
  const thumbnail = await pictureOf(library, card.photo, locale, "wide");
  return { ...teaserOf(card, locale), ...(thumbnail === undefined ? {} : { thumbnail }) };
}
