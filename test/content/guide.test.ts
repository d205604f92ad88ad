import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type * as z from "zod";
import { englishState } from "../../functions/content/mark.ts";
import { problemCodes, warningCodes } from "../../functions/content/problem.ts";
import * as shapes from "../../functions/content/shapes.ts";
import { memoryRows } from "../../functions/pipeline/memory-rows.ts";
import { readChanges } from "../../functions/pipeline/read-changes.ts";
import { keysOf } from "../support/keys-of.ts";
import { memorySources } from "../support/memory-sources.ts";
import type { Files } from "../support/memory-sources.ts";
import { plainPdf } from "../support/pdf-fixture.ts";

const guide = readFileSync(fileURLToPath(new URL("../../content/README.md", import.meta.url)), "utf-8");
const zone = "Europe/Copenhagen";

/** The guide's section on each kind, the shape that it explains, and the files that show it. */
const kinds: readonly (readonly [string, z.ZodType, RegExp])[] = [
  ["A press release", shapes.releaseShape(zone), /^releases\/.*\/da\.md$/],
  ["A press release", shapes.translationShape, /^releases\/.*\/en\.md$/],
  ["A photo", shapes.photoShape(zone), /^photos\//],
  ["A contact", shapes.contactShape, /^contacts\//],
  ["A programme", shapes.programmeShape(zone), /^programmes\//],
  ["A case", shapes.caseShape(zone), /^cases\//],
  ["A body", shapes.bodyShape, /^bodies\//],
  ["A page", shapes.pageShape, /^pages\//],
  ["The glossary", shapes.glossaryShape, /^glossary\.yaml$/],
  ["The newsroom", shapes.newsroomShape, /^newsroom\.yaml$/],
];

/** Each file that the guide shows whole: its path on a line of its own, then the block. */
const examples: Readonly<Record<string, string>> = Object.fromEntries(
  [...guide.matchAll(/^`([^`]+)`:\n\n```(?:yaml|md)\n(.*?)^```$/gmsu)].map(([, path = "", text = ""]) => [
    path,
    text,
  ]),
);

/** The guide without its blocks: a heading in an example begins no section. */
const prose = guide.replaceAll(/^```.*?^```$/gmsu, "");

function section(title: string): string {
  return prose.split(/^## /mu).find((part) => part.startsWith(`${title}\n`)) ?? "";
}

function firstColumn(part: string): readonly string[] {
  return [...part.matchAll(/^\| `([^`]+)`/gmu)].map(([, key = ""]) => key);
}

function keysIn(value: unknown, before = ""): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => keysIn(each, before));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    before + key,
    ...keysIn(inner, `${before}${key}.`),
  ]);
}

async function readExamples() {
  const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#4a6" } })
    .jpeg()
    .toBuffer();
  const photos = Object.keys(examples)
    .filter((path) => path.startsWith("photos/"))
    .map((path) => [path.replace(".yaml", ".jpg"), jpeg] as const);
  const files: Files = {
    ...examples,
    ...Object.fromEntries(photos),
    "cases/sti-ved-moellen/indstilling.pdf": plainPdf(2),
  };
  const sources = memorySources();
  const { tree } = sources.commit(files);
  return readChanges({ sources, rows: memoryRows() }, { tree: undefined, also: [] }, tree);
}

describe("the author's guide", () => {
  it("shows files that are right, the whole newsroom of them", async () => {
    const { problems, units } = await readExamples();
    expect(problems).toEqual([]);
    expect(units.length).toBeGreaterThanOrEqual(10);
  });

  it("shows a translation that follows its Danish text", async () => {
    const { units } = await readExamples();
    const states = units.flatMap(({ after }) =>
      after?.entry.kind === "release" ? [[englishState(after.entry), after.entry.translations.da.mark]] : [],
    );
    expect(states).toContainEqual(["current", expect.any(String)]);
    expect(states.map(([state]) => state)).not.toContain("stale");
  });

  it.each(kinds)("%s: explains every key, and shows each in an example", (title, shape, files) => {
    const keys = keysOf(shape);
    expect(keys.length).toBeGreaterThan(1);
    expect(firstColumn(section(title))).toEqual(expect.arrayContaining([...keys]));
    const shown = Object.entries(examples)
      .filter(([path]) => files.test(path))
      .flatMap(([, text]) => keysIn(parse(text.replace(/^---\n(.*?)^---\n.*$/msu, "$1"))));
    expect(keys.filter((key) => !shown.includes(key))).toEqual([]);
  });

  it.each([...new Set(kinds.map(([title]) => title))])("%s: explains no key that is not", (title) => {
    const keys = kinds.filter(([other]) => other === title).flatMap(([, shape]) => keysOf(shape));
    expect(firstColumn(section(title)).filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("has every warning, and no other", () => {
    const listed = firstColumn(section("What may be right and often is not"));
    expect(listed.toSorted()).toEqual([...warningCodes].toSorted());
  });

  it("has every mistake that can be told, and no other", () => {
    expect(firstColumn(section("What can be wrong")).toSorted()).toEqual([...problemCodes].toSorted());
  });
});
