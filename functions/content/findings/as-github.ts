import { wayOut } from "../format-problem.ts";
import type { Locale } from "../locale.ts";
import type { Finding } from "../problem.ts";
import { isWarning } from "./severity.ts";

/**
 * A finding as a line of a GitHub workflow's log, which becomes a note beside the line in the pull request.
 *
 * @see  GitHub Docs, "Workflow commands for GitHub Actions"
 */
export function githubNote(finding: Finding, language: Locale): string {
  const { code, place, message } = finding;
  const level = isWarning(code) ? "warning" : "error";
  const where = `file=${property(place.file)},line=${place.line},col=${place.column},title=${property(code)}`;
  return `::${level} ${where}::${data(`${message[language]}\n${wayOut(finding, language)}`)}`;
}

/** The same findings as one comment in Markdown: what is to be mended first, for the comment may end before the list does. */
export function githubSummary(findings: readonly Finding[], language: Locale): string {
  const problems = findings.filter(({ code }) => !isWarning(code));
  const doubts = findings.filter(({ code }) => isWarning(code));
  const heading = {
    da: `${problems.length} at rette, ${doubts.length} at se på`,
    en: `${problems.length} to mend, ${doubts.length} to look at`,
  }[language];
  const rows = [...problems, ...doubts].slice(0, mostRows).map((finding) => {
    const { code, place, message } = finding;
    const mark = isWarning(code) ? "⚠️" : "⛔";
    return `| ${mark} \`${code}\` | \`${cell(place.file)}:${place.line}:${place.column}\` | ${cell(message[language])} ${cell(wayOut(finding, language))} |`;
  });
  const more = { da: "flere; npm run check viser alle.", en: "more; npm run check shows all." }[language];
  const rest = findings.length > mostRows ? [`\n… ${findings.length - mostRows} ${more}`] : [];
  return [
    `### Presserum: ${heading}`,
    "",
    ...(rows.length > 0 ? ["| | | |", "|-|-|-|"] : []),
    ...rows,
    ...rest,
    "",
  ].join("\n");
}

/** A comment holds 65,536 signs; what is beyond the first is seldom another mistake. */
const mostRows = 50;

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** An author's words in a table of Markdown: nothing in them may mean anything. */
function cell(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#+!|~@]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
}
