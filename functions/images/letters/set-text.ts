import { noBreakSpace } from "./drawable-text.ts";
import type { Typeface } from "./typeface.ts";

/** How large a text may be set: as large as it fits, from the first size on. In pixels, as everything here. */
export interface Measure {
  readonly width: number;
  readonly sizes: readonly number[];
  /** How many lines of that size there is room for. */
  readonly lines: (size: number) => number;
}

export interface SetText {
  readonly size: number;
  readonly lines: readonly string[];
}

/** What stays on one line. */
interface Piece {
  readonly text: string;
  /** What stands before it, where it is not the first of its line. */
  readonly glue: string;
  /** In ems. */
  readonly width: number;
}

const ellipsis = "…";

/**
 * Breaks a text into lines about as long as each other, as large as there is room for it. What is too long at the smallest
 * size is cut and ends in an ellipsis; a word that is longer than a line is broken where the line ends.
 *
 * @param text  with no-break spaces where it is not to be broken
 */
export function setText(face: Typeface, text: string, { width, sizes, lines }: Measure): SetText {
  const pieces = piecesOf(face, text);
  const space = face.width(" ", 1);
  for (const size of sizes) {
    if (pieces.some((piece) => piece.width * size > width)) continue;
    const broken = brokenInto(pieces, space, width / size);
    if (broken.length <= lines(size))
      return { size, lines: balanced(pieces, space, width / size).map(textOf) };
  }
  const size = sizes.at(-1) ?? 0;
  const short = pieces.flatMap((piece) => chopped(face, piece, width / size));
  return { size, lines: cut(face, brokenInto(short, space, width / size), lines(size), width / size) };
}

/** At spaces, and behind a hyphen or a slash between letters. */
function piecesOf(face: Typeface, text: string): readonly Piece[] {
  return text.split(" ").flatMap((word) =>
    word
      .split(/(?<=\p{L}[-–/])(?=\p{L})/u)
      .map((part) => part.replaceAll(noBreakSpace, " "))
      .map((part, index): Piece => ({
        text: part,
        glue: index === 0 ? " " : "",
        width: face.width(part, 1),
      })),
  );
}

function brokenInto(pieces: readonly Piece[], space: number, width: number): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [];
  let used = 0;
  for (const piece of pieces) {
    const more = piece.glue.length * space + piece.width;
    const line = lines.at(-1);
    if (line === undefined || used + more > width) {
      lines.push([piece]);
      used = piece.width;
    } else {
      line.push(piece);
      used += more;
    }
  }
  return lines;
}

/** In as many lines as it takes, none of them longer than need be. */
function balanced(pieces: readonly Piece[], space: number, widest: number): readonly (readonly Piece[])[] {
  const count = brokenInto(pieces, space, widest).length;
  let [narrow, wide] = [Math.max(...pieces.map(({ width }) => width)), widest];
  for (let step = 0; step < halvings; step += 1) {
    const middle = (narrow + wide) / 2;
    if (brokenInto(pieces, space, middle).length > count) narrow = middle;
    else wide = middle;
  }
  return brokenInto(pieces, space, wide);
}

/** To within a pixel of the widest line. */
const halvings = 11;

function chopped(face: Typeface, piece: Piece, width: number): readonly Piece[] {
  const parts: Piece[] = [];
  let { glue } = piece;
  for (const character of piece.text) {
    const last = parts.at(-1);
    const longer = (last?.text ?? "") + character;
    const wide = face.width(longer, 1);
    if (last !== undefined && wide <= width) parts[parts.length - 1] = { ...last, text: longer, width: wide };
    else {
      parts.push({ text: character, glue, width: face.width(character, 1) });
      glue = "";
    }
  }
  return parts;
}

function cut(
  face: Typeface,
  lines: readonly (readonly Piece[])[],
  most: number,
  width: number,
): readonly string[] {
  if (lines.length <= most) return lines.map(textOf);
  const whole = lines.slice(0, most - 1).map(textOf);
  const last = [...(lines[most - 1] ?? [])];
  const ended = (): string => textOf(last).replace(/[\s,;:.–-]+$/u, "") + ellipsis;
  while (last.length > 1 && face.width(ended(), 1) > width) last.pop();
  let end = ended();
  while (face.width(end, 1) > width) end = end.slice(0, -2) + ellipsis; // one long word, which was broken in any case
  return [...whole, end];
}

function textOf(line: readonly Piece[]): string {
  return line.map(({ glue, text }, index) => (index === 0 ? text : glue + text)).join("");
}
