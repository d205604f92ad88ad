import { readDay } from "../instant.ts";
import type { LocalDate } from "../instant.ts";
import { slugOf } from "../slug.ts";
import { body } from "./body.ts";
import { cleanLines } from "./clean-lines.ts";
import { Account } from "./imported.ts";
import type { Imported, Line } from "./imported.ts";
import { disagreements } from "./disagreements.ts";
import { parted, takeCaption, takeLinks } from "./page-parts.ts";
import { people, quoted } from "./people.ts";

/**
 * Makes content of a release as an old site or a mail delivers it: one text, with its picture's caption, its contacts
 * and its links among the paragraphs. What can be told is mended and each repair accounted for; what only a person can
 * settle is listed, and left as it was.
 *
 * @param today  the date where the text has none
 */
export function importText(delivered: string, today: LocalDate): Imported {
  const account = new Account();
  const lines = cleanLines(delivered, account);
  const { date, rest: undated } = takeDate(lines, today, account);
  const { title: headline, rest: untitled } = takeHeadline(undated);
  const { lead, rest: unled } = takeLead(untitled, account);
  const { main, foot } = parted(takeCaption(unled, account), account);
  const { links, rest: persons } = takeLinks(foot, account);
  const contacts = people(persons, account);
  const text = body(main, account);

  const title = headline ?? standIn(lead, account);
  copiedEnglish(lead.line, Object.keys(contacts).length + links.length, account);
  disagreements(lead, main, date, account);
  const id = `${date}-${slugOf(title).split("-").slice(0, 4).join("-")}`;
  const ids = Object.keys(contacts).map((path) => path.slice("contacts/".length, -".yaml".length));
  const keys = [
    `id: ${id}`,
    `title: "${quoted(title)}"`,
    `date: ${date}`,
    `lead: "${quoted(lead.text)}"`,
    ...(ids.length > 0 ? [`contacts: [${ids.join(", ")}]`] : []),
    ...(links.length > 0 ? ["links:", ...links] : []),
    "english: later",
  ];
  const release = `---\n${keys.join("\n")}\n---\n\n${text}\n`;
  const { repairs, doubts } = account;
  const order = (one: Line | { line: number }, other: { line: number }) => one.line - other.line;
  return {
    files: { [`releases/${date.slice(0, 4)}/${id}/da.md`]: release, ...contacts },
    repairs: repairs.toSorted(order),
    doubts: doubts.toSorted(order),
  };
}

function takeDate(lines: readonly Line[], today: LocalDate, account: Account) {
  const index = lines.findIndex(({ text }) => /^\d{1,2}[-./]\d{1,2}[-./]\d{4}$/.test(text));
  const found = lines[index];
  const [day = "", month = "", year = ""] = found?.text.split(/[-./]/) ?? [];
  const date = readDay(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  if (found === undefined || date === undefined) {
    account.doubted(1, {
      da: `Datoen mangler; der står ${today}.`,
      en: `There is no date; it says ${today}.`,
    });
    return { date: today, rest: lines };
  }
  account.mended(
    found.line,
    { da: "dato skrevet dag-måned-år", en: "date written day-month-year" },
    found.text,
    date,
  );
  return { date, rest: lines.toSpliced(index, 1) };
}

/** What a page marks as its headline; a bare text marks none. */
function takeHeadline(lines: readonly Line[]): { readonly title?: string; readonly rest: readonly Line[] } {
  const index = lines.findIndex(({ text }) => text.startsWith("# "));
  const found = lines[index];
  return found === undefined
    ? { rest: lines }
    : { title: found.text.slice(2), rest: lines.toSpliced(index, 1) };
}

function standIn(lead: Line, account: Account): string {
  account.doubted(lead.line, {
    da: "Overskriften mangler; de første ord af manchetten står i stedet.",
    en: "There is no headline; the first words of the lead stand in for it.",
  });
  return lead.text
    .split(/\s+/)
    .slice(0, 8)
    .join(" ")
    .replace(/[,.;:]$/, "");
}

function copiedEnglish(line: number, count: number, account: Account): void {
  if (count === 0) return;
  account.doubted(line, {
    da: "Titler og linktekster på engelsk er de danske; oversæt dem.",
    en: "Titles and link texts in English are the Danish ones; translate them.",
  });
}

function takeLead(
  lines: readonly Line[],
  account: Account,
): { readonly lead: Line; readonly rest: readonly Line[] } {
  const index = lines.findIndex(({ text }) => text !== "");
  const lead = lines[index] ?? { text: "…", line: 1 };
  const rest = lines.slice(index + 1);
  const again = rest.findIndex(({ text }) => text === lead.text);
  const second = rest[again];
  if (second === undefined) return { lead, rest };
  account.mended(second.line, { da: "manchetten én gang til", en: "the lead once more" }, second.text, "");
  return { lead, rest: rest.toSpliced(again, 1) };
}
