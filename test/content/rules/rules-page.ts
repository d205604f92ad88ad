import type { Finding } from "../../../functions/content/problem.ts";
import type { Files } from "../../support/memory-sources.ts";

/** What the page shows of one rule. */
export interface ShownRule {
  /** What is told where it is broken. */
  readonly finding: Finding;
  /** Whose lines they are; absent where they are no lines of a file. */
  readonly file?: string;
  readonly wrong: string;
  readonly right: string;
}

/** A line is cut here: what matters of an example stands in its beginning. */
const longest = 150;

/** The page on which each code can be looked up: what is told, in both languages, and how it is wrong and right. */
export function rulesPage(problems: readonly ShownRule[], warnings: readonly ShownRule[]): string {
  return [
    "# The rules of the check",
    "",
    "Each code that `npm run check` tells, with what it says in Danish and in English, and an example of wrong and right. What is",
    "told here is told by the check itself, of the very examples that are shown: a test makes this page and holds it against the",
    "rules (`npx vitest run test/content/rules-page.test.ts --update` writes it anew). The table in",
    "[content/README.md](../content/README.md) is shorter.",
    "",
    "## What has to be mended",
    "",
    ...problems.flatMap(partOf),
    "## What may be right and often is not",
    "",
    ...warnings.flatMap(partOf),
  ]
    .join("\n")
    .replace(/\n+$/, "\n");
}

function partOf({ finding: { code, message, fix }, file, wrong, right }: ShownRule): readonly string[] {
  const language = file?.endsWith(".yaml") === true ? "yaml" : "text";
  return [
    `### ${code}`,
    "",
    `- ${inLine(message.en)} **Fix:** ${inLine(fix.en)}`,
    `- ${inLine(message.da)} **Gør sådan:** ${inLine(fix.da)}`,
    "",
    file === undefined ? "Wrong:" : `Wrong, in \`${file}\`:`,
    "",
    ...block(wrong, language),
    "",
    "Right:",
    "",
    ...block(right, language),
    "",
  ];
}

/**
 * What differs between a file as it is wrong and as it is right, with a line above and below to know it by.
 *
 * @returns  the stretch of each
 */
export function difference(
  wrong: Files,
  right: Files,
  file: string,
): { readonly wrong: string; readonly right: string } {
  const [one, other] = [wrong, right].map((files) =>
    String(files[file] ?? "")
      .trimEnd()
      .split("\n"),
  );
  if (one === undefined || other === undefined) throw new Error(`There is no ${file}.`);
  let above = 0;
  while (above < Math.min(one.length, other.length) && one[above] === other[above]) above += 1;
  let below = 0;
  while (below < Math.min(one.length, other.length) - above && one.at(-1 - below) === other.at(-1 - below))
    below += 1;
  const stretch = (lines: readonly string[]) =>
    lines.slice(Math.max(0, above - 1), lines.length - Math.max(0, below - 1)).join("\n");
  return { wrong: stretch(one), right: stretch(other) };
}

/** Four signs: a block of code may be the example. */
function block(text: string, language: string): readonly string[] {
  const shown = text
    .split("\n")
    .map((line) => (line.length > longest ? `${line.slice(0, longest)} …` : line));
  return [`\`\`\`\`${language}`, ...shown.map(visible), "````"];
}

/** What cannot be seen is shown by a sign that can. */
function visible(line: string): string {
  return line.replaceAll("\u{AD}", "¬").replaceAll("\u{A0}", "⍽");
}

/** What Markdown would take for its own is written as it is. */
function inLine(text: string): string {
  const short = text.length > 600 ? `${text.slice(0, 600)} …` : text;
  return short.replaceAll(/([\\`*_[\]<>#|])/g, String.raw`\$1`);
}
