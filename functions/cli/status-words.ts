import type { Locale } from "../content/locale.ts";

interface StatusWords {
  readonly nothingLive: string;
  readonly live: (commit: string, instant: string) => string;
  readonly sent: (commit: string) => string;
  readonly underway: (commit: string) => string;
  readonly next: (instant: string) => string;
  readonly overdue: (of: {
    readonly subject: string;
    readonly title: string;
    readonly date: string;
    readonly step: string;
    readonly file: string;
  }) => string;
  readonly by: (author: string) => string;
  readonly outcome: Readonly<Record<"published" | "refused", string>>;
  readonly toMend: (count: number) => string;
  readonly objects: (put: number, deleted: number) => string;
  readonly leftOut: (photos: number) => string;
}

/** What the status says, to those who write and those who run the press room. */
export const statusWords: Readonly<Record<Locale, StatusWords>> = {
  da: {
    nothingLive: "Intet er ude endnu.",
    live: (commit, instant) => `Ude: ${commit}, som det er ${instant}.`,
    sent: (commit) => `Sendt: ${commit}.`,
    underway: (commit) => `Undervejs: ${commit}.`,
    next: (instant) => `Næste ændring af sig selv: ${instant}.`,
    overdue: ({ subject, title, date, step, file }) =>
      `Forfalden: "${subject}" (${title}) skulle besluttes ${date}. Gør sådan: skriv udfaldet af trinnet ${step} i ${file}.`,
    by: (author) => ` af ${author}`,
    outcome: { published: "udgivet", refused: "afvist" },
    toMend: (count) => `${count} at rette`,
    objects: (put, deleted) => `${put} objekter lagt ud, ${deleted} slettet`,
    leftOut: (photos) => `, udeladte fotos: ${photos}`,
  },
  en: {
    nothingLive: "Nothing is live yet.",
    live: (commit, instant) => `Live: ${commit}, as of ${instant}.`,
    sent: (commit) => `Sent:  ${commit}.`,
    underway: (commit) => `Under way: ${commit}.`,
    next: (instant) => `Next change by itself: ${instant}.`,
    overdue: ({ subject, title, date, step, file }) =>
      `Overdue: "${subject}" (${title}) was to be decided on ${date}. Fix: write the outcome of the step ${step} into ${file}.`,
    by: (author) => ` by ${author}`,
    outcome: { published: "published", refused: "refused" },
    toMend: (count) => `${count} to mend`,
    objects: (put, deleted) => `${put} objects put, ${deleted} deleted`,
    leftOut: (photos) => `, photos left out: ${photos}`,
  },
};
