import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { keyWords } from "../../functions/content/key-words.ts";
import { schemaOf } from "../../functions/content/schema-of.ts";
import { shapeOf, sourceKinds } from "../../functions/content/source-kinds.ts";
import type { SourceKind } from "../../functions/content/source-kinds.ts";
import { keysOf } from "../support/keys-of.ts";
import { smallNewsroom } from "../support/small-newsroom.ts";

const content = fileURLToPath(new URL("../../content/", import.meta.url));
const ajv = new Ajv({ allErrors: true, keywords: ["x-field", "x-cites"], allowUnionTypes: true });
const validators = new Map(sourceKinds.map((kind) => [kind, ajv.compile(schemaOf(kind, "en"))]));

function kindOf(path: string): SourceKind | undefined {
  if (path === "newsroom.yaml") return "newsroom";
  if (path === "glossary.yaml") return "glossary";
  if (path.endsWith("/da.md")) return "release";
  if (path.endsWith("/en.md")) return "translation";
  const [folder = ""] = path.split("/");
  const kinds = {
    photos: "photo",
    contacts: "contact",
    programmes: "programme",
    cases: "case",
    bodies: "body",
    pages: "page",
  };
  return path.endsWith(".yaml") && folder in kinds
    ? (kinds[folder as keyof typeof kinds] as SourceKind)
    : undefined;
}

/** What an editor for YAML makes of the file: the keys, with numbers and yes or no guessed as YAML does. */
function keysIn(text: string): unknown {
  return parse(text.startsWith("---") ? text.replace(/^---\n(.*?)^---\n.*$/msu, "$1") : text);
}

function complaints(path: string, text: string): readonly string[] {
  const kind = kindOf(path);
  const validate = kind === undefined ? undefined : validators.get(kind);
  if (validate === undefined || validate(keysIn(text))) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message = "" }) => `${path} ${instancePath} ${message}`,
  );
}

describe("the JSON Schema of a kind of file", () => {
  it.each(sourceKinds)("%s: says in both languages what each key is, and of no other", (kind) => {
    expect(Object.keys(keyWords[kind]).toSorted()).toEqual([...keysOf(shapeOf(kind, "UTC"))].toSorted());
    for (const { da, en } of Object.values(keyWords[kind])) {
      expect(da).not.toBe("");
      expect(en).not.toBe("");
    }
  });

  it("takes every file of the sample newsroom, as an editor for YAML reads it", () => {
    const paths = readdirSync(content, { recursive: true, encoding: "utf-8" }).map((path) =>
      path.replaceAll("\\", "/"),
    );
    const read = paths.filter((path) => kindOf(path) !== undefined);
    expect(read.length).toBeGreaterThan(15);
    expect(read.flatMap((path) => complaints(path, readFileSync(content + path, "utf-8")))).toEqual([]);
  });

  it.each([
    ["contacts/ane.yaml", "name:", "nam:", "must NOT have additional properties"],
    ["releases/2026/bro/da.md", "title: En bro\n", "", "must have required property 'title'"],
    ["releases/2026/bro/da.md", "date: 2026-03-10", "date: i går", "must match pattern"],
    ["releases/2026/bro/da.md", "photos: [bro]", "photos: bro", "must be array"],
    ["bodies/raadet.yaml", ", en: The Council", "", "must have required property 'en'"],
  ])("marks in %s what the check would refuse", (path, from, to, complaint) => {
    const text = String(smallNewsroom[path]);
    expect(text).toContain(from);
    expect(complaints(path, text.replace(from, to)).join("\n")).toContain(complaint);
  });

  it("says what to ask for, and whose id", () => {
    const { properties = {} } = schemaOf("release", "da");
    expect(properties["embargo"]).toMatchObject({ "x-field": "moment", description: expect.any(String) });
    expect(properties["contacts"]).toMatchObject({ items: { "x-field": "id", "x-cites": "contact" } });
    expect(properties["lead"]).toMatchObject({ "x-field": "paragraph" });
    expect(properties["sample"]).toMatchObject({ "x-field": "flag" });
  });
});
