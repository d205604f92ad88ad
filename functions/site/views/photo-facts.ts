import { asInstant, localMinute } from "../../content/instant.ts";
import type { Instant } from "../../content/instant.ts";
import type { Photo } from "../../content/entry.ts";
import type { PhotoFacts } from "../../../templates/photo-views.ts";

/** What is known of a photo besides its words and rights. */
export function photoFacts(photo: Photo, zone: string): PhotoFacts {
  const { people, place, event, taken, shownUntil } = photo;
  return {
    people: people.map(({ name }) => name),
    ...(place === undefined ? {} : { place }),
    ...(event === undefined ? {} : { event }),
    ...(taken === undefined ? {} : { taken }),
    ...(shownUntil === undefined ? {} : { shownUntil: lastShown(shownUntil, zone) }),
  };
}

/** The last whole day, "2027-08-18", where the consent ends with a day; else the minute: "2027-08-18T14:00". */
function lastShown(until: Instant, zone: string): string {
  const minute = localMinute(until, zone);
  if (!minute.endsWith("T00:00")) return minute;
  return localMinute(asInstant(Date.parse(until) - 1), zone).slice(0, 10);
}
