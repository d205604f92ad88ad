import type { Locale } from "../content/locale.ts";
import type { addressGroups } from "./changed-addresses.ts";

interface PublishWords {
  readonly reads: (commit: string, author: string | undefined) => string;
  readonly nothingSent: (problems: number) => string;
  readonly nothingToSend: string;
  /** Above the files that the site does not have yet. */
  readonly wouldSend: (files: number) => string;
  readonly gone: string;
  readonly more: (count: number) => string;
  readonly sends: (files: number) => string;
  readonly sent: (commit: string, uploads: number) => string;
  /** Where the one who sends may not look at what becomes of it. */
  readonly within: string;
  readonly waits: string;
  readonly begun: string;
  readonly live: (commit: string, seconds: string | undefined) => string;
  readonly pages: Readonly<Record<(typeof addressGroups)[number], string>>;
  readonly noPages: string;
  readonly refused: string;
  readonly overtaken: string;
}

/** What publishing says of itself, to those who write. */
export const publishWords: Readonly<Record<Locale, PublishWords>> = {
  da: {
    reads: (commit, author) =>
      `Læser det, der er committet: ${commit}${author === undefined ? "" : ` af ${author}`} …`,
    nothingSent: (problems) => `Intet er sendt: ${problems} at rette først.`,
    nothingToSend: "Det er sendt allerede; intet er anderledes.",
    wouldSend: (files) => `${files} ${files === 1 ? "fil" : "filer"} ville blive sendt:`,
    gone: "slettet",
    more: (count) => `… og ${count} mere`,
    sends: (files) =>
      `Sender ${files} ${files === 1 ? "fil, der er ny eller ændret" : "filer, der er nye eller ændrede"} …`,
    sent: (commit, uploads) => `${commit} er sendt (${uploads} uploads).`,
    within: "Det er ude inden for få sekunder; siger presserummet nej, står grunden i npm run status.",
    waits: "Venter på presserummet …",
    begun: "Sider, fotos og lister bliver lavet …",
    live: (commit, seconds) =>
      `${commit} er ude på dansk og engelsk${seconds === undefined ? "" : `, lavet på ${seconds} s`}.`,
    pages: { da: "På dansk:", en: "På engelsk:", both: "På begge sprog:" },
    noPages: "Ingen side, som læserne ser nu, er anderledes.",
    refused: "Presserummet sagde nej, og intet på sitet er ændret.",
    overtaken: "Et nyere commit er sendt imens, og det er det, der kommer ud.",
  },
  en: {
    reads: (commit, author) =>
      `Reading what is committed: ${commit}${author === undefined ? "" : ` by ${author}`} …`,
    nothingSent: (problems) => `Nothing was sent: ${problems} to mend first.`,
    nothingToSend: "It is sent already; nothing is different.",
    wouldSend: (files) => `${files} ${files === 1 ? "file" : "files"} would be sent:`,
    gone: "deleted",
    more: (count) => `… and ${count} more`,
    sends: (files) =>
      `Sending ${files} ${files === 1 ? "file that is new or changed" : "files that are new or changed"} …`,
    sent: (commit, uploads) => `Commit ${commit} is sent (${uploads} uploads).`,
    within: "It is live within seconds; if the press room refuses it, npm run status says why.",
    waits: "Waiting for the press room …",
    begun: "Pages, photos and lists are being made …",
    live: (commit, seconds) =>
      `${commit} is live in Danish and English${seconds === undefined ? "" : `, made in ${seconds} s`}.`,
    pages: { da: "In Danish:", en: "In English:", both: "In both languages:" },
    noPages: "No page that readers see now is different.",
    refused: "The press room refused it, and nothing on the site has changed.",
    overtaken: "A newer commit was sent meanwhile, and that is the one that goes live.",
  },
};
