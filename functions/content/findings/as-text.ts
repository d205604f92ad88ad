import type { Locale } from "../locale.ts";
import { formatProblem } from "../format-problem.ts";
import type { Finding } from "../problem.ts";

/** As much of a line as a terminal shows without folding it. */
const widest = 100;

/**
 * A finding as a terminal shows it: where, what, why and the way out, and the line with a caret below the spot.
 *
 * @param line  the line that it is about, undefined where there is none to show
 */
export function findingText(finding: Finding, language: Locale, line: string | undefined): string {
  const said = formatProblem(finding, language);
  if (line === undefined || line.trim() === "" || /\p{Cc}/u.test(line.replaceAll("\t", ""))) return said;
  const column = Math.min(finding.place.column, line.length + 1) - 1;
  const from = Math.max(0, Math.min(column - widest / 2, line.length - widest));
  const shown =
    (from > 0 ? "…" : "") + line.slice(from, from + widest) + (from + widest < line.length ? "…" : "");
  const before = line.slice(from, column).replaceAll(/[^\t]/g, " ");
  const margin = `  ${finding.place.line} | `;
  return `${said}\n${margin}${shown}\n${" ".repeat(margin.length + (from > 0 ? 1 : 0))}${before}^`;
}
