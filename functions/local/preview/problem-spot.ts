import { readFrontMatter } from "../../content/front-matter.ts";
import type { Locale } from "../../content/locale.ts";
import type { Problem } from "../../content/problem.ts";
import { readText } from "../../content/read-text.ts";

/** Where on a page the thing is that a problem is about: a CSS selector, the nearest that can be told. */
export type Spot = string;

/**
 * Tells from the line of a problem which part of its page it is about.
 *
 * @param text  the file, with lines ended by "\n"
 * @returns     undefined where the page has nothing that stands for it
 */
export function problemSpot({ place }: Problem, text: string): Spot | undefined {
  if (!place.file.endsWith(".md")) return spotOfKey(text, place.line);
  const parts = readFrontMatter(text, place.file);
  if (!("body" in parts)) return undefined;
  const { yaml, body } = parts;
  if (place.line < body.line) return spotOfKey(yaml.text, place.line - yaml.line + 1);
  const upToHere = body.text
    .split("\n")
    .slice(0, place.line - body.line + 1)
    .join("\n");
  const locale: Locale = place.file.endsWith("en.md") ? "en" : "da";
  const block = readText(upToHere, { file: place.file, line: body.line, locale }).blocks.length;
  return block === 0 ? ".text" : `#whole-text > :nth-child(${block})`;
}

function spotOfKey(yaml: string, line: number): Spot | undefined {
  const keys = yaml
    .split("\n")
    .slice(0, line)
    .map((text) => /^([a-z_]+):/.exec(text)?.[1]);
  const key = keys.findLast((found) => found !== undefined);
  return key === undefined ? undefined : spots[key];
}

/** What of a page shows a key; the keys that show nowhere are left out. */
const spots: Readonly<Record<string, Spot>> = {
  title: "h1",
  name: "h1",
  slug: "h1",
  lead: ".lead",
  summary: ".lead",
  remit: ".lead",
  date: ".meta",
  embargo: ".meta",
  photos: ".photo",
  portrait: ".portrait",
  contacts: ".contacts",
  programme: ".box",
  case: ".trail",
  steps: ".trail",
  topics: ".topics",
  links: "#more",
  corrections: ".corrections",
};
