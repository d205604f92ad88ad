import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { sectionText } from "./section.ts";
import type { Section } from "./section.ts";

/** The sections that were measured, by the name of their part, each with where and when. */
interface Results {
  readonly [part: string]: Section & { readonly machine: string; readonly day: string };
}

/** Where figures are kept: for people and for machines. */
export interface Book {
  readonly text: string;
  readonly json: string;
}
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
export const fullBook: Book = { text: file("RESULTS.md"), json: file("results.json") };
/** A quick run is a look at what works, and never takes the place of figures that took an hour. */
export const quickBook: Book = {
  text: file("../../dist/bench/RESULTS.md"),
  json: file("../../dist/bench/results.json"),
};

/** Puts a section in its place among those that were measured before: a part can be run alone. */
export function record(into: Book, part: string, section: Section, order: readonly string[]): void {
  mkdirSync(dirname(into.json), { recursive: true });
  const before = existsSync(into.json) ? (JSON.parse(readFileSync(into.json, "utf-8")) as Results) : {};
  const all: Results = { ...before, [part]: { ...section, machine: machine(), day: today() } };
  const sorted = Object.fromEntries(order.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
  writeFileSync(into.json, `${JSON.stringify(sorted, undefined, 2)}\n`);
  writeFileSync(into.text, text(sorted));
}

function text(results: Results): string {
  const sections = Object.values(results).map(
    (section) => `${sectionText(section)}\n\n<sub>${section.day}, ${section.machine}</sub>\n`,
  );
  return [
    "# What it costs, and what else would cost",
    "",
    "Written by `npm run bench`; `npm run bench -- publish` runs one part. Only figures of one table are to be compared: they come",
    "from one run, with the contestants taking turns. Processor seconds are those of the whole process tree.",
    "",
    "`npm run bench -- --quick` takes about two minutes where the others are installed already: the same parts on archives of 10 and",
    "30 releases beside Hugo, a build of 30, a photo of half a megapixel, two pages, and of everything few rounds. It shows that all of",
    "it works and about where it stands, and is written below `dist/bench/`, never here.",
    "",
    sections.join("\n"),
  ].join("\n");
}

function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
