import type { Locale } from "../content/locale.ts";

/** What the check says besides what it found. */
interface CheckWords {
  readonly doubts: (count: number) => string;
  readonly more: (count: number) => string;
  /** What is wrong with a photo's file keeps nothing else back. */
  readonly leftOut: (count: number) => string;
  readonly right: (entries: number) => string;
  readonly wrong: (count: number) => string;
}
export const checkWords: Readonly<Record<Locale, CheckWords>> = {
  da: {
    doubts: (count) => `${count} at se på; intet af det forhindrer, at der udgives.`,
    more: (count) => `… og ${count} mere; npm run check -- --all viser alt.`,
    leftOut: (count) =>
      count === 1
        ? "1 foto er udeladt, indtil det er rettet; alt andet bliver udgivet."
        : `${count} fotos er udeladt, indtil de er rettet; alt andet bliver udgivet.`,
    right: (entries) => `${entries} stykker indhold, intet at rette.`,
    wrong: (count) => `${count} at rette, før der kan udgives noget.`,
  },
  en: {
    doubts: (count) => `${count} to look at; none of it stops a publication.`,
    more: (count) => `… and ${count} more; npm run check -- --all shows everything.`,
    leftOut: (count) =>
      count === 1
        ? "1 photo is left out until it is mended; everything else goes live."
        : `${count} photos are left out until they are mended; everything else goes live.`,
    right: (entries) => `${entries} entries, nothing to mend.`,
    wrong: (count) => `${count} to mend; with any of these nothing is published.`,
  },
};
