import type { Warning } from "../problem.ts";
import { found, warn } from "./draft.ts";
import type { Draft } from "./draft.ts";

/** What programs for writing leave in a text that is pasted from them: seldom seen, and seldom meant. */
export function wordTraces(draft: Draft): readonly Warning[] {
  return [
    ...softHyphens(draft),
    ...nonBreakingSpaces(draft),
    ...doubleSpaces(draft),
    ...mixedQuotationMarks(draft),
    ...brokenWords(draft),
    ...repeatedWords(draft),
    ...placeholders(draft),
  ];
}

function softHyphens(draft: Draft): readonly Warning[] {
  return found(draft, /(?<!\u{AD}\p{L}*)\u{AD}/gu).map(({ passage, match }) => {
    const before = /\p{L}*$/u.exec(passage.text.slice(0, match.index))?.[0] ?? "";
    const after = /^[\p{L}\u{AD}]*/u.exec(passage.text.slice(match.index))?.[0] ?? "";
    const word = (before + after).replaceAll("\u{AD}", "");
    return warn(
      "soft-hyphen",
      passage.at(match.index),
      {
        da: `I ordet "${word}" er der en skjult bindestreg, så den, der søger efter ordet, finder det ikke.`,
        en: `There is a hidden hyphen in the word "${word}", so whoever searches for the word does not find it.`,
      },
      { da: `skriv ordet igen: ${word}.`, en: `type the word again: ${word}.` },
    );
  });
}

/** One between a number and what it counts is good typography; at the edge of a line or between words it is a trace. */
function nonBreakingSpaces(draft: Draft): readonly Warning[] {
  return found(draft, /(?<![\d§])[\u{A0}\u{202F}]+(?!\d)|^[\u{A0}\u{202F}]+/gmu).map(({ passage, match }) =>
    warn(
      "non-breaking-space",
      passage.at(match.index),
      {
        da: "Her står et hårdt mellemrum, som holder to ord sammen på samme linje, også når der ikke er plads.",
        en: "A non-breaking space stands here, which keeps two words on one line even where there is no room.",
      },
      { da: "skriv et almindeligt mellemrum, eller slet det.", en: "type an ordinary space, or delete it." },
    ),
  );
}

function doubleSpaces(draft: Draft): readonly Warning[] {
  return found(draft, /(?<=\S) {2,}(?=\S)/g).flatMap(({ passage, match }) =>
    isInTable(passage.text, match.index)
      ? []
      : [
          warn(
            "double-space",
            passage.at(match.index),
            {
              da: "Her står to mellemrum efter hinanden, og i en oplæsning eller en kopi ses det som et hul.",
              en: "There are two spaces in a row here, which shows as a gap wherever the text is copied to.",
            },
            { da: "slet det ene.", en: "delete one of them." },
          ),
        ],
  );
}

function isInTable(text: string, index: number): boolean {
  const start = text.lastIndexOf("\n", index - 1) + 1;
  return (
    /^\s*(?:\||[-*+]\s|\d+\.\s)/.test(text.slice(start, index + 1)) && text.slice(start, index).includes("|")
  );
}

const quotationStyles = [/"/g, /[“”„]/g, /[»«]/g] as const;

/** Told once, at the first mark of the kind that is rarer. */
function mixedQuotationMarks(draft: Draft): readonly Warning[] {
  const styles = quotationStyles
    .map((form) => found(draft, form))
    .filter((marks) => marks.length > 0)
    .toSorted((one, other) => one.length - other.length);
  const [rarer, ...others] = styles;
  const [first] = rarer ?? [];
  if (first === undefined || others.length === 0) return [];
  return [
    warn(
      "quotation-marks-mixed",
      first.passage.at(first.match.index),
      {
        da: `Anførselstegnet ${first.match[0]} er et andet end dem, der ellers står i teksten, så den ser sammensat ud.`,
        en: `The quotation mark ${first.match[0]} is another than those in the rest of the text, which looks pasted together.`,
      },
      {
        da: "brug den samme slags anførselstegn i hele teksten.",
        en: "use the same kind of quotation marks throughout the text.",
      },
    ),
  ];
}

const afterHyphen =
  /(?<=\p{Ll}{2})-[ \u{A0}]*\n[ \u{A0}]*(?=\p{Ll}{2})|(?<=\p{Ll}{3})- (?=(?!og\b|eller\b|and\b|or\b|til\b|to\b)\p{Ll}{3})/gu;

function brokenWords(draft: Draft): readonly Warning[] {
  return found(draft, afterHyphen).map(({ passage, match }) => {
    const before = /\p{L}*$/u.exec(passage.text.slice(0, match.index))?.[0] ?? "";
    const after = /^\p{L}*/u.exec(passage.text.slice(match.index + match[0].length))?.[0] ?? "";
    return warn(
      "word-broken",
      passage.at(match.index),
      {
        da: `Ordet "${before}${after}" er delt med en bindestreg, som stod for enden af en linje et andet sted.`,
        en: `The word "${before}${after}" is broken by a hyphen that stood at the end of a line elsewhere.`,
      },
      { da: `skriv ${before}${after}.`, en: `write ${before}${after}.` },
    );
  });
}

/** "der der" and "det det" can be right in Danish, "that that" and "had had" in English. */
function repeatedWords(draft: Draft): readonly Warning[] {
  return found(draft, /(?<![\p{L}\p{N}-])(\p{L}{2,})\s+(\1)(?![\p{L}\p{N}-])/giu)
    .filter(({ match }) => !/^(?:der|det|den|de|at|som|that|had)$/i.test(match[1] ?? ""))
    .map(({ passage, match }) =>
      warn(
        "word-repeated",
        passage.at(match.index + match[0].length - (match[2] ?? "").length),
        {
          da: `Ordet "${match[2]}" står to gange i træk.`,
          en: `The word "${match[2]}" stands twice in a row.`,
        },
        { da: `slet det ene "${match[2]}".`, en: `delete one "${match[2]}".` },
      ),
    );
}

const placeholder =
  /\blorem ipsum\b|(?<![\p{L}\p{N}])(?:TODO|TBD|TK|XX+|NN)(?![\p{L}\p{N}])|\[(?:navn|name|dato|date|indsæt[^\]]*|insert[^\]]*|citat|quote|…|\.\.\.)\](?!\()/giu;

function placeholders(draft: Draft): readonly Warning[] {
  return found(draft, placeholder).map(({ passage, match }) =>
    warn(
      "placeholder-text",
      passage.at(match.index),
      {
        da: `"${match[0]}" ligner noget, der skulle have været skrevet færdigt.`,
        en: `"${match[0]}" looks like something that was to be filled in.`,
      },
      { da: "skriv det, der skal stå, eller slet det.", en: "write what is to stand there, or delete it." },
    ),
  );
}
