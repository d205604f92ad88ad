import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";

/** What the parser's codes mean to someone who never heard of YAML. Any other code keeps the parser's own sentence. */
const cures: Readonly<Record<string, { readonly message: string; readonly fix: string }>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    message:
      "A value holds a colon or a deeper line, so that it reads as a key of its own and the rest is lost.",
    fix: 'put the whole value into quotation marks, for example title: "Nyt: klyngerne vokser".',
  },
  TAB_AS_INDENT: {
    message:
      "The line begins with a tab, which is as wide as each editor likes, so nobody can tell what it belongs to.",
    fix: 'write two spaces instead of each tab, for example "  da: Herning".',
  },
  BAD_SCALAR_START: {
    message: "The value begins with a sign that has a meaning of its own here, so it cannot be read as text.",
    fix: 'put the whole value into quotation marks, for example title: "@regionen svarer".',
  },
  TAG_RESOLVE_FAILED: {
    message: 'The value begins with "!", which names a type of data, and here every value is plain text.',
    fix: 'put the whole value into quotation marks, for example title: "!Nyt", or delete the word with "!".',
  },
  MULTIPLE_DOCS: {
    message: "A line of three hyphens or dots ends the keys too early, so what comes after it would be lost.",
    fix: "delete that line, so that all keys stand together, for example name, summary and url.",
  },
};

/** The problems that any YAML can have, whatever it is about. */
export const yamlProblems = {
  syntax: (place: Place, parserCode: string, parserMessage: string): Problem => {
    const cure = cures[parserCode] ?? {
      message: `The line cannot be read (${parserMessage}), so nothing in the file can be trusted.`,
      fix: 'write each key as "key: value", with quotation marks and brackets closed, for example topics: [erhverv].',
    };
    return { code: "yaml-syntax", place, ...cure };
  },
  duplicateKey: (place: Place, key: string): Problem => ({
    code: "yaml-duplicate-key",
    place,
    message: `"${shorten(key)}" stands here for the second time, and only one of the two could be shown.`,
    fix: `delete one of them, for example this line, so that "${shorten(key)}" stands once.`,
  }),
  alias: (place: Place): Problem => ({
    code: "yaml-alias",
    place,
    message:
      'A value that begins with "&" or "*", or the key "<<", copies another value, which hides what is said here.',
    fix: 'write the value itself, or put it into quotation marks if it is text, for example title: "*Nyt* om klynger".',
  }),
  tooLarge: (place: Place, length: number, limit: number): Problem => ({
    code: "file-too-large",
    place,
    message: `The keys take ${length} characters, and more than ${limit} is a text that has slipped in among them.`,
    fix: 'keep facts here and move the text below the second "---", for example from lead: to the first paragraph.',
  }),
};

/** An author's word in a message: long ones cut, so that a message stays one line. */
export function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
