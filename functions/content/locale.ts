/** The languages of a newsroom, as BCP 47 tags. The first is authoritative: what the other says follows it. */
export const locales = ["da", "en"] as const;
export type Locale = (typeof locales)[number];
export const authoritative: Locale = "da";

/** Something said in each language. Both are required: a newsroom that forgets one has said it to half its readers. */
export interface Localised<T = string> {
  readonly da: T;
  readonly en: T;
}
