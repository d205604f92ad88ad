import type { PressRoomAtHome } from "../support/press-room.ts";

/** What one part of the benchmark found: a heading of RESULTS.md and its figures for machines. */
export interface Section {
  readonly title: string;
  /** What was done, in a paragraph or two. */
  readonly about: string;
  readonly tables: readonly Table[];
  /** What the tables were made from. Survives JSON. */
  readonly figures: unknown;
}

export interface Table {
  readonly caption?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
export type Cell = string | number | undefined;

export interface PartOptions {
  /** The whole benchmark in about two minutes: small archives, a small photo, few repeats. */
  readonly quick: boolean;
  /** Also 100,000 releases. */
  readonly huge: boolean;
  /** Where peers are installed and corpora written; kept between runs. */
  readonly folder: string;
  /** The sample newsroom, published, at home; the same for all parts, and closed by the benchmark. */
  pressRoom(): Promise<PressRoomAtHome>;
}
export type Part = (options: PartOptions) => Promise<Section>;

/** A section in Markdown, numbers to the right. */
export function sectionText({ title, about, tables }: Section): string {
  return [`## ${title}`, about, ...tables.map(tableText)].join("\n\n");
}

function tableText({ caption, head, rows }: Table): string {
  const isNumbers = (column: number) => rows.every((row) => !/[a-z]{3}/i.test(shown(row[column])));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const table = [
    line(head),
    line(head.map((_, column) => (column > 0 && isNumbers(column) ? "---:" : "---"))),
    ...rows.map((row) => line(row.map(shown))),
  ].join("\n");
  return caption === undefined ? table : `${caption}\n\n${table}`;
}

/** Three figures that count: 0.0123, 1.23, 12.3, 123, 1234. */
function shown(cell: Cell): string {
  if (typeof cell !== "string" && typeof cell !== "number") return "–"; // undefined comes back from JSON as null
  if (typeof cell === "string" || Number.isInteger(cell)) return String(cell);
  if (cell === 0) return "0";
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(cell))));
  return cell.toFixed(Math.min(digits, 4));
}
