import { Document, isMap, isScalar, isSeq, visit } from "yaml";
import { shapeOf } from "../source-kinds.ts";
import type { SourceKind } from "../source-kinds.ts";
import { folderOf } from "../unit-of.ts";
import { asked, partsOf } from "./asked.ts";
import type { Answers, Asked, NewKind } from "./asked.ts";

/** Where the files of it lie: "contacts/ane-aakjaer", "releases/2026/sti-ved-moellen". */
export function unitOfNew(kind: Exclude<NewKind, "step">, answers: Answers): string {
  const id = answers["id"] ?? "";
  return kind === "release"
    ? `releases/${(answers["date"] ?? "").slice(0, 4)}/${id}`
    : `${folderOf(kind)}/${id}`;
}

/** The texts of the files that answers make, by path. A photo's picture goes beside its own. */
export function filesOfNew(
  kind: Exclude<NewKind, "step">,
  answers: Answers,
): Readonly<Record<string, string>> {
  const unit = unitOfNew(kind, answers);
  if (kind !== "release") return { [`${unit}.yaml`]: yamlOf(kind, keysOf(kind, kind, answers)) };
  const danish = yamlOf("release", keysOf(kind, "release", answers));
  const english = yamlOf("translation", keysOf(kind, "translation", answers));
  return {
    [`${unit}/da.md`]: `---\n${danish}---\n`,
    ...(answers["title-en"] === undefined ? {} : { [`${unit}/en.md`]: `---\n${english}---\n` }),
  };
}

/** A step as it stands in its case: keys and values. */
export function stepOfNew(answers: Answers): Readonly<Record<string, unknown>> {
  const { steps } = keysOf("step", "case", answers) as { steps: readonly Record<string, unknown>[] };
  const [step = {}] = steps;
  const order = ["id", "body", "date", "action", "subject", "outcome"];
  return inOrder(step, order);
}

/** A map as authors write it: what is in both languages on one line, lists of words too. */
export function writtenMap(value: object): string {
  const document = new Document(value);
  visit(document, {
    Map: (_, node) => {
      const keys = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ""));
      if (keys.every((key) => key === "da" || key === "en")) node.flow = true;
    },
    Seq: (_, node) => {
      if (node.items.every((item) => !isMap(item) && !isSeq(item))) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 }).replaceAll(/^(\w+: )\[ (.*) \]$/gm, "$1[$2]");
}

function keysOf(kind: NewKind, source: SourceKind, answers: Answers): Record<string, unknown> {
  const keys: Record<string, unknown> = {};
  for (const key of asked[kind]) {
    const answer = answers[key.name];
    const isFileName =
      key.kind === source && (key.path === "id" ? source !== "release" : key.path === "file");
    if (key.kind === source && answer !== undefined && !isFileName) put(keys, key, answer);
  }
  return keys;
}

/** Sets the value at its path: a number in it is a place in a list. */
function put(keys: Record<string, unknown>, key: Asked, answer: string): void {
  const names = key.path.split(".");
  let here: Record<string, unknown> = keys;
  for (const [index, name] of names.slice(0, -1).entries()) {
    here[name] ??= /^\d+$/.test(names[index + 1] ?? "") ? [] : {};
    here = here[name] as Record<string, unknown>;
  }
  const [first = "", ...more] = partsOf(key, answer);
  here[names.at(-1) ?? ""] =
    key.many === true ? [first, ...more] : key.isNumber === true ? Number(first) : first;
}

/** With the keys in the order in which the guide has them. */
function yamlOf(kind: SourceKind, keys: Record<string, unknown>): string {
  return writtenMap(inOrder(keys, Object.keys(shapeOf(kind, "UTC").shape)));
}

function inOrder(keys: Record<string, unknown>, order: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(order.filter((key) => key in keys).map((key) => [key, keys[key]]));
}
