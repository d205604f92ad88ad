import type { Problem } from "./problem.ts";

/** A Markdown file in its two parts; each `line` is where the part begins in the file. */
export interface FrontMatter {
  readonly yaml: { readonly text: string; readonly line: number };
  readonly body: { readonly text: string; readonly line: number };
}

/**
 * Parts the keys of a release from its text. The keys stand between two lines of three hyphens; empty lines before
 * the first do no harm.
 *
 * @param text  as `sourceText` gives it
 */
export function readFrontMatter(text: string, file: string): FrontMatter | Problem {
  const lines = text.split("\n");
  const opening = lines.findIndex((line) => line.trim() !== "");
  if (opening === -1 || !isFence(lines[opening])) return missing(file);
  const closing = lines.findIndex((line, index) => index > opening && isFence(line));
  if (closing === -1) return unclosed(file, opening + 1);
  return {
    yaml: { text: lines.slice(opening + 1, closing).join("\n"), line: opening + 2 },
    body: { text: lines.slice(closing + 1).join("\n"), line: closing + 2 },
  };
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && line.trimEnd() === "---";
}

function missing(file: string): Problem {
  return {
    code: "front-matter-missing",
    place: { file, line: 1, column: 1 },
    message: {
      da: "Filen begynder ikke med en linje af tre bindestreger, så den har hverken overskrift, dato eller manchet.",
      en: "The file does not begin with a line of three hyphens, so it has no title, no date and no lead.",
    },
    fix: {
      da: 'begynd med "---", derefter nøglerne, for eksempel "title: Nyt fra regionen", så "---" igen og til sidst teksten.',
      en: 'begin with "---", then the keys, for example "title: Nyt fra regionen", then "---" again and the text.',
    },
  };
}

function unclosed(file: string, line: number): Problem {
  return {
    code: "front-matter-unclosed",
    place: { file, line, column: 1 },
    message: {
      da: "Nøglerne, der begynder her, slutter aldrig, så meddelelsens tekst ville blive læst som nøgler.",
      en: "The keys that begin here never end, so the text of the release would be read as keys.",
    },
    fix: {
      da: 'skriv en linje af tre bindestreger, "---", mellem den sidste nøgle og teksten.',
      en: 'write a line of three hyphens, "---", between the last key and the text.',
    },
  };
}
