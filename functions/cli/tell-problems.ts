import { join, relative } from "node:path";
import { formatProblem } from "../content/format-problem.ts";
import type { Locale } from "../content/locale.ts";
import { authorsLanguage } from "../local/authors-language.ts";
import type { Problem } from "../content/problem.ts";

/** Prints problems with their files as named from here, so that a terminal or an editor can jump to them. */
export function tellProblems(problems: readonly Problem[], contentFolder: string): void {
  const language = authorsLanguage(contentFolder);
  const from = relative(process.cwd(), contentFolder);
  for (const problem of problems) {
    const { place } = problem;
    console.error(formatProblem({ ...problem, place: { ...place, file: join(from, place.file) } }, language));
  }
}

/** What is wrong with a photo's file keeps nothing else back. */
export function photosLeftOut(count: number, language: Locale): string {
  if (language === "da")
    return count === 1
      ? "1 foto er udeladt, til det er rettet; alt andet kommer ud."
      : `${count} fotos er udeladt, til de er rettet; alt andet kommer ud.`;
  return count === 1
    ? "1 photo is left out until it is mended; everything else goes live."
    : `${count} photos are left out until they are mended; everything else goes live.`;
}
