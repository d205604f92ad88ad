import { shownDate, shownMinute, shownMonth } from "./format.ts";
import type { Locale } from "./views.ts";

/** As precisely as is known: "2008", "2008-04" or "2008-04-16". */
export function shownTaken(taken: string, locale: Locale): string {
  if (taken.length === 4) return taken;
  return taken.length === 7 ? shownMonth(taken, locale) : shownDate(taken, locale);
}

/** The last day on which a photo may be shown, or the minute at which that ends. */
export function shownLast(last: string, locale: Locale): string {
  return last.includes("T") ? shownMinute(last, locale) : shownDate(last, locale);
}
