import type { Kind } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";

export interface EditorWords {
  readonly title: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly text: string;
  readonly textHint: string;
  readonly needsScript: string;
  readonly notSaved: string;
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
  },
  text: "Teksten",
  textHint: "Mellemrubrik: ## foran. Citat: tankestreg foran, og til sidst, hvem der siger det.",
  needsScript: "Redaktøren bruger JavaScript. Teksterne kan også skrives som filer; se content/README.md.",
  notSaved: "Der er ikke gemt noget, og det, du har skrevet, er her endnu. Ret dette, og gem igen:",
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
  },
  text: "The text",
  textHint: "Subhead: ## in front. Quote: a dash in front, and at the end who says it.",
  needsScript: "The editor needs JavaScript. Texts can also be written as files; see content/README.md.",
  notSaved: "Nothing was saved, and what you wrote is still here. Mend this, and save again:",
};

export function editorWords(locale: Locale): EditorWords {
  return { da, en }[locale];
}
