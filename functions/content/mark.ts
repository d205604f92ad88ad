import { createHash } from "node:crypto";
import type { Release } from "./entry.ts";

/**
 * The SHA-256 of a text in 64 hex digits: of title, lead and body with a zero byte between them, in UTF-8. The same
 * for the same words, however the file ends its lines, composes its letters or pads its end.
 */
export function hashOf(text: {
  readonly title: string;
  readonly lead: string;
  readonly body: string;
}): string {
  const words = [text.title, text.lead, text.body.replaceAll(/\r\n?/g, "\n").trim()];
  // A zero byte can stand in none of the three, so words cannot wander from one to the next unnoticed.
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
