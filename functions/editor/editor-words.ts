import type { Kind } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";

export interface EditorWords {
  readonly title: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly text: string;
  readonly textHint: string;
  readonly needsScript: string;
  readonly noConnection: string;
  readonly signedOut: string;
}

const da: EditorWords = {
  title: "Redigér presserummet",
  kinds: {
    newsroom: "Presserummet",
    release: "Pressemeddelelser",
    photo: "Fotos",
    contact: "Kontakter",
    programme: "Programmer",
    case: "Sager",
    body: "Udvalg og råd",
    page: "Sider",
  },
  text: "Teksten",
  textHint: "Mellemrubrik: ## foran. Citat: tankestreg foran, og til sidst, hvem der siger det.",
  needsScript: "Redaktøren bruger JavaScript. Teksterne kan også skrives som filer; se content/README.md.",
  noConnection:
    "Der er ingen forbindelse. Det, du har skrevet, er her endnu: lad vinduet stå åbent, og gem igen om lidt.",
  signedOut:
    "Du er ikke længere logget ind. Det, du har skrevet, er her endnu: åbn redaktøren i et nyt vindue, log ind dér, og gem så igen her.",
};

const en: EditorWords = {
  title: "Edit the press room",
  kinds: {
    newsroom: "The press room",
    release: "Press releases",
    photo: "Photos",
    contact: "Contacts",
    programme: "Programmes",
    case: "Cases",
    body: "Committees and councils",
    page: "Pages",
  },
  text: "The text",
  textHint: "Subhead: ## in front. Quote: a dash in front, and at the end who says it.",
  needsScript: "The editor needs JavaScript. Texts can also be written as files; see content/README.md.",
  noConnection:
    "There is no connection. What you wrote is still here: leave the window open, and save again in a while.",
  signedOut:
    "You are no longer signed in. What you wrote is still here: open the editor in another window, sign in there, then save again here.",
};

export function editorWords(locale: Locale): EditorWords {
  return { da, en }[locale];
}
