import { nearest } from "../nearest.ts";
import type { Account, Line } from "./imported.ts";

const quote = /^[-–—]\s+/u;
const months = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december";

/** The text of a release as Markdown: headings, quotes with one kind of dash, paragraphs apart. */
export function body(lines: readonly Line[], account: Account): string {
  const out: string[] = [];
  lines.forEach((here, index) => {
    if (here.text === "") return;
    if (here.text.startsWith("## ")) {
      out.push(here.text);
      return;
    }
    const next = lines[index + 1]?.text ?? "";
    const text = mended(here, account);
    const before = lines[index - 1]?.text ?? "";
    if (isHeading(text, before, next)) {
      account.mended(here.line, { da: "mellemrubrik", en: "subheading" }, here.text, `## ${text}`);
      out.push(`## ${text}`);
    } else if (quote.test(text)) {
      const said = text.replace(quote, "- ");
      if (said !== text)
        account.mended(
          here.line,
          { da: "talestreg af en anden slags", en: "quotation dash of another kind" },
          text.slice(0, 12),
          said.slice(0, 12),
        );
      if (before !== "")
        account.mended(
          here.line,
          { da: "citat uden luft over sig", en: "quote without a line above it" },
          "",
          "↵",
        );
      out.push(said);
    } else out.push(text);
  });
  typingErrors(lines, account);
  return out.join("\n\n");
}

/** A short line that ends no sentence, with air above it and a paragraph right below. */
function isHeading(text: string, before: string, next: string): boolean {
  return (
    text.length < 80 && !/[.!?:,;]$/.test(text) && !quote.test(text) && before === "" && next.length > 80
  );
}

const dotless = new RegExp(String.raw`(?<![\d.,:-])(\d{1,2}) (${months})\b`, "giu");
/** "den Australske": what is made of a country's name has no capital in Danish. */
const capital = /(?<=(?:^|\s)(?:den|det|de|en|et|fra) )\p{Lu}\p{Ll}+ske?(?=\s\p{Ll})/gu;

function mended({ text, line }: Line, account: Account): string {
  const dotted = text.replaceAll(dotless, (before: string, day: string, month: string) => {
    const after = `${day}. ${month}`;
    account.mended(line, { da: "dato uden punktum", en: "date without its full stop" }, before, after);
    return after;
  });
  return dotted.replaceAll(capital, (before) => {
    const after = before.toLowerCase();
    account.mended(line, { da: "tillægsord med stort", en: "adjective with a capital" }, before, after);
    return after;
  });
}

/** A long word that stands once and is nearly another of the same text: a slip that a dictionary of compounds would miss. */
function typingErrors(lines: readonly Line[], account: Account): void {
  const words = lines.flatMap(({ text, line }) =>
    (text.match(/\p{L}{10,}/gu) ?? []).map((word) => ({ word, line })),
  );
  const counted = Map.groupBy(words, ({ word }) => word.toLowerCase());
  for (const [word, [first]] of counted) {
    if (first === undefined || (counted.get(word)?.length ?? 0) > 1) continue;
    const longer = [...counted.keys()]
      .filter((other) => other.length > word.length)
      .map((other) => other.slice(0, word.length + 1));
    const meant = longer.find(
      (other) => !other.startsWith(word) && nearest(word, [other]) !== undefined && isOneMissing(word, other),
    );
    if (meant !== undefined)
      account.doubted(first.line, {
        da: `"${first.word}" ligner en slåfejl for "${meant}".`,
        en: `"${first.word}" looks like a slip for "${meant}".`,
      });
  }
}

function isOneMissing(word: string, whole: string): boolean {
  return [...whole].some((_, at) => whole.slice(0, at) + whole.slice(at + 1) === word);
}
