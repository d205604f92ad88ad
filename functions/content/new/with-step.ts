import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { ParsedNode, YAMLMap } from "yaml";
import { writtenMap } from "./written.ts";

/**
 * A case's file with one more step, where its date belongs, and nothing else changed: comments, blank lines and what stands
 * on either side stay as they are.
 *
 * @param step  its keys and values, with `date`: "2026-06-18"
 * @returns     undefined where the steps are written in a way that only a person can add to
 */
export function withStep(text: string, step: Readonly<Record<string, unknown>>): string | undefined {
  const document = parseDocument(text, { schema: "failsafe", version: "1.2", logLevel: "silent" });
  const { contents } = document;
  if (document.errors.length > 0 || (contents !== null && (!isMap(contents) || contents.flow === true)))
    return undefined;
  const steps = contents?.items.find(({ key }) => isScalar(key) && key.value === "steps");
  if (contents === null || steps === undefined) return below(text, ["steps:", ...itemOf(step, "  ")]);
  const list = steps.value as ParsedNode | null;
  if (isEmpty(list)) {
    const [from, to] = [steps.key.range[1], list?.range[1] ?? steps.key.range[1] + 1];
    return `${text.slice(0, from)}:\n${itemOf(step, "  ").join("\n")}${text.slice(to)}`;
  }
  if (list === null || !isSeq(list) || list.flow === true || !list.items.every((item) => isMap(item)))
    return undefined;

  const items = list.items as readonly YAMLMap.Parsed[];
  const indent = /^[ ]*/.exec(lineAt(text, lineStart(text, items[0]?.range[0] ?? 0)))?.[0] ?? "  ";
  const lines = itemOf(step, indent);
  const later = items.find((item) => String(item.get("date") ?? "") > String(step["date"]));
  if (later !== undefined) return inserted(text, aboveComments(text, lineStart(text, later.range[0])), lines);
  const last = items.at(-1);
  return last === undefined ? undefined : inserted(text, endOfValue(text, last.range[1]), lines);
}

/** Nothing stands behind the key, or no step. */
function isEmpty(list: ParsedNode | null): boolean {
  return list === null || (isScalar(list) && list.value === "") || (isSeq(list) && list.items.length === 0);
}

function itemOf(step: Readonly<Record<string, unknown>>, indent: string): readonly string[] {
  return writtenMap(step)
    .trimEnd()
    .split("\n")
    .map((line, index) => `${indent}${index === 0 ? "- " : "  "}${line}`);
}

/** The lines before that place, which is the start of a line. */
function inserted(text: string, at: number, lines: readonly string[]): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const before = text.slice(0, at);
  const added = lines.map((line) => line + end).join("");
  return before === "" || before.endsWith("\n")
    ? `${before}${added}${text.slice(at)}`
    : `${before}${end}${added.trimEnd()}`;
}

function below(text: string, lines: readonly string[]): string {
  return inserted(text, text.length, lines);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? undefined : end);
}

/** What is said above an item belongs to it. */
function aboveComments(text: string, start: number): number {
  let at = start;
  while (at > 0) {
    const before = lineStart(text, at - 1);
    if (!lineAt(text, before).trimStart().startsWith("#")) break;
    at = before;
  }
  return at;
}

/** The start of the line below the one in which a value ends, with its comment. */
function endOfValue(text: string, offset: number): number {
  const within = text.slice(0, offset).trimEnd().length;
  const end = text.indexOf("\n", within);
  return end < 0 ? text.length : end + 1;
}
