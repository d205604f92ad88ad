import { stringsOf } from "../../templates/strings.ts";
import type { Kind } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";
import { labels } from "./labels.ts";
import type { JsonSchema } from "../content/schema-of.ts";
import { folderOf } from "../content/unit-of.ts";

/** A field of a form as Sveltia CMS has it. @see https://sveltiacms.app/en/docs/fields */
export interface EditorField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly widget: string;
  /** The languages in which it has to be filled in, or whether it has to be at all. */
  readonly required: boolean | readonly Locale[];
  readonly i18n?: boolean;
  readonly fields?: readonly EditorField[];
  readonly field?: EditorField;
  readonly [option: string]: unknown;
}

/** One field for each key of a shape, in its order: what the check takes, the form asks for. */
export function fieldsOf(schema: JsonSchema, locale: Locale): readonly EditorField[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).map(([name, inner]) =>
    fieldOf(name, inner, required.has(name), locale),
  );
}

function fieldOf(name: string, schema: JsonSchema, required: boolean, locale: Locale): EditorField {
  return { name, ...wordsOf(name, schema, locale), required, ...inputOf(name, schema, locale) };
}

/** A key's label is what the trade calls it; what it is for stands below it. */
function wordsOf(
  name: string,
  { description }: JsonSchema,
  locale: Locale,
): Pick<EditorField, "label" | "hint"> {
  if (name === "da" || name === "en") return { label: languages[locale][name] };
  const label = labels[name]?.[locale] ?? firstWords(description ?? name);
  // "the headline" below "Headline" helps nobody.
  const says = description !== undefined && description.split(" ").length > 3;
  return says ? { label, hint: description } : { label };
}

/** Up to the first pause, for a key that has no name of its own yet. */
function firstWords(description: string): string {
  const [start = description] = description.split(/[,:;(]/);
  return start.trim().replace(/^./, (letter) => letter.toUpperCase());
}

const languages = { da: { da: "Dansk", en: "Engelsk" }, en: { da: "Danish", en: "English" } } as const;

type Input = Pick<EditorField, "widget"> & Readonly<Record<string, unknown>>;

function inputOf(name: string, schema: JsonSchema, locale: Locale): Input {
  if (schema.enum !== undefined)
    return {
      widget: "select",
      options: schema.enum.map((value) => ({ value, label: optionLabel(name, value, locale) })),
      ...defaultOf(schema),
    };
  if (schema.properties !== undefined)
    return { widget: "object", fields: fieldsOf(schema, locale), collapsed: false };
  if (schema.type === "array") return listOf(name, schema, locale);
  switch (schema["x-field"]) {
    case "flag":
      return { widget: "boolean", required: false, default: false };
    case "number":
      return { widget: "number", value_type: Number.isInteger(Number(exampleOf(schema))) ? "int" : "float" };
    case "day":
      return { widget: "datetime", type: "date", format: "YYYY-MM-DD" };
    case "moment":
      return { widget: "datetime", type: "datetime-local", format: "YYYY-MM-DDTHH:mm" };
    case "paragraph":
      return { widget: "text" };
    case "id":
      return schema["x-cites"] === undefined ? lineOf(schema, locale) : citationOf(schema["x-cites"] as Kind);
    default:
      return lineOf(schema, locale);
  }
}

function listOf(name: string, { items }: JsonSchema, locale: Locale): Input {
  if (Array.isArray(items)) {
    const [first = {}] = items as readonly JsonSchema[];
    return {
      widget: "list",
      min: items.length,
      max: items.length,
      field: fieldOf(name, first, true, locale),
    };
  }
  const each = oneOf((items ?? {}) as JsonSchema);
  if (each["x-cites"] !== undefined) return { ...citationOf(each["x-cites"] as Kind), multiple: true };
  if (each.properties !== undefined)
    return { widget: "list", fields: fieldsOf(each, locale), collapsed: "auto" };
  return { widget: "list", field: fieldOf(name, each, true, locale) };
}

/**
 * Where one of several shapes may be written, the form has the fields of all; only what all need is needed. A line that
 * may stand for a group of keys is asked for as the group.
 */
function oneOf(schema: JsonSchema): JsonSchema {
  const groups = (schema.anyOf ?? []).filter(({ properties }) => properties !== undefined);
  if (groups.length === 0) return schema;
  const [first, ...others] = groups.map(({ required = [] }) => required);
  return {
    properties: Object.assign({}, ...groups.map(({ properties }) => properties)) as Record<
      string,
      JsonSchema
    >,
    required: (first ?? []).filter((key) => others.every((keys) => keys.includes(key))),
  };
}

/** The entries of a kind to choose from, by what their files are called: that is their id. */
function citationOf(kind: Kind): Input {
  const display =
    { photo: "alt.da", case: "title.da", page: "title.da", contact: "name" }[kind as string] ?? "name.da";
  return {
    widget: "relation",
    collection: folderOf(kind),
    value_field: "{{slug}}",
    display_fields: [display],
    search_fields: [display],
  };
}

function lineOf(schema: JsonSchema, locale: Locale): Input {
  const pattern = typeof schema["pattern"] === "string" ? schema["pattern"] : undefined;
  const example = exampleOf(schema) || pattern;
  const message = {
    da: `Skal skrives som ${example}.`,
    en: `To be written like ${example}.`,
  }[locale];
  return {
    widget: "string",
    ...(pattern === undefined ? {} : { pattern: [pattern, message] }),
    ...defaultOf(schema),
  };
}

function defaultOf(schema: JsonSchema): object {
  return schema["default"] === undefined ? {} : { default: schema["default"] };
}

function exampleOf({ examples }: JsonSchema): string {
  return Array.isArray(examples) ? String(examples[0] ?? "") : "";
}

function optionLabel(name: string, value: string, locale: Locale): string {
  const strings = stringsOf(locale);
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    action: strings.actions,
    outcome: strings.outcomes,
    change: strings.change,
  };
  return known[name]?.[value] ?? words[locale][value] ?? value;
}

const words: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  da: {
    later: "kommer senere",
    none: "kommer ikke",
    original: "som den blev bragt",
    reconstructed: "genskabt",
    person: "person",
    desk: "vagt eller kontor",
  },
  en: {
    later: "is to come",
    none: "is not to come",
    original: "as it was published",
    reconstructed: "reconstructed",
    person: "person",
    desk: "desk",
  },
};
