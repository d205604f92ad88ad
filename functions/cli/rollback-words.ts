import type { Locale } from "../content/locale.ts";

interface RollbackWords {
  readonly noneEarlier: string;
  readonly unknown: (named: string) => string;
  /** Its fix stands behind it. */
  readonly isLive: (commit: string) => string;
  readonly nothing: string;
  readonly back: (from: string, to: string, when: string) => string;
  readonly undone: string;
  readonly files: (count: number) => string;
  /** Behind a file that is not in the earlier commit. */
  readonly gone: string;
  readonly noFiles: string;
  readonly meant: string;
  readonly left: string;
  readonly going: (to: string) => string;
  readonly live: string;
  readonly refused: string;
  readonly overtaken: string;
}

/** What going back says of itself. */
export const rollbackWords: Readonly<Record<Locale, RollbackWords>> = {
  da: {
    noneEarlier: "Der er intet tidligere, der er udgivet, at gå tilbage til.",
    unknown: (named) =>
      `Intet commit ${named} er nogensinde udgivet her. Gør sådan: npm run status nævner dem, der er.`,
    isLive: (commit) => `${commit} er allerede det, der er ude; der er intet at gøre.`,
    nothing: "intet",
    back: (from, to, when) => `Tilbage fra ${from} til ${to}, der blev udgivet ${when}.`,
    undone: "Det tager dette af siden igen:",
    files: (count) => `${count} ${count === 1 ? "fil bliver, som den" : "filer bliver, som de"} var da:`,
    gone: "findes da ikke",
    noFiles: "Ingen fil er anderledes.",
    meant: "Skal presserummet gå tilbage?",
    left: "Intet er ændret.",
    going: (to) => `Går tilbage til ${to} …`,
    live: "Det er ude. Næste commit, der sendes, udgives igen, så gør det også om i Git: git revert.",
    refused: "Presserummet sagde nej; npm run status siger hvorfor.",
    overtaken: "Et nyere commit er sendt imens, og det er det, der kommer ud.",
  },
  en: {
    noneEarlier: "There is no earlier publication to go back to.",
    unknown: (named) =>
      `No commit ${named} was ever published here. Fix: npm run status lists those that were.`,
    isLive: (commit) => `${commit} is what is live already; there is nothing to do.`,
    nothing: "nothing",
    back: (from, to, when) => `Back from ${from} to ${to}, which was published on ${when}.`,
    undone: "This is taken off the site again:",
    files: (count) =>
      `${count} ${count === 1 ? "file will be as it was" : "files will be as they were"} then:`,
    gone: "not there then",
    noFiles: "No file is different.",
    meant: "Is the press room to go back?",
    left: "Nothing was changed.",
    going: (to) => `Going back to ${to} …`,
    live: "It is live. The next commit that is sent is published again, so undo it in Git too: git revert.",
    refused: "The press room refused it; npm run status says why.",
    overtaken: "A newer commit was sent meanwhile, and that is the one that goes live.",
  },
};
