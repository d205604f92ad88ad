import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { sectionText } from "./section.ts";
import type { Section } from "./section.ts";

/** The sections that were measured, by the name of their part, each with where and when. */
interface Results {
  readonly [part: string]: Section & { readonly machine: string; readonly day: string };
}

const jsonFile = fileURLToPath(new URL("results.json", import.meta.url));
const textFile = fileURLToPath(new URL("RESULTS.md", import.meta.url));

/** Puts a section in its place among those that were measured before: a part can be run alone. */
export function record(part: string, section: Section, order: readonly string[]): void {
  const before = JSON.parse(readFileSync(jsonFile, "utf-8")) as Results;
  const all: Results = { ...before, [part]: { ...section, machine: machine(), day: today() } };
  const sorted = Object.fromEntries(order.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
  writeFileSync(jsonFile, `${JSON.stringify(sorted, undefined, 2)}\n`);
  writeFileSync(textFile, text(sorted));
}

function text(results: Results): string {
  const sections = Object.values(results).map(
    (section) => `${sectionText(section)}\n\n<sub>${section.day}, ${section.machine}</sub>\n`,
  );
  return [
    "# What it costs, and what else would cost",
    "",
    "Written by `npm run bench`; `npm run bench -- --quick` takes two minutes, and `npm run bench -- publish` runs one part.",
    "Only figures of one table are to be compared: they come from one run, with the contestants taking turns. Processor",
    "seconds are those of the whole process tree.",
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
