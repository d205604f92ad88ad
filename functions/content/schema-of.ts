import * as z from "zod";
import { keyWords } from "./key-words.ts";
import type { Locale } from "./locale.ts";
import { shapeOf } from "./source-kinds.ts";
import type { SourceKind } from "./source-kinds.ts";

/**
 * A JSON Schema as far as ours go, draft 7: what editors of YAML understand. `x-field` says what to ask for, `x-cites`
 * the kind whose ids may be written.
 */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly string[];
  readonly [word: string]: unknown;
}

/**
 * The keys of a kind of file as a JSON Schema, with what each key is in one language. Made from the shape by which
 * files are read, so that what an editor offers is what the check takes. It says less than the check: whether an id
 * is anybody's, or an hour exists, only the check knows.
 */
export function schemaOf(kind: SourceKind, locale: Locale): JsonSchema {
  const schema = z.toJSONSchema(shapeOf(kind, "Europe/Copenhagen"), { io: "input", target: "draft-7" });
  return described(schema as JsonSchema, "", { kind, locale });
}

interface Of {
  readonly kind: SourceKind;
  readonly locale: Locale;
}

function described(schema: JsonSchema, path: string, of: Of): JsonSchema {
  const words = wordsFor(path, of);
  return {
    ...schema,
    ...(words === undefined ? {} : { description: words }),
    ...(schema.anyOf === undefined ? {} : { anyOf: schema.anyOf.map((one) => described(one, path, of)) }),
    ...(isOne(schema.items) ? { items: described(schema.items, path, of) } : {}),
    ...(schema.properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([key, inner]) => [
              key,
              described(inner, path === "" ? key : `${path}.${key}`, of),
            ]),
          ),
        }),
  };
}

function isOne(items: JsonSchema["items"]): items is JsonSchema {
  return items !== undefined && !Array.isArray(items);
}

function wordsFor(path: string, { kind, locale }: Of): string | undefined {
  const last = path.split(".").at(-1);
  if (last === "da") return { da: "på dansk", en: "in Danish" }[locale];
  if (last === "en") return { da: "på engelsk", en: "in English" }[locale];
  return keyWords[kind][path]?.[locale];
}
