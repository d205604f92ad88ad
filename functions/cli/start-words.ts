import type { Locale } from "../content/locale.ts";

interface StartWords {
  readonly building: string;
  readonly publishing: (folder: string) => string;
  /** @param site  "http://localhost:8080" */
  readonly ready: (site: string, preview: string) => string;
  readonly stopping: string;
  readonly refused: (count: number, commit: string) => string;
  readonly live: (time: string, commit: string) => string;
}

/** What `npm start` says. */
export const startWords: Readonly<Record<Locale, StartWords>> = {
  da: {
    building: "Bygger funktionerne og stakken …",
    publishing: (folder) => `Udgiver ${folder} …`,
    ready: (site, preview) =>
      `\nPresserummet er klar: ${site}/\nDet, der er gemt, men ikke committet, vises på ${preview}. Ctrl-C standser begge.\n`,
    stopping: "Standser. Det, der er udgivet, bliver, og næste start går videre derfra.",
    refused: (count, commit) =>
      `\n${count} at rette: ${commit} ændrer intet på sitet, før det er rettet og committet.`,
    live: (time, commit) => `${time}  ${commit} er ude på dansk og engelsk.`,
  },
  en: {
    building: "Building the functions and the stack …",
    publishing: (folder) => `Publishing ${folder} …`,
    ready: (site, preview) =>
      `\nThe press room is ready: ${site}/\nWhat is saved but not committed is shown at ${preview}. Ctrl-C stops both.\n`,
    stopping: "Stopping. What is published stays, and the next start goes on from it.",
    refused: (count, commit) =>
      `\n${count} to mend: ${commit} changes nothing on the site until they are, and committed.`,
    live: (time, commit) => `${time}  ${commit} is live in Danish and English.`,
  },
};
