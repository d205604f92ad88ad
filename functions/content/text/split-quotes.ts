import { spokenLine } from "./attribution.ts";
import type { Attribution } from "./attribution.ts";

/** A stretch of the text: Markdown, or a spoken line. `start` is where it begins in the text. */
export type Stretch =
  | { readonly type: "markdown"; readonly text: string; readonly start: number }
  | {
      readonly type: "spoken";
      readonly start: number;
      readonly said: Attribution | { readonly words: string };
    };

interface Line {
  readonly text: string;
  readonly start: number;
}

const dash = /^ {0,3}[-–—]\s+(?=\S)/u;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Finds the spoken lines of a text: in Danish a dash at the start of a line and a verb of saying. A dash without one is
 * a bullet, unless it stands alone right after a spoken line: then the same speaker goes on.
 */
export function splitQuotes(text: string): readonly Stretch[] {
  const lines = linesOf(text);
  const stretches: Stretch[] = [];
  let plain: Line[] = [];
  let open: string | undefined;
  let afterQuote = false;
  const flush = (): void => {
    const [first] = plain;
    if (first !== undefined) {
      stretches.push({
        type: "markdown",
        text: plain.map((line) => line.text).join("\n"),
        start: first.start,
      });
    }
    plain = [];
  };

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const [, mark] = fence.exec(line.text) ?? [];
    if (mark !== undefined && (open === undefined || closes(line.text, open)))
      open = open === undefined ? mark : undefined;
    const item = open === undefined && dash.test(line.text) ? itemAt(lines, index) : undefined;
    const said = item && spokenLine(item.words);
    if (item !== undefined && (said !== undefined || (afterQuote && standsAlone(lines, index, item.end)))) {
      flush();
      stretches.push({ type: "spoken", start: line.start, said: said ?? { words: item.words } });
      index = item.end - 1;
      afterQuote = true;
      continue;
    }
    if (line.text.trim() !== "") afterQuote = false;
    plain.push(line);
  }
  flush();
  return stretches;
}

function closes(line: string, open: string): boolean {
  const trimmed = line.trim();
  return trimmed.startsWith(open) && /^(`+|~+)$/.test(trimmed);
}

/** The line with a dash and those that go on with it: up to an empty line, another mark, or a heading. */
function itemAt(lines: readonly Line[], index: number): { readonly words: string; readonly end: number } {
  let end = index + 1;
  while (end < lines.length && goesOn(lines[end]?.text ?? "")) end += 1;
  const words = lines
    .slice(index, end)
    .map((line) => line.text.trim())
    .join(" ")
    .replace(/^[-–—]\s+/u, "");
  return { words, end };
}

function goesOn(text: string): boolean {
  return text.trim() !== "" && !dash.test(text) && !/^ {0,3}(?:[*+>#]|\d+[.)]\s|`{3}|~{3})/.test(text);
}

function standsAlone(lines: readonly Line[], index: number, end: number): boolean {
  return isEmpty(lines[index - 1]) && isEmpty(lines[end]);
}

function isEmpty(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === "";
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const here = { text: line, start };
    start += line.length + 1;
    return here;
  });
}
