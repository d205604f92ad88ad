import { readFileSync } from "node:fs";
import { join } from "node:path";
import { authorsLanguageIn } from "../content/authors-language.ts";
import type { Locale } from "../content/locale.ts";

/** The language of those who write in a content folder, or in the repository that it lies in. */
export function authorsLanguage(folder: string): Locale {
  for (const file of [join(folder, "newsroom.yaml"), join(folder, "content", "newsroom.yaml")]) {
    try {
      return authorsLanguageIn(readFileSync(file, "utf-8"));
    } catch (error) {
      if (!isMissing(error)) throw error; // that it is missing is told by the check
    }
  }
  return "en";
}

function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
}
