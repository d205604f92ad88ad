import type { Depicted, Photo } from "./entry.ts";
import { nextDay, startOfDay } from "./instant.ts";
import type { Instant, WrittenDate } from "./instant.ts";

/** Somebody as a sidecar names them: by the name alone, or with the consent. */
export type WrittenDepicted =
  | string
  | {
      readonly name: string;
      readonly consent?:
        | {
            readonly basis: NonNullable<Depicted["consent"]>["basis"];
            readonly until?: WrittenDate | undefined;
          }
        | undefined;
    };

/** @param zone  in which a day ends: a consent until a day holds to the end of that day */
export function depictedIn(people: readonly WrittenDepicted[], zone: string): readonly Depicted[] {
  return people.map((one) => {
    if (typeof one === "string") return { name: one };
    const { name, consent } = one;
    if (consent === undefined) return { name };
    const { basis, until } = consent;
    return {
      name,
      consent: { basis, ...(until === undefined ? {} : { until: endOf(until, zone) }) },
    };
  });
}

/** A picture is shown for as long as everybody in it agrees. */
export function endOfConsent(people: readonly Depicted[]): Pick<Photo, "shownUntil"> {
  const [first] = people.flatMap(({ consent }) => consent?.until ?? []).toSorted();
  return first === undefined ? {} : { shownUntil: first };
}

/** Whether the photo may not be shown any more. */
export function isOver({ shownUntil }: Pick<Photo, "shownUntil">, instant: Instant): boolean {
  return shownUntil !== undefined && shownUntil <= instant;
}

function endOf({ date, instant, timed }: WrittenDate, zone: string): Instant {
  return timed ? instant : startOfDay(nextDay(date), zone);
}
