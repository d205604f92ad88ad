import type { Locale } from "../content/locale.ts";

export interface AdvanceWords {
  readonly revoked: (name: string, file: string) => string;
  readonly given: (file: string) => string;
  readonly recipient: (name: string, until: string, isOver: boolean) => string;
  /** Where this machine does not have what links are signed with. */
  readonly noLink: (names: readonly string[]) => string;
}

/** What is said of links to a release before it is out. */
export const advanceWords: Readonly<Record<Locale, AdvanceWords>> = {
  da: {
    revoked: (name, file) =>
      `Linjen for ${name} er væk fra ${file}. Linket er dødt, når det er committet og udgivet.`,
    given: (file) => `Det står også i ${file}: linket virker, når det er committet og udgivet.`,
    recipient: (name, until, isOver) => `${name}, indtil ${until}${isOver ? " (udløbet)" : ""}`,
    noLink: (names) => `Intet link: denne maskine kender ikke ${names.join(", ")}.`,
  },
  en: {
    revoked: (name, file) =>
      `The line for ${name} is gone from ${file}. The link is dead once that is committed and published.`,
    given: (file) => `${file} says so too: the link works once that is committed and published.`,
    recipient: (name, until, isOver) => `${name}, until ${until}${isOver ? " (run out)" : ""}`,
    noLink: (names) => `No link: this machine does not know ${names.join(", ")}.`,
  },
};
