import type { Localised } from "./locale.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";

/** What the parser's codes mean to someone who never heard of YAML. Any other code keeps the parser's own sentence. */
const cures: Readonly<Record<string, { readonly message: Localised; readonly fix: Localised }>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    message: {
      da: "En værdi indeholder et kolon eller en indrykket linje, så den læses som en nøgle for sig, og resten går tabt.",
      en: "A value holds a colon or a deeper line, so that it reads as a key of its own and the rest is lost.",
    },
    fix: {
      da: 'sæt hele værdien i anførselstegn, for eksempel title: "Nyt: klyngerne vokser".',
      en: 'put the whole value into quotation marks, for example title: "Nyt: klyngerne vokser".',
    },
  },
  TAB_AS_INDENT: {
    message: {
      da: "Linjen begynder med en tabulator, som er så bred, som hvert program synes, så ingen kan se, hvad den hører til.",
      en: "The line begins with a tab, which is as wide as each editor likes, so nobody can tell what it belongs to.",
    },
    fix: {
      da: 'skriv to mellemrum i stedet for hver tabulator, for eksempel "  da: Herning".',
      en: 'write two spaces instead of each tab, for example "  da: Herning".',
    },
  },
  BAD_SCALAR_START: {
    message: {
      da: "Værdien begynder med et tegn, der har sin egen betydning her, så den kan ikke læses som tekst.",
      en: "The value begins with a sign that has a meaning of its own here, so it cannot be read as text.",
    },
    fix: {
      da: 'sæt hele værdien i anførselstegn, for eksempel title: "@regionen svarer".',
      en: 'put the whole value into quotation marks, for example title: "@regionen svarer".',
    },
  },
  TAG_RESOLVE_FAILED: {
    message: {
      da: 'Værdien begynder med "!", som angiver en datatype, og her er hver værdi almindelig tekst.',
      en: 'The value begins with "!", which names a type of data, and here every value is plain text.',
    },
    fix: {
      da: 'sæt hele værdien i anførselstegn, for eksempel title: "!Nyt", eller slet ordet med "!".',
      en: 'put the whole value into quotation marks, for example title: "!Nyt", or delete the word with "!".',
    },
  },
  MULTIPLE_DOCS: {
    message: {
      da: "En linje af tre bindestreger eller punktummer afslutter nøglerne for tidligt, så det efterfølgende ville gå tabt.",
      en: "A line of three hyphens or dots ends the keys too early, so what comes after it would be lost.",
    },
    fix: {
      da: "slet linjen, så alle nøgler står samlet, for eksempel name, summary og url.",
      en: "delete that line, so that all keys stand together, for example name, summary and url.",
    },
  },
};

/** The problems that any YAML can have, whatever it is about. */
export const yamlProblems = {
  syntax: (place: Place, parserCode: string, parserMessage: string): Problem => {
    const cure = cures[parserCode] ?? {
      message: {
        da: `Linjen kan ikke læses (${parserMessage}), så intet i filen er til at stole på.`,
        en: `The line cannot be read (${parserMessage}), so nothing in the file can be trusted.`,
      },
      fix: {
        da: 'skriv hver nøgle som "nøgle: værdi" med anførselstegn og parenteser lukket, for eksempel topics: [erhverv].',
        en: 'write each key as "key: value", with quotation marks and brackets closed, for example topics: [erhverv].',
      },
    };
    return { code: "yaml-syntax", place, ...cure };
  },
  duplicateKey: (place: Place, key: string): Problem => ({
    code: "yaml-duplicate-key",
    place,
    message: {
      da: `"${shorten(key)}" står her for anden gang, og kun den ene af de to kunne vises.`,
      en: `"${shorten(key)}" stands here for the second time, and only one of the two could be shown.`,
    },
    fix: {
      da: `slet den ene, for eksempel denne linje, så "${shorten(key)}" kun står én gang.`,
      en: `delete one of them, for example this line, so that "${shorten(key)}" stands once.`,
    },
  }),
  alias: (place: Place): Problem => ({
    code: "yaml-alias",
    place,
    message: {
      da: 'En værdi, der begynder med "&" eller "*", og nøglen "<<" kopierer en anden værdi, og det skjuler, hvad der bliver sagt her.',
      en: 'A value that begins with "&" or "*", or the key "<<", copies another value, which hides what is said here.',
    },
    fix: {
      da: 'skriv selve værdien, eller sæt den i anførselstegn, hvis den er tekst, for eksempel title: "*Nyt* om klynger".',
      en: 'write the value itself, or put it into quotation marks if it is text, for example title: "*Nyt* om klynger".',
    },
  }),
  tooLarge: (place: Place, length: number, limit: number): Problem => ({
    code: "file-too-large",
    place,
    message: {
      da: `Nøglerne fylder ${length} tegn, og mere end ${limit} er en tekst, der har forvildet sig ind mellem dem.`,
      en: `The keys take ${length} characters, and more than ${limit} is a text that has slipped in among them.`,
    },
    fix: {
      da: 'behold oplysningerne her, og flyt teksten ned under det andet "---", for eksempel fra lead: til det første afsnit.',
      en: 'keep facts here and move the text below the second "---", for example from lead: to the first paragraph.',
    },
  }),
};

/** An author's word in a message: long ones cut, so that a message stays one line. */
export function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
