import type { Locale } from "../../content/locale.ts";

/** What the preview says itself, in the language of the page that it shows. */
export interface PreviewWords {
  readonly preview: string;
  readonly showing: Readonly<Record<"draft" | "live", string>>;
  /** "2026-06-19T06:00", in the newsroom's zone. */
  readonly asOf: (minute: string) => string;
  readonly show: string;
  readonly draft: string;
  readonly live: string;
  readonly instant: string;
  readonly goThere: string;
  readonly now: string;
  readonly nextChange: (minute: string) => string;
  readonly badInstant: string;
  readonly otherLanguage: string;
  readonly changes: (count: number) => string;
  /** Where what all pages share is changed, and they were not counted. */
  readonly changesAll: string;
  readonly noChanges: string;
  readonly noHistory: string;
  readonly problems: (count: number) => string;
  readonly problemsHint: string;
  readonly noProblems: string;
  readonly onPage: string;
  readonly fix: string;
  readonly changesTitle: string;
  readonly changesIntro: string;
  readonly kinds: Readonly<Record<"new" | "changed" | "gone", string>>;
  readonly pages: string;
  readonly objects: string;
  readonly compare: string;
  readonly compareTitle: string;
  readonly before: string;
  readonly after: string;
  readonly inWords: string;
  readonly noWords: string;
  readonly added: string;
  readonly removed: string;
  readonly back: string;
  readonly notThere: string;
  readonly nothingYet: string;
  readonly edit: string;
  readonly lost: string;
}

const da: PreviewWords = {
  preview: "Forhåndsvisning",
  showing: { draft: "Viser det, der er gemt", live: "Viser det, der er offentligt" },
  asOf: (minute) => `Viser, hvordan det ser ud ${danishMinute(minute)}`,
  show: "Vis",
  draft: "Kladde",
  live: "Offentligt",
  instant: "Som det ser ud",
  goThere: "Vis tidspunkt",
  now: "Tilbage til nu",
  nextChange: (minute) => `Næste ændring: ${danishMinute(minute)}`,
  badInstant: "Det er ikke et tidspunkt. Skriv for eksempel 2026-06-19T06:00.",
  otherLanguage: "English",
  changes: (count) => (count === 1 ? "1 ændring" : `${count} ændringer`),
  changesAll: "Hele sitet ændres",
  noChanges: "Ingen ændringer: det gemte er, som det er committet.",
  noHistory: "Mappen har ingen Git-historik, så alt, der gemmes, går i luften.",
  problems: (count) => (count === 1 ? "1 fejl" : `${count} fejl`),
  problemsHint: "Siden vises, som den var, før fejlen kom til.",
  noProblems: "Ingen fejl",
  onPage: "Vis på siden",
  fix: "Sådan rettes det:",
  changesTitle: "Det vil en commit ændre",
  changesIntro: "Det gemte holdt op mod det, der er committet.",
  kinds: { new: "Ny", changed: "Ændret", gone: "Væk" },
  pages: "Sider",
  objects: "Andre filer",
  compare: "Sammenlign",
  compareTitle: "Før og nu",
  before: "Committet",
  after: "Gemt",
  inWords: "Ændret i teksten",
  noWords: "Teksten er den samme; det er det, man ikke ser, der er ændret.",
  added: "tilføjet",
  removed: "fjernet",
  back: "Tilbage til siden",
  notThere: "Siden findes ikke.",
  nothingYet: "Der er ikke noget at vise, før fejlene er rettet.",
  edit: "Redigér",
  lost: "Forhåndsvisningen er stoppet. Siden opdateres ikke længere.",
};

const en: PreviewWords = {
  preview: "Preview",
  showing: { draft: "Showing what is saved", live: "Showing what is public" },
  asOf: (minute) => `Showing how it will look ${englishMinute(minute)}`,
  show: "Show",
  draft: "Draft",
  live: "Public",
  instant: "As it looks on",
  goThere: "Show that moment",
  now: "Back to now",
  nextChange: (minute) => `Next change: ${englishMinute(minute)}`,
  badInstant: "That is no moment. Write for example 2026-06-19T06:00.",
  otherLanguage: "Dansk",
  changes: (count) => (count === 1 ? "1 change" : `${count} changes`),
  changesAll: "The whole site changes",
  noChanges: "No changes: what is saved is as it is committed.",
  noHistory: "The folder has no Git history, so whatever is saved goes live.",
  problems: (count) => (count === 1 ? "1 mistake" : `${count} mistakes`),
  problemsHint: "The page is shown as it was before the mistake.",
  noProblems: "No mistakes",
  onPage: "Show on the page",
  fix: "To mend it:",
  changesTitle: "What a commit would change",
  changesIntro: "What is saved, held against what is committed.",
  kinds: { new: "New", changed: "Changed", gone: "Gone" },
  pages: "Pages",
  objects: "Other files",
  compare: "Compare",
  compareTitle: "Before and now",
  before: "Committed",
  after: "Saved",
  inWords: "Changed in the text",
  noWords: "The text is the same; what changed is not seen by readers.",
  added: "added",
  removed: "removed",
  back: "Back to the page",
  notThere: "There is no such page.",
  nothingYet: "There is nothing to show until the mistakes are mended.",
  edit: "Edit",
  lost: "The preview has stopped. The page is no longer kept up to date.",
};

export function previewWords(locale: Locale): PreviewWords {
  return { da, en }[locale];
}

function danishMinute(minute: string): string {
  return `${dated(minute, "da-DK")} kl. ${minute.slice(11).replace(":", ".")}`;
}

function englishMinute(minute: string): string {
  return `on ${dated(minute, "en-GB")} at ${minute.slice(11)}`;
}

function dated(minute: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" });
  return format.format(Date.parse(`${minute}Z`));
}
