import * as z from "zod";
import type { Kind } from "./entry.ts";
import { readDateTime, readDay } from "./instant.ts";
import type { LocalDate, WrittenDate } from "./instant.ts";
import type { Localised } from "./locale.ts";
import type { Problem } from "./problem.ts";
import { longestSlug, slugForm, slugOf } from "./slug.ts";
import { firstInvisible } from "./source-text.ts";
import { shorten } from "./yaml-problems.ts";

/** What a field finds wrong; where it stands is known to who reads the file. */
export type Complaint = Pick<Problem, "code" | "message" | "fix">;

/** How a field is written, for forms and editors: words of JSON Schema, and two of our own. */
export interface Form {
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly examples?: readonly string[];
  /** What to ask for: one line of words where it is left out. */
  readonly "x-field"?: (typeof fieldForms)[number];
  /** The kind whose ids may be written. */
  readonly "x-cites"?: Kind;
}
export const fieldForms = [
  ...["id", "slug", "paragraph", "flag", "number", "day", "day-or-moment", "moment", "month"],
  ...["period", "url", "address", "email", "phone", "mark"],
] as const;

/** No list of a press room is longer; a longer one is a paste gone wrong. */
export const longestList = 200;

/**
 * A field made from one line of text: trimmed, letters composed, never empty, without invisible characters.
 *
 * @param read  the value, or what is wrong with the line
 */
export function field<T>(
  read: (text: string) => { value: T } | Complaint,
  { longest = 300, ...form }: Form & { readonly longest?: number } = {},
) {
  const written = z.string().meta({ minLength: 1, maxLength: longest, ...form });
  return written.transform((written, context): T => {
    const text = written.normalize("NFC").trim();
    const result = wrongWithLine(text, longest) ?? read(text);
    if ("value" in result) return result.value;
    context.issues.push({ code: "custom", input: written, message: result.message.en, params: result });
    return z.NEVER;
  });
}

/** One line of words. */
export function line(longest = 300) {
  return field((text) => ({ value: text }), {
    longest,
    ...(longest > 300 ? { "x-field": "paragraph" } : {}),
  });
}

/** One line of words in each language. */
export function bothLanguages(longest = 300) {
  return z.strictObject({ da: line(longest), en: line(longest) });
}

export function list<S extends z.ZodType>(each: S) {
  return z.array(each).max(longestList).default([]);
}

/**
 * An id.
 *
 * @param cites  the kind of entry that it is the id of; absent for the name of what it stands in
 */
export function id(cites?: Kind) {
  return field((text) => (isId(text) ? { value: text } : badId(text)), {
    pattern: slugForm.source,
    "x-field": "id",
    ...(cites === undefined ? {} : { "x-cites": cites }),
  });
}

/** The ids of other entries, each once. */
export function ids(cites: Kind) {
  return list(id(cites));
}

const yesOrNo: Form = { type: ["boolean", "string"], "x-field": "flag" };

/** A yes or no; no where it is left out. */
export function flag() {
  return field<boolean>((text) => {
    if (text === "true" || text === "false") return { value: text === "true" };
    return complain(
      "wrong-type",
      {
        da: `"${shorten(text)}" er hverken true eller false, så det siger hverken ja eller nej.`,
        en: `"${shorten(text)}" is neither true nor false, so it says neither yes nor no.`,
      },
      {
        da: "skriv true eller false, for eksempel sample: true.",
        en: "write true or false, for example sample: true.",
      },
    );
  }, yesOrNo).default(false);
}

/** A number written in digits, with a point before decimals. */
export function number(limits: {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  readonly example: string;
}) {
  const written: Form = { type: ["number", "string"], examples: [limits.example], "x-field": "number" };
  return field<number>((text) => {
    const form = limits.whole ? /^\d{1,15}$/ : /^\d{1,15}(?:\.\d{1,6})?$/;
    if (!form.test(text)) {
      return complain(
        "wrong-type",
        {
          da: `"${shorten(text)}" er ikke et ${limits.whole ? "helt tal" : "tal"}, så der kan ikke regnes med det.`,
          en: `"${shorten(text)}" is not a plain ${limits.whole ? "whole " : ""}number, so nothing can be counted with it.`,
        },
        {
          da: `skriv kun cifre, for eksempel ${limits.example}.`,
          en: `write digits only, for example ${limits.example}.`,
        },
      );
    }
    const value = Number(text);
    if (value >= limits.least && value <= limits.most) return { value };
    return complain(
      "wrong-value",
      {
        da: `${text} ligger ikke mellem ${limits.least} og ${limits.most}, så det kan ikke være ment.`,
        en: `${text} is not between ${limits.least} and ${limits.most}, so it cannot be meant.`,
      },
      {
        da: `skriv et tal mellem de to, for eksempel ${limits.example}.`,
        en: `write a number between the two, for example ${limits.example}.`,
      },
    );
  }, written);
}

/** One of a few words. */
export function choice<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words);
}

/** The last part of an address. */
export function slug() {
  return field(
    (text) => {
      if (slugForm.test(text) && text.length <= longestSlug) return { value: text };
      const better = slugOf(text) || "vaekstforum-moedes";
      return complain(
        "wrong-value",
        {
          da: `"${shorten(text)}" kan ikke stå i en adresse, hvor kun a–z, 0–9 og enkelte bindestreger overlever alle mailprogrammer.`,
          en: `"${shorten(text)}" cannot stand in an address, where only a–z, 0–9 and single hyphens survive every mail program.`,
        },
        { da: `skriv slug: ${better}.`, en: `write slug: ${better}.` },
      );
    },
    { pattern: slugForm.source, "x-field": "slug" },
  );
}

/** A slug in each language. */
export function bothSlugs() {
  return z.strictObject({ da: slug(), en: slug() });
}

const dayPattern = String.raw`\d{4}-\d{2}-\d{2}`;
const hourPattern = String.raw`T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?`;

/** A day, without an hour. */
export function day() {
  return field<LocalDate>(
    (text) => {
      const value = readDay(text);
      return value ? { value } : badDate(text, "2008-05-27");
    },
    { pattern: `^${dayPattern}$`, examples: ["2008-05-27"], "x-field": "day" },
  );
}

/** A day or a moment, in `zone` where it names no offset. */
export function dayOrMoment(zone: string) {
  return field<WrittenDate>((text) => readDate(text, zone, "2008-05-27"), {
    pattern: `^${dayPattern}(?:${hourPattern})?$`,
    examples: ["2008-05-27", "2008-05-27T10:00"],
    "x-field": "day-or-moment",
  });
}

/** A moment: a day alone is not enough. */
export function moment(zone: string) {
  return field<WrittenDate>(
    (text) => {
      const read = readDate(text, zone, "2008-05-27T10:00");
      if (!("value" in read) || read.value.timed) return read;
      return complain(
        "bad-date",
        {
          da: `"${text}" er en dag uden klokkeslæt, og et embargo ophører på et tidspunkt, som redaktionerne planlægger efter.`,
          en: `"${text}" is a day without an hour, and an embargo ends at a moment that editors plan for.`,
        },
        {
          da: `skriv også klokkeslættet, for eksempel ${text}T10:00.`,
          en: `write the hour too, for example ${text}T10:00.`,
        },
      );
    },
    { pattern: `^${dayPattern}${hourPattern}$`, examples: ["2008-05-27T10:00"], "x-field": "moment" },
  );
}

/** What an id looks like: a slug. */
export function isId(text: string): boolean {
  return slugForm.test(text) && text.length <= longestSlug;
}

export function badId(text: string): Complaint {
  return complain(
    "bad-id",
    {
      da: `"${shorten(text)}" er ikke et id, og andre filer og adresser kan kun nævne et af a–z, 0–9 og enkelte bindestreger.`,
      en: `"${shorten(text)}" is no id, and other files and addresses can only name one made of a–z, 0–9 and single hyphens.`,
    },
    {
      da: `skriv det med små bogstaver og bindestreger, for eksempel ${slugOf(text) || "bent-hansen"}.`,
      en: `write it in small letters with hyphens, for example ${slugOf(text) || "bent-hansen"}.`,
    },
  );
}

export function complain(code: Problem["code"], message: Localised, fix: Localised): Complaint {
  return { code, message, fix };
}

function wrongWithLine(text: string, longest: number): Complaint | undefined {
  if (text === "")
    return complain(
      "empty-value",
      {
        da: "Nøglen er der, men der står ikke noget, så læserne ville se et hul.",
        en: "The key is there but nothing is said, so readers would see a gap.",
      },
      {
        da: 'skriv værdien efter kolonet, for eksempel "place: Herning", eller slet nøglen, hvis den kan undværes.',
        en: 'write the value after the colon, for example "place: Herning", or delete the key if it may be left out.',
      },
    );
  const hidden = firstInvisible(text);
  if (text.includes("\n"))
    return complain(
      "wrong-value",
      {
        da: "Værdien går over flere linjer eller afsnit, og den bliver vist, hvor der er plads til én.",
        en: "The value runs over several lines or paragraphs, and it is shown where there is room for one.",
      },
      {
        da: 'skriv den på én linje, for eksempel "lead: Flere virksomheder skal vokse."',
        en: 'write it on one line, for example "lead: Flere virksomheder skal vokse."',
      },
    );
  if (hidden || text.includes("\t"))
    return complain(
      "wrong-value",
      {
        da: `Værdien indeholder et usynligt tegn (${hidden?.name ?? "en tabulator"}), som ødelægger feeds og lister.`,
        en: `The value holds an invisible character (${hidden?.name ?? "a tab"}), which breaks feeds and lists.`,
      },
      {
        da: 'slet det, eller skriv et mellemrum i stedet, for eksempel "Region Midtjylland".',
        en: 'delete it, or write a space in its place, for example "Region Midtjylland".',
      },
    );
  if (text.length > longest)
    return complain(
      "wrong-value",
      {
        da: `Værdien er på ${text.length} tegn, og hvad der går ud over ${longest}, ville blive klippet af, hvor den vises.`,
        en: `The value has ${text.length} characters, and what goes beyond ${longest} would be cut off where it is shown.`,
      },
      {
        da: `sig det på højst ${longest} tegn, for eksempel i én sætning, og fortæl resten i teksten.`,
        en: `say it in at most ${longest} characters, for example in one sentence, and tell the rest in the text.`,
      },
    );
  return undefined;
}

function readDate(text: string, zone: string, example: string): { value: WrittenDate } | Complaint {
  const read = readDateTime(text, zone);
  if (read.ok) return { value: { date: read.date, instant: read.instant, timed: read.timed } };
  if (read.code === "bad-date") return badDate(text, example);
  const why =
    read.code === "hour-does-not-exist"
      ? {
          da: `Urene i ${zone} stilles frem forbi ${text}, så det klokkeslæt findes ikke.`,
          en: `The clocks in ${zone} are put forward past ${text}, so that hour never comes.`,
        }
      : {
          da: `Urene i ${zone} stilles tilbage over ${text}, så det klokkeslæt kommer to gange med en times mellemrum.`,
          en: `The clocks in ${zone} are put back across ${text}, so that hour comes twice, an hour apart.`,
        };
  const fixed =
    read.code === "hour-does-not-exist"
      ? {
          da: "skriv et klokkeslæt, der findes, for eksempel 2026-03-29T03:30.",
          en: "write an hour that exists, for example 2026-03-29T03:30.",
        }
      : {
          da: "tilføj forskydningen for det, du mener, for eksempel 2026-10-25T02:30+02:00 for det første.",
          en: "add the offset of the one that you mean, for example 2026-10-25T02:30+02:00 for the first.",
        };
  return complain(read.code, why, fixed);
}

function badDate(text: string, example: string): Complaint {
  return complain(
    "bad-date",
    {
      da: `"${shorten(text)}" er ikke en kalenderdato skrevet som år-måned-dag, så ingen kan se, hvilken dag der er ment.`,
      en: `"${shorten(text)}" is no date of the calendar written as year-month-day, so nobody can tell which day is meant.`,
    },
    {
      da: `skriv år, måned og dag, og ikke mere end der bliver spurgt om, for eksempel ${example}.`,
      en: `write year, month and day, and no more than is asked for, for example ${example}.`,
    },
  );
}
