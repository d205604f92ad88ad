import type { Instant } from "./instant.ts";
import type { Locale } from "./locale.ts";

/**
 * A moment to come in the words of those who wait for it: "Friday 29 May 2026 at 06:00, Copenhagen, in 2 days 14 hours".
 *
 * @param zone  "Europe/Copenhagen"
 */
export function momentInWords(moment: Instant, now: Instant, zone: string, locale: Locale): string {
  const wait = span(Date.parse(moment) - Date.parse(now), locale);
  return `${dayAndHour(moment, zone, locale)}, ${cityOf(zone, locale)}, ${wait}`;
}

/** "Friday 29 May 2026 at 06:00", as the clocks in the zone have it. */
export function dayAndHour(moment: Instant, zone: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === "da" ? "da-DK" : "en-GB", {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  const part = Object.fromEntries(
    format.formatToParts(Date.parse(moment)).map(({ type, value }) => [type, value]),
  );
  const { weekday, day, month, year, hour, minute } = part;
  return locale === "da"
    ? `${weekday} den ${day}. ${month} ${year} kl. ${hour}.${minute}`
    : `${weekday} ${day} ${month} ${year} at ${hour}:${minute}`;
}

function cityOf(zone: string, locale: Locale): string {
  const city = (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
  return locale === "da" && city === "Copenhagen" ? "København" : city;
}

const units = [
  { minutes: 1440, da: ["dag", "dage"], en: ["day", "days"] },
  { minutes: 60, da: ["time", "timer"], en: ["hour", "hours"] },
  { minutes: 1, da: ["minut", "minutter"], en: ["minute", "minutes"] },
] as const;

/** How long it is until then: the two greatest units of it. */
function span(milliseconds: number, locale: Locale): string {
  if (milliseconds <= 0) return { da: "og det er overstået", en: "which has passed" }[locale];
  let rest = Math.ceil(milliseconds / 60_000);
  const parts = units.flatMap((unit) => {
    const count = Math.floor(rest / unit.minutes);
    rest -= count * unit.minutes;
    return count === 0 ? [] : [`${count} ${unit[locale][count === 1 ? 0 : 1]}`];
  });
  const said = parts.slice(0, 2);
  return locale === "da" ? `om ${said.join(" og ")}` : `in ${said.join(" ")}`;
}
