import type { Warning } from "../problem.ts";
import { found, warn } from "./draft.ts";
import type { Draft, Passage } from "./draft.ts";

/** A journalist decides in seconds; what is longer than these goes unread. */
const mostWordsOfLead = 75;
const mostWordsOfText = 900;
/**
 * Björnsson's scale: 35 to 44 is a newspaper, 45 to 54 an official text, 55 and more hard. Under two hundred words the
 * figure says little.
 */
const hardestLix = 60;
const fewestWordsForLix = 200;

/** How it reads: length, difficulty, headings, links. */
export function reading(draft: Draft): readonly Warning[] {
  const part = (name: Passage["part"]) => draft.passages.find((passage) => passage.part === name);
  const title = part("title");
  const lead = part("lead");
  const body = part("body");
  return [
    ...(title === undefined ? [] : capitals(title)),
    ...(lead === undefined ? [] : longLead(lead)),
    ...(body === undefined ? [] : [...longText(body), ...hardText(body), ...skippedLevels(body)]),
    ...(lead === undefined || body === undefined ? [] : repeatedLead(lead, body)),
    ...vagueLinks(draft),
    ...missingOrdinalDots(draft),
  ];
}

function capitals(title: Passage): readonly Warning[] {
  const letters = title.text.replaceAll(/[^\p{L}]/gu, "");
  if (letters.length < 12 || letters !== letters.toUpperCase()) return [];
  return [
    warn(
      "title-in-capitals",
      title.at(0),
      {
        da: "Overskriften står med store bogstaver alene, og en skærmlæser kan stave den bogstav for bogstav.",
        en: "The headline is in capitals only, and a screen reader may spell it out letter by letter.",
      },
      { da: "skriv den som en sætning.", en: "write it as a sentence." },
    ),
  ];
}

function longLead(lead: Passage): readonly Warning[] {
  const count = wordsOf(lead.text).length;
  if (count <= mostWordsOfLead) return [];
  return [
    warn(
      "lead-too-long",
      lead.at(0),
      {
        da: `Manchetten er på ${count} ord, og efter ${mostWordsOfLead} er de fleste journalister gået videre.`,
        en: `The lead has ${count} words, and after ${mostWordsOfLead} most journalists have moved on.`,
      },
      {
        da: "sig det vigtigste i en sætning eller to, og flyt resten ned i teksten.",
        en: "say what matters in a sentence or two, and move the rest into the text.",
      },
    ),
  ];
}

function longText(body: Passage): readonly Warning[] {
  const count = wordsOf(body.text).length;
  if (count <= mostWordsOfText) return [];
  return [
    warn(
      "text-too-long",
      body.at(0),
      {
        da: `Teksten er på ${count} ord, og en pressemeddelelse på mere end ${mostWordsOfText} bliver sjældent læst til ende.`,
        en: `The text has ${count} words, and a release of more than ${mostWordsOfText} is seldom read to its end.`,
      },
      {
        da: "forkort den, eller læg resten i et bilag, der linkes til.",
        en: "shorten it, or put the rest into a paper that is linked to.",
      },
    ),
  ];
}

function hardText(body: Passage): readonly Warning[] {
  const score = lix(body.text);
  if (score === undefined || score <= hardestLix) return [];
  return [
    warn(
      "hard-to-read",
      body.at(0),
      {
        da: `Teksten har et lixtal på ${score}, og over ${hardestLix} er den svær også for dem, der læser meget.`,
        en: `The text has a LIX of ${score}, and above ${hardestLix} it is hard even for those who read a lot.`,
      },
      {
        da: "del lange sætninger, og skriv korte ord, hvor de findes.",
        en: "divide long sentences, and use short words where there are any.",
      },
    ),
  ];
}

/**
 * The readability of a text: words for each sentence, and the share of words with more than six letters.
 *
 * @returns  undefined for a text too short to be judged
 * @see      C.-H. Björnsson, Läsbarhet (1968)
 */
export function lix(text: string): number | undefined {
  const words = wordsOf(text);
  if (words.length < fewestWordsForLix) return undefined;
  const sentences = text.match(/[.!?:](?=\s|$)/g)?.length ?? 1;
  const long = words.filter((word) => word.length > 6).length;
  return Math.round(words.length / sentences + (100 * long) / words.length);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}+(?:[-'’]\p{L}+)*/gu) ?? [];
}

function skippedLevels(body: Passage): readonly Warning[] {
  let above = 1;
  return [...body.text.matchAll(/^ {0,3}(#{1,6})\s+\S/gmu)].flatMap((match) => {
    const level = (match[1] ?? "").length;
    const skips = level > above + 1;
    const wanted = "#".repeat(above + 1);
    above = level;
    if (!skips) return [];
    return [
      warn(
        "heading-skips-level",
        body.at(match.index + match[0].indexOf("#")),
        {
          da: "Overskriften springer et niveau over, så den, der går fra overskrift til overskrift, tror, at noget mangler.",
          en: "The heading skips a level, so whoever goes from heading to heading thinks that something is missing.",
        },
        { da: `begynd den med ${wanted}.`, en: `begin it with ${wanted}.` },
      ),
    ];
  });
}

/** Said in the lead, and once more as the first paragraph: what a page does that shows both. */
function repeatedLead(lead: Passage, body: Passage): readonly Warning[] {
  const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();
  const start = /\S/.exec(body.text)?.index ?? 0;
  const [first = ""] = body.text.slice(start).split(/\n\s*\n/);
  if (plain(first) === "" || plain(first) !== plain(lead.text)) return [];
  return [
    warn(
      "lead-repeated",
      body.at(start),
      {
        da: "Det første afsnit er manchetten én gang til, og læserne får begge dele at se.",
        en: "The first paragraph is the lead once more, and readers see both.",
      },
      { da: "slet afsnittet her.", en: "delete the paragraph here." },
    ),
  ];
}

const vague =
  /(?<!!)\[((?:klik|tryk) her|her|læs mere|se mere|link|mere|click here|here|read more|more|this link)\]\(/giu;

function vagueLinks(draft: Draft): readonly Warning[] {
  return found(draft, vague).map(({ passage, match }) =>
    warn(
      "link-text-vague",
      passage.at(match.index),
      {
        da: `Linket hedder "${match[1]}", og den, der får læst links op ét for ét, hører ikke, hvor det fører hen.`,
        en: `The link says "${match[1]}", and whoever has links read out one by one does not hear where it leads.`,
      },
      {
        da: "lad linket sige, hvad man får at se, for eksempel [mødets dagsorden](https://…).",
        en: "let the link say what is to be seen, for example [the agenda of the meeting](https://…).",
      },
    ),
  );
}

const months = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december";
const dotless = new RegExp(String.raw`(?<![\d.,:-])(\d{1,2})(?= (?:${months})\b)`, "giu");

function missingOrdinalDots(draft: Draft): readonly Warning[] {
  if (draft.locale !== "da") return [];
  return found(draft, dotless).map(({ passage, match }) =>
    warn(
      "ordinal-dot-missing",
      passage.at(match.index),
      {
        da: `"${match[1]}" mangler det punktum, som en dato skrives med på dansk.`,
        en: `"${match[1]}" lacks the full stop that a date has in Danish.`,
      },
      { da: `skriv ${match[1]}.`, en: `write ${match[1]}. with a full stop.` },
    ),
  );
}
