import type { Locale } from "../content/locale.ts";

interface WithdrawWords {
  /** Above what the reason is to be, in the language that is asked for. */
  readonly why: Readonly<Record<Locale, string>>;
  readonly withdraws: (title: string) => string;
  /** Above the lines that a file gets. */
  readonly lines: (file: string) => string;
  /** Above the addresses. */
  readonly gone: string;
  readonly photos: string;
  readonly lists: string;
  readonly stays: string;
  readonly meant: string;
  readonly left: string;
  readonly already: (title: string, when: string) => string;
  readonly problems: string;
  readonly done: (file: string) => string;
}

/** What withdrawing says of itself. */
export const withdrawWords: Readonly<Record<Locale, WithdrawWords>> = {
  da: {
    why: {
      da: "Hvorfor, i én sætning til læserne, på dansk",
      en: "Det samme på engelsk",
    },
    withdraws: (title) => `Sådan bliver "${title}" trukket tilbage:`,
    lines: (file) => `${file} får disse linjer:`,
    gone: "På disse adresser står der fremover kun, at den er trukket tilbage, hvornår og hvorfor (svar 410):",
    photos: "Disse fotos er ingen andre steder, så deres adresser siger, at de er væk:",
    lists: "Den forsvinder fra forsider, lister, feeds og søgning.",
    stays: "Filerne bliver, hvor de er, og med dem det, der er udgivet, i Gits historie.",
    meant: "Skal den trækkes tilbage?",
    left: "Intet er ændret.",
    already: (title, when) => `"${title}" blev trukket tilbage ${when}; der er intet at gøre.`,
    problems: "Sådan kan det ikke udgives, så intet er ændret:",
    done: (file) => `Skrevet i ${file}. Commit det, og udgiv: så er den trukket tilbage.`,
  },
  en: {
    why: {
      da: "Why, in a sentence for readers, in Danish",
      en: "The same in English",
    },
    withdraws: (title) => `To withdraw "${title}":`,
    lines: (file) => `${file} gets these lines:`,
    gone: "From then on these addresses only say that it was withdrawn, when and why (answer 410):",
    photos: "Nothing else shows these photos, so their addresses say that they are gone:",
    lists: "It leaves the front pages, lists, feeds and search.",
    stays: "The files stay where they are, and with them what was published, in Git's history.",
    meant: "Is it to be withdrawn?",
    left: "Nothing was changed.",
    already: (title, when) => `"${title}" was withdrawn on ${when}; there is nothing to do.`,
    problems: "Like this it cannot be published, so nothing was changed:",
    done: (file) => `Written into ${file}. Commit it and publish: then it is withdrawn.`,
  },
};
