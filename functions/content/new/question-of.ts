import { keyWords } from "../key-words.ts";
import type { Locale, Localised } from "../locale.ts";
import type { Asked } from "./asked.ts";

const languageWords = {
  da: { da: "på dansk", en: "på engelsk" },
  en: { da: "in Danish", en: "in English" },
} as const;
const hints = {
  da: { optional: "kan udelades", many: "flere med komma imellem" },
  en: { optional: "may be left out", many: "several with commas between them" },
} as const;

/** What is asked in other words than the forms and editors have for the key, for whoever sees no other keys around it. */
const inOtherWords: Readonly<Record<string, Localised>> = {
  id: {
    da: "id: navnet for altid, som andre filer nævner det ved",
    en: "id: the name for ever, by which other files cite it",
  },
  "photo file": {
    da: "billedfilen, med mappen den ligger i",
    en: "the picture file, with the folder that it lies in",
  },
  "release english": {
    da: "kommer der en engelsk tekst? later er ja, none er nej",
    en: "is an English text to come? later is yes, none is no",
  },
  "release date": {
    da: "dagen for meddelelsen, for eksempel 2026-06-18, eller også klokkeslættet, 2026-06-18T10:00",
    en: "the day of the release, for example 2026-06-18, or the hour as well, 2026-06-18T10:00",
  },
  "release embargo": {
    da: "embargo: dag og klokkeslæt, før hvilket intet af den er offentligt, for eksempel 2026-06-18T06:00",
    en: "embargo: day and hour before which nothing of it is public, for example 2026-06-18T06:00",
  },
  "release contacts": {
    da: "kontakter, som pressen kan ringe til, den første først",
    en: "contacts whom the press can call, the first to call first",
  },
  "release photos": { da: "fotos, det vigtigste først", en: "photos, the most important first" },
  "release slug": {
    da: "enden på den danske adresse, for eksempel ny-bro-over-aaen; ellers laves den af overskriften",
    en: "the end of the Danish address, for example ny-bro-over-aaen; else it is made from the headline",
  },
  "translation slug": {
    da: "enden på den engelske adresse; ellers laves den af den engelske overskrift",
    en: "the end of the English address; else it is made from the English headline",
  },
  "release programme": { da: "programmet, den handler om", en: "the programme that it is about" },
  "release case": { da: "sagen, den hører til", en: "the case that it belongs to" },
  "photo licence.url": {
    da: "adressen på nettet, hvor licensen står",
    en: "the address on the web where the licence stands",
  },
  "photo licence.terms": {
    da: "hvad licensen giver lov til, i én sætning",
    en: "what the licence allows, in one sentence",
  },
  "photo licence.name": { da: "licensens navn", en: "the licence's name" },
  "photo place": { da: "hvor fotoet er taget", en: "where the photo was taken" },
  "photo event": { da: "ved hvilken lejlighed det er taget", en: "on which occasion it was taken" },
  "contact roles.body": { da: "organet, som hvervet er i", en: "the body that the role is in" },
  "contact portrait": { da: "portrættet: et foto", en: "the portrait: a photo" },
  "programme contacts": { da: "kontakter", en: "contacts" },
  "programme budget.exact": {
    da: "det nøjagtige beløb i hele kroner, kun cifre",
    en: "the exact amount in whole kroner, digits only",
  },
  "case programme": { da: "programmet, den hører til", en: "the programme that it belongs to" },
  "case steps.body": { da: "organet, der holder mødet", en: "the body that meets" },
  "case steps.date": {
    da: "dagen for mødet, for eksempel 2026-06-18",
    en: "the day of the meeting, for example 2026-06-18",
  },
  "case steps.action": { da: "hvad organet skal", en: "what the body is to do" },
};

/** The most ids that a question names. */
const mostNamed = 8;

/**
 * The question as a person reads it: "Overskriften, højst 200 tegn, på dansk".
 *
 * @param ids  those that may be answered, where it cites something
 */
export function questionOf(
  { name, kind, path, needed, many, choices }: Asked,
  ids: readonly string[],
  language: Locale,
): string {
  const hint = hints[language];
  const spoken = /-(da|en)$/.exec(name)?.[1] as Locale | undefined;
  const key = path.replaceAll(/\.\d+/g, "").replace(/\.(?:da|en)$/, "");
  const plain = name === "id" ? inOtherWords["id"] : inOtherWords[`${kind} ${key}`];
  const words = plain?.[language] ?? keyWords[kind][key]?.[language] ?? name;
  const named = ids.slice(0, mostNamed).join(", ");
  const told = [
    ...(many === true ? [hint.many] : []),
    ...(needed ? [] : [hint.optional]),
    ...(choices === undefined ? [] : [choices.join(", ")]),
    ...(ids.length === 0 ? [] : [ids.length > mostNamed ? `${named} …` : named]),
  ];
  const asks = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  const inLanguage = spoken === undefined ? "" : `, ${languageWords[language][spoken]}`;
  return `${asks}${inLanguage}${told.length === 0 ? "" : ` (${told.join("; ")})`}`;
}
