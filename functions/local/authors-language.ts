import { readFileSync } from "node:fs";
import { join } from "node:path";
import { authorsLanguageIn } from "../content/authors-language.ts";
import type { Locale } from "../content/locale.ts";

/**
 * The language of those who write in a content folder, or in the repository that it lies in.
 *
 * @param others  folders to look at where the first holds no newsroom
 */
export function authorsLanguage(folder: string, ...others: readonly string[]): Locale {
  const files = [folder, ...others].flatMap((one) => [
    join(one, "newsroom.yaml"),
    join(one, "content", "newsroom.yaml"),
  ]);
  for (const file of files) {
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
