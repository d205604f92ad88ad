import { createHash } from "node:crypto";
import type { Release } from "./entry.ts";

/**
 * The SHA-256 of a text in 64 hex digits: of title, lead, body and what is said in brief, with a zero byte between
 * them, in UTF-8. The same for the same words, however the file ends its lines, composes its letters or pads its end.
 */
export function hashOf(text: {
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly brief?: readonly string[];
}): string {
  const body = text.body.replaceAll(/\r\n?/g, "\n").trim();
  const words = [text.title, text.lead, body, ...(text.brief ?? [])];
  // A zero byte can stand in none of them, so words cannot wander from one to the next unnoticed.
  return createHash("sha256").update(words.join("\0").normalize("NFC")).digest("hex");
}

/** What a translation can say that it follows: 48 bits are plenty to tell two versions of one text apart. */
export function markOf(hash: string): string {
  return hash.slice(0, 12);
}

/** Whether a release's English text follows the Danish as it is now; undefined where there is no English. */
export function englishState({
  translations: { da, en },
}: Pick<Release, "translations">): "current" | "stale" | "unmarked" | undefined {
  if (en === undefined) return undefined;
  if (en.follows === undefined) return "unmarked";
  return en.follows === da.mark ? "current" : "stale";
}
