import type { Locale } from "./locale.ts";

/**
 * The language in which authors are told what is wrong, as `newsroom.yaml` says it: English where it says nothing.
 * Read from the file alone, for it is needed most when nothing else can be read.
 */
export function authorsLanguageIn(newsroomFile: string): Locale {
  return /^authors_language:\s*["']?(da|en)\b/m.exec(newsroomFile)?.[1] === "da" ? "da" : "en";
}
