/**
 * Signs that stand in for others while Markdown is read, one for one, so that every place stays where it is. They are
 * of the private use area, which `sourceText` lets through and no keyboard makes; `restored` turns them back.
 */
const standIns: readonly (readonly [string, string])[] = [
  [".", "\u{E000}"],
  [">", "\u{E001}"],
  ["-", "\u{E002}"],
  ["*", "\u{E003}"],
  ["+", "\u{E004}"],
];
const standInOf = new Map(standIns);
const signOf = new Map(standIns.map(([sign, standIn]) => [standIn, sign]));

const months =
  "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|" +
  "january|february|march|may|june|july|october";
/** "27. maj" and "2008. " at the start of a line: a date, never the twenty-seventh of a list. */
const datedLine = new RegExp(`^(\\s*(?:>\\s*)*(?:[-*+]\\s+)?\\d{1,2})\\.(?=\\s+(?:${months})\\b)`, "iu");
const yearLine = /^(\s*(?:>\s*)*(?:[-*+]\s+)?\d{4,9})\.(?=\s)/u;
/** Nobody writes a list in a list in a list further than this; a hostile text does, to make the reader fall over. */
const deepest = 12;

/** The text with what is no Markdown made safe from being read as such. */
export function guardLines(text: string): string {
  return text
    .split("\n")
    .map((line) => shallow(line.replace(datedLine, dotless).replace(yearLine, dotless)))
    .join("\n");
}

/** A text as the author wrote it. */
export function restored(text: string): string {
  return text.replaceAll(/[\u{E000}-\u{E004}]/gu, (standIn) => signOf.get(standIn) ?? standIn);
}

function dotless(_: string, before: string): string {
  return `${before}${standInOf.get(".")}`;
}

/** Marks past the deepest level are text. */
function shallow(line: string): string {
  const marks = /^[\s>*+-]*/.exec(line)?.[0] ?? "";
  const written = marks.replaceAll(/\s/g, "").length;
  const isRule = /^\s*([-*])(?:\s*\1)*\s*$/.test(line) && !line.includes(">");
  if ((written <= deepest && marks.length <= 4 * deepest) || isRule) return line;
  let level = 0;
  const kept = marks.replaceAll(/[>*+-]/g, (mark) => {
    level += 1;
    return level > deepest || marks.length > 4 * deepest ? (standInOf.get(mark) ?? mark) : mark;
  });
  return kept + line.slice(marks.length);
}
