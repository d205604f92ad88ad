import type { StepView } from "../../templates/views.ts";
import { stringsOf } from "../../templates/strings.ts";
import type { Locale } from "../content/locale.ts";
import { escaped, folded } from "./content-lines.ts";

/** A step that is still to come, with the case that it belongs to. */
export interface ComingStep {
  readonly case: { readonly id: string; readonly text: string; readonly path: string };
  readonly step: StepView;
}

/**
 * Steps still to come, for calendars: whole days, because the hour of a meeting is not recorded. A program that asks
 * again finds moved what was moved, by the name of case and step.
 *
 * @param url  the newsroom's
 * @see        RFC 5545; RFC 7986 for NAME and REFRESH-INTERVAL
 */
export function calendarOf(name: string, steps: readonly ComingStep[], url: string, locale: Locale): string {
  const { host } = new URL(url);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Presserum//${locale}`,
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ...steps.flatMap((one) => event(one, url, host, locale)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function event(
  { case: matter, step }: ComingStep,
  url: string,
  host: string,
  locale: Locale,
): readonly string[] {
  const day = step.date.replaceAll("-", "");
  const { actions } = stringsOf(locale);
  return [
    "BEGIN:VEVENT",
    `UID:${matter.id}.${step.id}@${host}`,
    // When it was written is not known, and must not make other bytes each time: the day itself stands in.
    `DTSTAMP:${day}T000000Z`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${escaped(`${step.body.text}: ${actions[step.action].toLowerCase()}. ${matter.text}`)}`,
    `DESCRIPTION:${escaped(step.subject)}`,
    `URL:${url}${matter.path}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}
