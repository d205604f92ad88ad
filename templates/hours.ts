import { html } from "./html.ts";
import type { Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { ContactCard, Locale } from "./views.ts";

type Hours = NonNullable<ContactCard["hours"]>;
type Span = Hours["spans"][number];

/**
 * When somebody answers, in words. The script reads the same from the data attributes, and adds whether that is now:
 * a page that is made once and kept cannot know.
 */
export function hours({ spans, onHolidays, zone }: Hours, locale: Locale): Markup {
  const strings = stringsOf(locale).hours;
  const told = spans.map((span) =>
    strings.span(daysOf(span, locale), shownHour(span.from, locale), shownHour(span.to, locale)),
  );
  const data = spans.map(
    ({ days, from, to }) => `${days.map((day) => weekdays.indexOf(day)).join("")} ${from} ${to}`,
  );
  return html`<p class="hours" data-hours="${data.join(";")}" data-zone="${zone}"${onHolidays && html` data-holidays="open"`}>${strings.answers} ${told.join("; ")}${!onHolidays && `, ${strings.notOnHolidays}`}. <span class="now" hidden data-open="${strings.now}" data-closed="${strings.notNow}"></span></p>`;
}

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** "mandag–fredag": days in a row by the first and the last. */
function daysOf({ days }: Span, locale: Locale): string {
  const names = stringsOf(locale).hours.days;
  const order = Object.keys(names) as Span["days"][number][];
  const runs: Span["days"][number][][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && order.indexOf(day) === order.indexOf(before) + 1)
      run.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => {
      const [first, last] = [run[0], run.at(-1)];
      if (first === undefined || last === undefined) return "";
      return first === last ? names[first] : `${names[first]}–${names[last]}`;
    })
    .join(", ");
}

/** "08:00" as "8" or "8.30" in Danish, and as "8:00" in English. */
function shownHour(hour: string, locale: Locale): string {
  const [hours = "", minutes = ""] = hour.split(":");
  if (locale === "en") return `${Number(hours)}:${minutes}`;
  return minutes === "00" ? String(Number(hours)) : `${Number(hours)}.${minutes}`;
}
