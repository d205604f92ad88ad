import { slugOf } from "../content/slug.ts";

/** The name of a topic in addresses, the same for "Æbler og pærer" and "æbler og pærer"; undefined for a word without letters. */
export function topicName(word: string): string | undefined {
  const name = slugOf(word);
  return name === "" ? undefined : name;
}

/** The names of these topics, each once. */
export function topicNames(words: readonly string[]): readonly string[] {
  return [...new Set(words.flatMap((word) => topicName(word) ?? []))];
}
