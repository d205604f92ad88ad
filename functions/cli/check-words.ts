import type { Locale } from "../content/locale.ts";

/** What the check says besides what it found. */
interface CheckWords {
  readonly doubts: (count: number) => string;
  readonly more: (count: number) => string;
  readonly right: (entries: number) => string;
  readonly wrong: (count: number) => string;
}
export const checkWords: Readonly<Record<Locale, CheckWords>> = {
  da: {
    doubts: (count) => `${count} at se på; intet af det forhindrer, at der udgives.`,
    more: (count) => `… og ${count} mere; npm run check -- --all viser alt.`,
    right: (entries) => `${entries} stykker indhold, intet at rette.`,
    wrong: (count) => `${count} at rette, før der kan udgives noget.`,
  },
  en: {
    doubts: (count) => `${count} to look at; none of it stops a publication.`,
    more: (count) => `… and ${count} more; npm run check -- --all shows everything.`,
    right: (entries) => `${entries} entries, nothing to mend.`,
    wrong: (count) => `${count} to mend; with any of these nothing is published.`,
  },
};
