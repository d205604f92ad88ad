import type { Locale } from "../content/locale.ts";

interface ImportWords {
  readonly repaired: (count: number) => string;
  readonly left: (count: number) => string;
  readonly line: string;
  readonly written: string;
  readonly would: string;
  readonly there: string;
  readonly next: string;
}

/** What the import says besides what it did. */
export const importWords: Readonly<Record<Locale, ImportWords>> = {
  da: {
    repaired: (count) => `${count} ting er rettet:`,
    left: (count) => `${count} ting skal du selv tage stilling til:`,
    line: "linje",
    written: "Skrevet:",
    would: "Ville skrive:",
    there: "Findes allerede og er ikke rørt:",
    next: "Se det igennem, og kør npm run check.",
  },
  en: {
    repaired: (count) => `${count} things were mended:`,
    left: (count) => `${count} things are left to you:`,
    line: "line",
    written: "Written:",
    would: "Would write:",
    there: "There already, and not touched:",
    next: "Look it through, and run npm run check.",
  },
};
