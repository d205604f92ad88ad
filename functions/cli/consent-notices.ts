import { join } from "node:path";
import { asInstant } from "../content/instant.ts";
import type { Instant } from "../content/instant.ts";
import type { ReadEntry } from "../content/read-content.ts";

/** Long enough to ask somebody again, and to take a new picture where they say no. */
const ahead = 60 * 86_400_000;

/**
 * Consents that have ended or will soon, one line each. No mistake: the photo goes by itself, and a commit that fixes a
 * comma must not have to wait for somebody to sign.
 *
 * @param folder  the content folder, as seen from here
 */
export function consentNotices(read: ReadEntry | undefined, folder: string, now: Instant): readonly string[] {
  if (read?.entry.kind !== "photo") return [];
  const soon = asInstant(Date.parse(now) + ahead);
  return read.entry.people.flatMap(({ name, consent }, index) => {
    const until = consent?.until;
    if (until === undefined || until > soon) return [];
    const place = read.places[`people.${index}.consent.until`];
    const at = `${join(folder, place?.file ?? "")}:${place?.line}:${place?.column}`;
    const what =
      until <= now
        ? "has ended, and the photo is not shown"
        : `ends at ${until}, and the photo then goes by itself`;
    return [
      `${at}: The consent of ${name} ${what}. Ask again and set a later "until", or take the photo out.`,
    ];
  });
}
