import { describe, expect, it } from "vitest";
import { kinds } from "../../functions/content/entry.ts";
import { locales } from "../../functions/content/locale.ts";
import { schemaOf } from "../../functions/content/schema-of.ts";
import type { JsonSchema } from "../../functions/content/schema-of.ts";
import { folderOf } from "../../functions/content/unit-of.ts";
import { editorConfig } from "../../functions/editor/editor-config.ts";
import type { EditorField } from "../../functions/editor/editor-fields.ts";

const configIn = (locale: "da" | "en") =>
  editorConfig({
    backend: { name: "github", repo: "region/newsroom" },
    content: "content/",
    largest: 1,
    locale,
    site: "https://presse.example",
  });

function fieldsOf(kind: (typeof kinds)[number], locale: "da" | "en" = "da"): readonly EditorField[] {
  const name = kind === "newsroom" ? "newsroom" : folderOf(kind);
  const collection = configIn(locale).collections.find((one) => one.name === name);
  return collection?.fields ?? collection?.files?.[0]?.fields ?? [];
}

/** "budget.exact", and whether it has to be filled in. */
function keysIn(schema: JsonSchema, above = ""): readonly (readonly [string, boolean])[] {
  if (schema.anyOf !== undefined) {
    // A line that may stand for a group has no keys, and is asked for as the group.
    const groups = schema.anyOf.filter(({ properties }) => properties !== undefined);
    const each = groups.map((one) => new Map(keysIn(one, above)));
    const all = new Set(each.flatMap((keys) => [...keys.keys()]));
    return [...all].map((key) => [key, each.every((keys) => keys.get(key) === true || isBelowLanguage(key))]);
  }
  if (schema.type === "array" && !Array.isArray(schema.items))
    return keysIn((schema.items ?? {}) as JsonSchema, above);
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [
    [above + key, schema.required?.includes(key) === true] as const,
    ...keysIn(inner, `${above}${key}.`),
  ]);
}
const isBelowLanguage = (key: string) => /\.(?:da|en)$/.test(key);

function keysOf(fields: readonly EditorField[], above = ""): readonly (readonly [string, boolean])[] {
  return fields.flatMap((field) => [
    [above + field.name, field.required === true] as const,
    ...keysOf(field.fields ?? [], `${above}${field.name}.`),
  ]);
}

describe("the forms of the editor", () => {
  it.each(kinds.filter((kind) => kind !== "release"))(
    "have every key of a %s, needed where the check needs it",
    (kind) => {
      const asked = new Map(keysOf(fieldsOf(kind)));
      const wanted = new Map(keysIn(schemaOf(kind, "da")));
      expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(wanted));
    },
  );

  it("have every key of a release, those of the translation in both languages, and the text", () => {
    const fields = fieldsOf("release");
    const asked = new Map(keysOf(fields));
    const wanted = new Map([
      ...keysIn(schemaOf("translation", "da")),
      ...keysIn(schemaOf("release", "da")),
      ["body", true] as const,
    ]);
    expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(wanted));
    const inBoth = fields.filter(({ i18n }) => i18n === true).map(({ name }) => name);
    expect(new Set(inBoth)).toEqual(
      new Set([...keysIn(schemaOf("translation", "da")).map(([key]) => key), "body"]),
    );
  });

  it.each(locales)("name every key in words (%s), no two of a form alike", (locale) => {
    const check = (fields: readonly EditorField[]): void => {
      const labels = fields.map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
      for (const { name, label, fields: inner, widget } of fields) {
        expect([name, label.includes("_")]).toEqual([name, false]);
        expect(widget).not.toBe("");
        check(inner ?? []);
      }
    };
    for (const kind of kinds) check(fieldsOf(kind, locale));
  });

  it("offer the entries of the kind that a key cites", () => {
    const fields = new Map(fieldsOf("release").map((field) => [field.name, field]));
    expect(fields.get("contacts")).toMatchObject({
      widget: "relation",
      collection: "contacts",
      multiple: true,
    });
    expect(fields.get("case")).toMatchObject({ widget: "relation", collection: "cases" });
    expect(fields.get("photos")).toMatchObject({ widget: "relation", collection: "photos", multiple: true });
  });

  it("leave a text as it is written", () => {
    expect(fieldsOf("release").find(({ name }) => name === "body")).toMatchObject({
      modes: ["raw"],
      editor_components: [],
    });
  });
});
