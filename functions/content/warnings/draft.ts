import { readFrontMatter } from "../front-matter.ts";
import type { Locale, Localised } from "../locale.ts";
import type { Place } from "../place.ts";
import type { Warning, WarningCode } from "../problem.ts";
import type { SourceFile } from "../read-content.ts";
import { sourceText } from "../source-text.ts";
import { readYaml } from "../yaml-tree.ts";

/** A stretch of an author's words, and where each of them stands. */
export interface Passage {
  readonly part: "title" | "lead" | "body";
  /** As written; in the body, what is no prose (code and the targets of links) is blanked out, sign for sign. */
  readonly text: string;
  at(index: number): Place;
}

/** One language of a release as its author has it. */
export interface Draft {
  readonly locale: Locale;
  readonly passages: readonly Passage[];
  readonly start: Place;
}

/** The words of a release's file, or undefined where its keys cannot be read: then its problems say so. */
export function draftOf(file: SourceFile, locale: Locale): Draft | undefined {
  const whole = sourceText(file);
  if (!whole.ok) return undefined;
  const parts = readFrontMatter(whole.value, file.path);
  if ("code" in parts) return undefined;
  const tree = readYaml(parts.yaml.text, file.path, parts.yaml.line);
  const lines = whole.value.split("\n");
  const keys = (["title", "lead"] as const).flatMap((part): readonly Passage[] => {
    const place = tree.places.get(part);
    const value = typeof tree.value === "object" ? (tree.value as Record<string, unknown>)[part] : undefined;
    if (place === undefined || typeof value !== "string") return [];
    return [{ part, text: value, at: (index) => within(place, value, index, lines) }];
  });
  const { text, line } = parts.body;
  const body: Passage = {
    part: "body",
    text: blanked(text),
    at: (index) => placeIn(file.path, line, text, index),
  };
  return { locale, passages: [...keys, body], start: { file: file.path, line: 1, column: 1 } };
}

/** A warning about what stands at `index` of a passage. */
export function warn(code: WarningCode, place: Place, message: Localised, fix: Localised): Warning {
  return { code, place, message, fix };
}

/** Each place where a form is found, with what was found. */
export function found(
  { passages }: Draft,
  form: RegExp,
): readonly { readonly passage: Passage; readonly match: RegExpExecArray }[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(form)].map((match) => ({ passage, match: match as RegExpExecArray })),
  );
}

/** A blank that is no space, so that nothing is found in it. */
const blank = "\u{FFFC}";

function blanked(text: string): string {
  const cover = (part: string) => part.replaceAll(/[^\n]/g, blank);
  return text
    .replaceAll(/^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1/gmsu, cover)
    .replaceAll(/`[^`\n]+`/g, cover)
    .replaceAll(/\]\([^)\n]*\)/g, (target) => `](${cover(target.slice(2, -1))})`)
    .replaceAll(/(?:https?:\/\/|www\.)[^\s)>\]]+/g, cover);
}

function placeIn(file: string, firstLine: number, text: string, index: number): Place {
  const before = text.slice(0, index).split("\n");
  return { file, line: firstLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

/**
 * Where a sign of a key's value stands in the file. A value on one line is found there as it is written; of a folded
 * one, whose signs are joined differently, the beginning of the value is near enough.
 */
function within(start: Place, value: string, index: number, lines: readonly string[]): Place {
  const line = lines[start.line - 1] ?? "";
  const from = line.indexOf(value, start.column - 1);
  return from < 0 ? start : { ...start, column: from + index + 1 };
}
