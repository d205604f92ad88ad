import slugify from "slugify";
import type { Locale } from "./locale.ts";

/** What a slug and an id look like: "vaekst-i-2008". */
export const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Long enough for any headline, short enough for an e-mail line. */
export const longestSlug = 100;

/**
 * The address of a headline: "Vækstforum satser på netværk" → "vaekstforum-satser-paa-netvaerk". æ, ø and å become
 * ae, oe and aa in both languages, because names keep their Danish spelling in English. Cut between words where it
 * grows too long; empty for a text without a letter or digit that Latin script has. A slug's slug is itself.
 */
export function slugOf(text: string, locale: Locale = "da"): string {
  const words = text
    .normalize("NFC")
    .replaceAll(/[_./\\|:;–—]+/g, " ") // left alone, "2009/2011" would run together
    .replaceAll(/[<>]+/g, " ") // slugify reads ">" out as "større end", and then loses the ø
    .replaceAll("&", locale === "en" ? " and " : " og ");
  const slug = slugify(words, { locale: "da", lower: true, strict: true })
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  if (slug.length <= longestSlug) return slug;
  const lastBreak = slug.lastIndexOf("-", longestSlug);
  return slug.slice(0, lastBreak > 0 ? lastBreak : longestSlug);
}

/**
 * A file's name for programs that know no letters but ASCII's: "Rødgrød på bord.jpg" → "Roedgroed-paa-bord.jpg". Letters
 * become what they become in a slug; points and capitals stay, and what has no Latin letters becomes "_".
 */
export function plainFileName(name: string): string {
  const nothing = /(?!)/g; // by itself slugify drops what it does not know, and ".jpg" would be left of a Chinese name
  return slugify(name.normalize("NFC"), { locale: "da", remove: nothing }).replaceAll(/[^\w.-]/g, "_");
}
