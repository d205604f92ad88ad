import type { Body, Step } from "../entry.ts";
import type { LocalDate } from "../instant.ts";
import type { Locale } from "../locale.ts";
import type { Warning } from "../problem.ts";
import { found, warn } from "./draft.ts";
import type { Draft } from "./draft.ts";

/** How many days from the release a word points: "i går" is the day before. */
const days: Readonly<Record<Locale, Readonly<Record<string, number>>>> = {
  da: { "i forgårs": -2, "i går": -1, "i dag": 0, "i morgen": 1, "i overmorgen": 2 },
  en: { yesterday: -1, today: 0, tomorrow: 1 },
};
const relative = Object.fromEntries(
  (["da", "en"] as const).map((locale) => [
    locale,
    new RegExp(String.raw`(?<!\p{L})(?:${Object.keys(days[locale]).join("|")})(?!\p{L})`, "giu"),
  ]),
) as Record<Locale, RegExp>;
const nextMeeting = {
  da: /(?<!\p{L})(?:det|sit|deres|på) næste møde(?!\p{L})/giu,
  en: /\b(?:its|the|their) next meeting\b/giu,
};

type Met = Pick<Step, "body" | "date">;
type Named = Pick<Body, "id" | "name">;

/** What is known of the decisions that a text tells of. */
export interface Trail {
  readonly steps: readonly Met[];
  readonly bodies: ReadonlyMap<string, Named>;
}

/**
 * Holds "yesterday" against the trail of decisions: whoever the text says it of is, by the trail, to have met on that
 * very day. The body is the first that is named after the word, in the same sentence.
 *
 * @param date  the day of the release
 */
export function relativeDates(draft: Draft, date: LocalDate, trail: Trail): readonly Warning[] {
  return [...conflicts(draft, date, trail), ...undatedMeetings(draft)];
}

function conflicts(draft: Draft, date: LocalDate, trail: Trail): readonly Warning[] {
  return found(draft, relative[draft.locale]).flatMap(({ passage, match }) => {
    const meant = dayAfter(date, days[draft.locale][match[0].toLowerCase()] ?? 0);
    const rest = passage.text.slice(match.index + match[0].length);
    const [sentence = ""] = rest.split(/[.!?](?=\s|$)|\n\s*\n/);
    const body = firstNamed(sentence, draft.locale, trail);
    const met = body === undefined ? [] : trail.steps.filter((step) => step.body === body.id);
    const nearest = nearestTo(meant, met);
    if (body === undefined || nearest === undefined || nearest.date === meant) return [];
    const name = body.name;
    return [
      warn(
        "relative-date-conflict",
        passage.at(match.index),
        {
          da: `"${match[0]}" er den ${meant}, når meddelelsen er dateret ${date}, men ${name.da} mødtes ifølge sagen den ${nearest.date}.`,
          en: `"${match[0]}" is ${meant} in a release dated ${date}, but by the case ${name.en} met on ${nearest.date}.`,
        },
        {
          da: "skriv datoen i stedet, eller ret meddelelsens dato eller sagens trin.",
          en: "write the date instead, or mend the date of the release or the step of the case.",
        },
      ),
    ];
  });
}

/** The archive is read for years: "the next meeting" is then any meeting. */
function undatedMeetings(draft: Draft): readonly Warning[] {
  return found(draft, nextMeeting[draft.locale]).flatMap(({ passage, match }) => {
    const [sentence = ""] = passage.text.slice(match.index).split(/[.!?](?=\s+\p{Lu}|\s*$)/u);
    if (/\d{1,2}/.test(sentence)) return [];
    return [
      warn(
        "next-meeting-undated",
        passage.at(match.index),
        {
          da: `"${match[0]}" siger ikke hvornår, og om et år ved ingen, hvilket møde det var.`,
          en: `"${match[0]}" does not say when, and in a year nobody knows which meeting it was.`,
        },
        { da: "tilføj datoen, for eksempel den 18. juni.", en: "add the date, for example on 18 June." },
      ),
    ];
  });
}

/** Names are inflected ("Forretningsudvalgets"), so what is looked for is the name without its ending. */
function firstNamed(sentence: string, locale: Locale, { bodies }: Trail): Named | undefined {
  const text = sentence.toLowerCase();
  const named = [...bodies.values()].flatMap((body) => {
    const at = text.search(new RegExp(`(?<!\\p{L})${stemOf(body.name[locale], locale)}`, "u"));
    return at < 0 ? [] : [{ body, at }];
  });
  // "Regionsrådets forretningsudvalg" is the committee: a name in the genitive only says whose.
  const subject = named.filter(
    ({ body, at }) => !isGenitive(text.slice(at), stemOf(body.name[locale], locale)),
  );
  return (subject.length > 0 ? subject : named).toSorted((one, other) => one.at - other.at)[0]?.body;
}

function isGenitive(from: string, stem: string): boolean {
  return new RegExp(`^${stem}\\p{L}*(?:s|'s|’s)(?=\\s\\p{L})`, "u").test(from);
}

function stemOf(name: string, locale: Locale): string {
  const lower = name.toLowerCase().replaceAll(/[^\p{L}\p{N} -]/gu, "");
  return locale === "da" ? lower.replace(/(?<=\p{L}{4})(?:et|en)$/u, "") : lower.replace(/^the /, "");
}

function nearestTo(day: LocalDate, steps: readonly Met[]): Met | undefined {
  const distance = (step: Met) => Math.abs(Date.parse(step.date) - Date.parse(day));
  return steps.toSorted((one, other) => distance(one) - distance(other))[0];
}

function dayAfter(date: LocalDate, count: number): LocalDate {
  return new Date(Date.parse(date) + count * 86_400_000).toISOString().slice(0, 10) as LocalDate;
}
