import { locales } from "../locale.ts";
import type { Locale } from "../locale.ts";
import type { Warning } from "../problem.ts";
import { found, warn } from "./draft.ts";
import type { Draft } from "./draft.ts";
import type { Term } from "./glossary.ts";

/** Holds both texts against the words of the house: what is not to be said, and what one text says and the other not. */
export function termWarnings(
  drafts: Readonly<Partial<Record<Locale, Draft>>>,
  terms: readonly Term[],
): readonly Warning[] {
  return terms.flatMap((term) => [...avoided(drafts, term), ...untranslated(drafts, term)]);
}

function avoided(drafts: Readonly<Partial<Record<Locale, Draft>>>, term: Term): readonly Warning[] {
  return locales.flatMap((locale) => {
    const draft = drafts[locale];
    if (draft === undefined) return [];
    return term.not[locale].flatMap((word) =>
      found(draft, formOf(word)).map(({ passage, match }) =>
        warn(
          "term-differs",
          passage.at(match.index),
          {
            da: `"${match[0]}" hedder "${term[locale]}" i huset, og to navne for det samme læses som to ting.`,
            en: `"${match[0]}" is called "${term[locale]}" in this house, and two names for one thing read as two things.`,
          },
          { da: `skriv ${term[locale]}.`, en: `write ${term[locale]}.` },
        ),
      ),
    );
  });
}

/** Told once for a term, at the beginning of the English lead: nobody can say where it should have stood. */
function untranslated(drafts: Readonly<Partial<Record<Locale, Draft>>>, term: Term): readonly Warning[] {
  const { da, en } = drafts;
  if (da === undefined || en === undefined) return [];
  if (found(da, formOf(term.da)).length === 0 || found(en, formOf(term.en)).length > 0) return [];
  if (term.not.en.some((word) => found(en, formOf(word)).length > 0)) return []; // told there
  const lead = en.passages.find(({ part }) => part === "lead");
  return [
    warn(
      "term-differs",
      lead?.at(0) ?? en.start,
      {
        da: `Den danske tekst skriver "${term.da}", og "${term.en}" står ingen steder i den engelske.`,
        en: `The Danish text says "${term.da}", and "${term.en}" stands nowhere in the English.`,
      },
      {
        da: `skriv ${term.en}, eller ret glossary.yaml, hvis huset nu kalder det noget andet.`,
        en: `write ${term.en}, or change glossary.yaml if the house calls it otherwise now.`,
      },
    ),
  ];
}

/** A whole word, with an ending or without. */
function formOf(words: string): RegExp {
  const escaped = words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(" ", String.raw`\s+`);
  return new RegExp(String.raw`(?<!\p{L})${escaped}(?:s|'s|’s|et|en|ets|ens)?(?!\p{L})`, "giu");
}
