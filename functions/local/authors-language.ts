import { readFileSync } from "node:fs";
import { join } from "node:path";
import { authorsLanguageIn } from "../content/authors-language.ts";
import type { Locale } from "../content/locale.ts";

/** The language of those who write in a content folder. */
export function authorsLanguage(contentFolder: string): Locale {
  try {
    return authorsLanguageIn(readFileSync(join(contentFolder, "newsroom.yaml"), "utf-8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "en"; // that it is missing is told by the check
    throw error;
  }
}
