import { LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";
import type { ParsedNode, YAMLMap } from "yaml";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";
import { yamlProblems } from "./yaml-problems.ts";

/** What YAML says before anyone knows what is wanted: every scalar is the text that stands in the file. */
export type Raw = string | readonly Raw[] | { readonly [key: string]: Raw };

/**
 * A piece of YAML with the place of everything in it, by path: "contacts.1", "alt.da". `keyPlaces` are the places of
 * the keys themselves, `places` of their values.
 */
export interface YamlTree {
  readonly value: Raw | undefined;
  readonly start: Place;
  readonly places: ReadonlyMap<string, Place>;
  readonly keyPlaces: ReadonlyMap<string, Place>;
  readonly problems: readonly Problem[];
}

/** Keys and facts never need more, and YAML's worst cases grow with the square of it. */
const largestYaml = 100_000;

/**
 * Reads YAML without ever guessing a type: "no", "2008-05-27" and "1e3" stay text. Anchors, aliases and merge keys
 * are refused unexpanded: they make a short file mean a long one. After an error of syntax `value` is undefined.
 */
export function readYaml(text: string, file: string, firstLine: number): YamlTree {
  const lineCounter = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const start = { file, line: firstLine, column: 1 };
  const walk: Walk = { place, places: new Map(), keyPlaces: new Map(), problems: [] };
  if (text.length > largestYaml) {
    return {
      ...walk,
      value: undefined,
      start,
      problems: [yamlProblems.tooLarge(start, text.length, largestYaml)],
    };
  }

  const document = parseDocument(text, {
    schema: "failsafe",
    version: "1.2",
    uniqueKeys: false, // found below, with the place of the second
    prettyErrors: false,
    logLevel: "silent",
    lineCounter,
  });
  const [error] = [...document.errors, ...document.warnings]; // one slip makes the parser stumble on: only the first is the author's
  if (error) {
    const at = place(error.pos[0]);
    return {
      ...walk,
      value: undefined,
      start,
      problems: [yamlProblems.syntax(at, error.code, error.message)],
    };
  }
  const { contents } = document;
  return { value: contents ? rawOf(contents, [], walk) : {}, start, ...walk };
}

interface Walk {
  readonly place: (offset: number) => Place;
  readonly places: Map<string, Place>;
  readonly keyPlaces: Map<string, Place>;
  readonly problems: Problem[];
}

function rawOf(node: ParsedNode, path: readonly (string | number)[], walk: Walk): Raw {
  const at = walk.place(node.range[0]);
  walk.places.set(path.join("."), at);
  if (isAlias(node) || node.anchor !== undefined) {
    walk.problems.push(yamlProblems.alias(at));
    return "";
  }
  if (isMap(node)) return mapOf(node, path, walk);
  if (isSeq(node)) return node.items.map((item, index) => rawOfItem(item, [...path, index], walk));
  return isScalar(node) ? String(node.value ?? "") : "";
}

function rawOfItem(item: unknown, path: readonly (string | number)[], walk: Walk): Raw {
  if (isPair(item)) throw new TypeError("A failsafe YAML list holds no pairs."); // only !!omap and !!pairs make them
  return rawOf(item as ParsedNode, path, walk);
}

function mapOf(node: YAMLMap.Parsed, path: readonly (string | number)[], walk: Walk): Raw {
  // Without a prototype, "__proto__" and "constructor" are keys like any other, and unknown ones.
  const raw: Record<string, Raw> = Object.create(null) as Record<string, Raw>;
  for (const { key, value } of node.items) {
    const at = walk.place(key.range[0]);
    if (isAlias(key) || (isScalar(key) && (key.anchor !== undefined || key.value === "<<"))) {
      walk.problems.push(yamlProblems.alias(at));
      continue;
    }
    if (!isScalar(key)) {
      walk.problems.push(yamlProblems.syntax(at, "KEY_NOT_TEXT", "A key is a list or a group"));
      continue;
    }
    const name = String(key.value ?? "");
    if (name in raw) {
      walk.problems.push(yamlProblems.duplicateKey(at, name));
      continue;
    }
    const inner = [...path, name];
    walk.keyPlaces.set(inner.join("."), at);
    if (value) raw[name] = rawOf(value, inner, walk);
    else {
      walk.places.set(inner.join("."), at); // "{ title }": a key of a flow map without a colon
      raw[name] = "";
    }
  }
  return raw;
}
