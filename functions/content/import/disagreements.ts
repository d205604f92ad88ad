import type { LocalDate } from "../instant.ts";
import type { Localised } from "../locale.ts";
import { slugOf } from "../slug.ts";
import { amountWarnings } from "../warnings/amounts.ts";
import type { Draft } from "../warnings/draft.ts";
import { relativeDates } from "../warnings/relative-dates.ts";
import type { Account, Line } from "./imported.ts";

/** What the text says twice and not alike. Who met when is taken from the text itself: no case is known yet. */
export function disagreements(lead: Line, main: readonly Line[], date: LocalDate, account: Account): void {
  const passages = [lead, ...main].map(({ text, line }) => ({
    part: "body" as const,
    text,
    at: () => ({ file: "", line, column: 1 }),
  }));
  const draft: Draft = { locale: "da", passages, start: { file: "", line: 1, column: 1 } };
  const met = meetings(main, date);
  const bodies = new Map(met.map(({ body: one }) => [one.id, one]));
  const found = [
    ...relativeDates(draft, date, { steps: met.map(({ step }) => step), bodies }),
    ...amountWarnings(draft, undefined),
  ];
  for (const { place, message, code } of found) {
    if (code === "number-differs") account.doubted(place.line, message);
    if (code === "relative-date-conflict") account.doubted(place.line, otherDay(date));
  }
}

function otherDay(date: LocalDate): Localised {
  return {
    da: `"I går", "i dag" eller "i morgen" passer ikke til datoen ${date}: teksten nævner selv en anden dag for mødet.`,
    en: `"Yesterday", "today" or "tomorrow" does not fit the date ${date}: the text itself names another day for the meeting.`,
  };
}

const names = [
  "januar",
  "februar",
  "marts",
  "april",
  "maj",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "december",
];
const meeting = new RegExp(
  String.raw`(\p{Lu}\p{Ll}{4,})(?=\s)[^.,]{0,60}?\bsit møde (?:d\. |den )?(\d{1,2})\.? (${names.join("|")})`,
  "gu",
);

function meetings(lines: readonly Line[], date: LocalDate) {
  return lines.flatMap(({ text }) =>
    [...text.matchAll(meeting)].map(([, name = "", day = "", month = ""]) => {
      const on =
        `${date.slice(0, 4)}-${String(names.indexOf(month) + 1).padStart(2, "0")}-${day.padStart(2, "0")}` as LocalDate;
      const id = slugOf(name);
      return { body: { id, name: { da: name, en: name } }, step: { body: id, date: on } };
    }),
  );
}
