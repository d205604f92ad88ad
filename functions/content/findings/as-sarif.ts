import { wayOut } from "../format-problem.ts";
import type { Locale } from "../locale.ts";
import type { Finding } from "../problem.ts";
import { isWarning } from "./severity.ts";

/**
 * Findings as SARIF 2.1.0, which code hosts and editors read.
 *
 * @see         OASIS, Static Analysis Results Interchange Format 2.1.0
 */
export function sarifOf(findings: readonly Finding[], language: Locale) {
  const codes = [...new Set(findings.map(({ code }) => code))].toSorted();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Presserum",
            rules: codes.map((code) => ({
              id: code,
              defaultConfiguration: { level: isWarning(code) ? "warning" : "error" },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: isWarning(finding.code) ? "warning" : "error",
          message: { text: `${finding.message[language]}\n${wayOut(finding, language)}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(finding.place.file) },
                region: { startLine: finding.place.line, startColumn: finding.place.column },
              },
            },
          ],
        })),
      },
    ],
  };
}
