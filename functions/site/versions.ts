import type { Release, Translation } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import type { Locale } from "../content/locale.ts";

/** One state of a release in one language. The first number is 1; those without a text in the language are left out. */
export interface Version {
  readonly number: number;
  readonly at: Instant;
  readonly text: Translation;
}

/** Oldest first. */
export function versionsOf(release: Release, locale: Locale): readonly Version[] {
  return [...release.earlier, release.translations].flatMap((texts, index) => {
    const text = texts[locale];
    const at = index === 0 ? release.released : (release.corrections[index - 1]?.at ?? release.released);
    return text === undefined ? [] : [{ number: index + 1, at, text }];
  });
}
