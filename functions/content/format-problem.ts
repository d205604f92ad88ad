import type { Locale } from "./locale.ts";
import type { Finding } from "./problem.ts";

/** A problem as a terminal or a log shows it: three lines, the first of which editors can jump to. */
export function formatProblem(finding: Finding, language: Locale): string {
  const { code, place, message } = finding;
  return `${place.file}:${place.line}:${place.column} ${code}\n  ${message[language]}\n  ${wayOut(finding, language)}`;
}

/** "Fix: write the offset, for example 2026-03-12T09:00:00+01:00." */
export function wayOut({ fix }: Finding, language: Locale): string {
  return `${{ da: "Gør sådan", en: "Fix" }[language]}: ${fix[language]}`;
}

/** By file, line and column; at the same place by code, so that the order never depends on who found it first. */
export function inOrder<F extends Finding>(problems: readonly F[]): readonly F[] {
  return problems.toSorted(
    (one, other) =>
      compare(one.place.file, other.place.file) ||
      one.place.line - other.place.line ||
      one.place.column - other.place.column ||
      compare(one.code, other.code),
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1; // by code unit: no locale of the machine has a say
}
