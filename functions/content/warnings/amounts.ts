import type { Money } from "../entry.ts";
import type { Locale } from "../locale.ts";
import type { Warning } from "../problem.ts";
import { found, warn } from "./draft.ts";
import type { Draft, Passage } from "./draft.ts";

/** An amount of money in a text: "56,2 mio. kroner", "DKK 56.2 million", "56.200.000 kr.". */
export interface Amount {
  readonly written: string;
  /** In whole units. */
  readonly value: number;
  readonly passage: Passage;
  readonly index: number;
}

const units: Readonly<Record<string, number>> = { t: 1e3, mi: 1e6, md: 1e9, b: 1e9 };
const scale = String.raw`(tusind|thousand|mio\.?|million(?:er)?|mia\.?|milliard(?:er)?|billion)`;
const number = String.raw`(\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)`;
const money = new RegExp(
  String.raw`(?<![\d.,])(?:(?:DKK|kr\.?)[ \u{A0}]?${number}(?:[ \u{A0}]${scale})?|${number}(?:[ \u{A0}]${scale}[ \u{A0}]?(?:kr\b\.?|kroner|DKK)?|[ \u{A0}]?(?:kr\b\.?|kroner|DKK)))(?![\p{L}\d])`,
  "giu",
);

/** The amounts that a text names, in the number format of its language. */
export function amountsIn(draft: Draft): readonly Amount[] {
  return found(draft, money).flatMap(({ passage, match }) => {
    const digits = match[1] ?? match[3] ?? "";
    const unit = (match[2] ?? match[4] ?? "").toLowerCase();
    const value = valueOf(digits, draft.locale) * factor(unit);
    return Number.isFinite(value) ? [{ written: match[0].trim(), value, passage, index: match.index }] : [];
  });
}

/**
 * Amounts that mean the same and do not say the same: one is the other rounded, and the programme's facts do not
 * declare it; and numbers written as the other language writes them.
 */
export function amountWarnings(draft: Draft, budget: Money | undefined): readonly Warning[] {
  const amounts = amountsIn(draft);
  const declared = (one: number, other: number): boolean =>
    budget?.rounded !== undefined &&
    [one, other].every((value) => value === budget.exact || value === budget.rounded);
  const facts =
    budget === undefined ? [] : [{ written: written(budget.exact, draft.locale), value: budget.exact }];
  const told = new Set<string>();
  const differing = amounts.flatMap((amount): readonly Warning[] => {
    const other = [...amounts, ...facts].find(
      ({ value }) => value !== amount.value && isNear(value, amount.value) && !declared(value, amount.value),
    );
    const isRounder = other !== undefined && digitsOf(amount.value) <= digitsOf(other.value);
    if (other === undefined || !isRounder || told.has(amount.written)) return [];
    told.add(amount.written);
    return [differs(amount, other.written)];
  });
  return [...differing, ...foreignFormats(draft)];
}

function differs(amount: Amount, other: string): Warning {
  return warn(
    "number-differs",
    amount.passage.at(amount.index),
    {
      da: `Her står "${amount.written}" og et andet sted "${other}", og intet siger, at det ene er afrundet.`,
      en: `It says "${amount.written}" here and "${other}" elsewhere, and nothing says that one of them is rounded.`,
    },
    {
      da: "skriv det samme beløb begge steder, eller angiv budget: { exact: …, rounded: … } i programmet.",
      en: "write the same amount in both places, or declare budget: { exact: …, rounded: … } in the programme.",
    },
  );
}

/** Within a twentieth of each other: further apart they are two amounts. */
function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) / Math.max(one, other) < 0.05;
}

/** How many digits of a number are said: 56000000 has two, 56200000 three. */
function digitsOf(value: number): number {
  return String(Math.round(value)).replace(/0+$/, "").length;
}

const foreign = {
  da: /(?<![\d.,])\d{1,3}\.\d{1,2}(?=[ \u{A0}](?:tusind|mio|million|mia|milliard|procent|pct|kroner|kr\b))/giu,
  en: /(?<![\d.,])\d{1,3},\d{1,2}(?=[ \u{A0}](?:thousand|million|billion|per ?cent|kroner))/giu,
};

function foreignFormats(draft: Draft): readonly Warning[] {
  return found(draft, foreign[draft.locale]).map(({ passage, match }) => {
    const better = draft.locale === "da" ? match[0].replace(".", ",") : match[0].replace(",", ".");
    return warn(
      "number-format",
      passage.at(match.index),
      {
        da: `"${match[0]}" er skrevet, som det andet sprog skriver tal, og kan læses som noget andet.`,
        en: `"${match[0]}" is written as the other language writes numbers, and may be read as something else.`,
      },
      { da: `skriv ${better}.`, en: `write ${better}.` },
    );
  });
}

function valueOf(digits: string, locale: Locale): number {
  const [group, point] = locale === "da" ? [/[. ]/g, ","] : [/[, ]/g, "."];
  const isGrouped = /^\d{1,3}(?:[., ]\d{3})+$/.test(digits);
  const plain = isGrouped
    ? digits.replaceAll(/[., ]/g, "")
    : digits.replaceAll(group, "").replace(point, ".");
  const isForeign = !isGrouped && /^\d+[.,]\d{1,2}$/.test(digits);
  return Number(isForeign ? digits.replace(",", ".") : plain);
}

function factor(unit: string): number {
  if (unit === "") return 1;
  if (/^(?:t|th)/.test(unit)) return units["t"] ?? 1;
  if (unit.startsWith("mia") || unit.startsWith("milliard")) return units["md"] ?? 1;
  return units[unit.startsWith("b") ? "b" : "mi"] ?? 1;
}

/** Made once: making one costs a thousand times as much as using it. */
const danish = new Intl.NumberFormat("da-DK");
const english = new Intl.NumberFormat("en-GB");

function written(value: number, locale: Locale): string {
  return locale === "da" ? `${danish.format(value)} kr.` : `DKK ${english.format(value)}`;
}
