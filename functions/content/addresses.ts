import type { Entry } from "./entry.ts";
import { locales } from "./locale.ts";
import type { Locale, Localised } from "./locale.ts";

/** The kinds with a page of their own below a word of their own. */
export type KindWithWord = "programme" | "case" | "body" | "contact" | "page";

/** The words that addresses are made of. No other file writes them. */
export const addressWords = {
  programme: { da: "programmer", en: "programmes" },
  case: { da: "sager", en: "cases" },
  body: { da: "organer", en: "bodies" },
  contact: { da: "kontakter", en: "contacts" },
  page: { da: "sider", en: "pages" },
} as const satisfies Record<KindWithWord, Localised>;

/**
 * The addresses of an entry's pages, without a slash at either end: "da/2008/05/vaekstforum-satser", in the order of
 * the locales. Empty for what has no page: the newsroom itself and photos. No two entries may share one.
 */
export function addressesOf(entry: Entry): readonly string[] {
  return locales.flatMap((locale) => addressOf(entry, locale) ?? []);
}

/** Where an entry stood before, and can still be asked for. No other entry may stand there. */
export function formerAddressesOf(entry: Entry): readonly string[] {
  return "formerAddresses" in entry ? entry.formerAddresses : [];
}

/** The address of an entry's page in one language, or undefined where it has none in that language. */
export function addressOf(entry: Entry, locale: Locale): string | undefined {
  switch (entry.kind) {
    case "release": {
      const translation = entry.translations[locale];
      const [year, month] = entry.date.split("-");
      return translation && `${locale}/${year}/${month}/${translation.slug}`;
    }
    case "programme":
    case "case":
    case "body":
    case "page":
      return `${locale}/${addressWords[entry.kind][locale]}/${entry.slug[locale]}`;
    case "contact":
      return `${locale}/${addressWords.contact[locale]}/${entry.id}`;
    case "newsroom":
    case "photo":
      return undefined;
  }
}
