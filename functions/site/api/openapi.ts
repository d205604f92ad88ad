import { stepActions, stepOutcomes, weekdays } from "../../content/entry.ts";
import { apiAnswerAge, apiFolder, apiReleaseLists, oparlParameters } from "../../contract.ts";
import { oparlPath, oparlTypes } from "../oparl/ids.ts";
import { apiPath } from "../paths.ts";
import { pageSize } from "./page-size.ts";
import { collections } from "./records.ts";

const apiRoot = `/${apiFolder}`;

type Schema = Readonly<Record<string, unknown>>;

/**
 * What the API is, for programs and for those who write them.
 *
 * @param url  the newsroom's
 * @see        https://spec.openapis.org/oas/v3.1.1.html
 */
export function openApi(url: string): object {
  return {
    openapi: "3.1.1",
    info: {
      title: "Press room",
      version: "1.0.0",
      summary: "Releases, contacts, programmes, cases and bodies, in Danish and English.",
      description: [
        "Everything that is public on the site, and nothing else: no key, no cookie, from any origin.",
        `Answers are at most five seconds behind the site, carry an ETag, and may be kept for ${apiAnswerAge} seconds.`,
        `A list gives up to ${pageSize.most} items at a time, ${pageSize.usual} where nothing is said; \`next\` is the address of what follows, and is absent on the last page. A page may hold fewer items than asked for.`,
        "What goes wrong is told as application/problem+json (RFC 9457).",
        "A field may be added at any time; what is here keeps its name and its meaning under this version.",
      ].join("\n\n"),
    },
    servers: [{ url: url + apiPath }],
    paths: {
      "/releases": {
        get: list(
          "listReleases",
          "Releases, the newest first",
          "ReleaseSummary",
          apiReleaseLists.map((name) =>
            parameter(
              name,
              `Only those of this ${name}. By one list at a time.`,
              name === "month" ? monthSchema : idSchema,
            ),
          ),
        ),
      },
      "/releases/{id}": { get: one("getRelease", "One release", "Release", true) },
      ...oparlPaths(url),
      ...Object.assign(
        {},
        ...Object.entries(collections).map(([collection, kind]) => {
          const name = capital(kind);
          return {
            [`/${collection}`]: {
              get: list(`list${capital(collection)}`, `${capital(collection)}, by id`, name, []),
            },
            [`/${collection}/{id}`]: { get: one(`get${name}`, `One of the ${collection}`, name, false) },
          };
        }),
      ),
    },
    components: { schemas },
  };
}

/** Its objects are described where OParl is. @see https://oparl.org/spezifikation/ */
function oparlPaths(url: string): object {
  const servers = [{ url: url + apiRoot }];
  const base = oparlPath.slice(apiRoot.length);
  const object = { type: "object", properties: { id: address, type: address }, required: ["id", "type"] };
  const page = {
    type: "object",
    properties: {
      data: { type: "array", items: object },
      pagination: { type: "object" },
      links: { type: "object" },
    },
    required: ["data", "pagination", "links"],
  };
  const type = (description: string, names: readonly string[]) => ({
    name: "type",
    in: "path",
    required: true,
    description,
    schema: { enum: names },
  });
  const moments = oparlParameters.filter((name) => /_(?:since|until)$/.test(name));
  return {
    [`${base}/system`]: {
      servers,
      get: {
        operationId: "getOparlSystem",
        summary: "OParl 1.1: where it begins",
        parameters: [],
        responses: { 200: answer("A System.", object) },
      },
    },
    [`${base}/{type}`]: {
      servers,
      get: {
        operationId: "listOparl",
        summary: "OParl 1.1: an external list",
        parameters: [
          type("What the list is of.", ["body", ...oparlTypes, "locationList", "legislativeTermList"]),
          ...paging,
          ...moments.map((name) => parameter(name, "As OParl has it; a moment with its offset.", instant)),
        ],
        responses: { 200: answer("A page of the list.", page), 400: problem("What to ask instead.") },
      },
    },
    [`${base}/{type}/{id}`]: {
      servers,
      get: {
        operationId: "getOparlObject",
        summary: "OParl 1.1: one object",
        parameters: [
          type("What it is.", ["body", ...oparlTypes]),
          { name: "id", in: "path", required: true, schema: { type: "string", pattern: "^[a-z0-9.-]+$" } },
        ],
        responses: {
          200: answer("It, or that it is deleted.", object),
          404: problem("There is none, or none yet."),
        },
      },
    },
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function list(operationId: string, summary: string, item: string, parameters: readonly object[]): object {
  const page = object({ items: { type: "array", items: ref(item) } }, { next: address });
  return {
    operationId,
    summary,
    parameters: [...parameters, ...paging],
    responses: { 200: answer("A page of the list.", page), 400: problem("What to ask instead.") },
  };
}

function one(operationId: string, summary: string, name: string, canBeGone: boolean): object {
  return {
    operationId,
    summary,
    parameters: [{ name: "id", in: "path", required: true, schema: idSchema }],
    responses: {
      200: answer("It.", ref(name)),
      404: problem("There is none of that id, or none yet."),
      ...(canBeGone ? { 410: problem("It was withdrawn; the reason is in `detail`.") } : {}),
    },
  };
}

function parameter(name: string, description: string, schema: Schema): object {
  return { name, in: "query", description, schema };
}

function answer(description: string, schema: Schema): object {
  return { description, content: { "application/json": { schema } } };
}

function problem(description: string): object {
  return { description, content: { "application/problem+json": { schema: ref("Problem") } } };
}

function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

const paging = [
  parameter("limit", "How many at most.", {
    type: "integer",
    minimum: 1,
    maximum: pageSize.most,
    default: pageSize.usual,
  }),
  parameter("cursor", "Where to go on: as `next` of the page before has it.", { type: "string" }),
];

/** Closed, so that a test finds a field that is given and not described. */
function object(
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
    unevaluatedProperties: false,
  };
}

const text: Schema = { type: "string" };
const yesOrNo: Schema = { type: "boolean" };
const address: Schema = { type: "string", format: "uri" };
const day: Schema = { type: "string", format: "date" };
const instant: Schema = { type: "string", format: "date-time" };
const idSchema: Schema = { type: "string", pattern: "^[a-z0-9-]+$" };
const monthSchema: Schema = { type: "string", pattern: "^\\d{4}-(0[1-9]|1[0-2])$", examples: ["2008-05"] };
const hash: Schema = { type: "string", pattern: "^[0-9a-f]{64}$" };
const both = object({ da: text, en: text });
const texts: Schema = { type: "array", items: both };

/** In Danish always; in English where there is a translation. */
function inLanguages(schema: Schema): Schema {
  return object({ da: schema }, { en: schema });
}

const named = { id: idSchema, self: address, url: inLanguages(address), sample: yesOrNo };
const headline = {
  ...named,
  title: inLanguages(text),
  lead: inLanguages(text),
  date: day,
  released: instant,
  topics: { type: "array", items: text },
};

const schemas: Readonly<Record<string, Schema>> = {
  ReleaseSummary: object(headline, { corrected: instant, programme: idSchema }),
  Release: object(
    {
      ...headline,
      contacts: { type: "array", items: idSchema },
      photos: { type: "array", items: object({ id: idSchema, url: inLanguages(address) }) },
      corrections: {
        type: "array",
        items: object({ at: instant, change: { enum: ["major", "minor"] }, note: both }),
      },
      formats: object({
        json: { ...inLanguages(address), description: "ninjs 1.8" },
        markdown: inLanguages(address),
        text: inLanguages(address),
      }),
      sha256: { ...inLanguages(hash), description: "Of the text, as the page cites it." },
    },
    { corrected: instant, programme: idSchema, case: idSchema },
  ),
  Contact: object(
    {
      ...named,
      name: text,
      type: { enum: ["person", "desk"] },
      roles: { type: "array", items: object({ title: both }, { body: idSchema, department: both }) },
      hours: {
        type: "array",
        items: object({ days: { type: "array", items: { enum: [...weekdays] } }, from: text, to: text }),
        description: "When somebody answers, by the newsroom's clock.",
      },
      noSms: { ...yesOrNo, description: "The numbers take no text messages." },
      vcard: inLanguages(address),
    },
    {
      phone: { type: "string", description: "E.164" },
      mobile: { type: "string", description: "E.164" },
      email: text,
      party: both,
      seat: both,
      historicalOn: { ...day, description: "True of that day, and perhaps of no other." },
    },
  ),
  Programme: object(
    {
      ...named,
      name: both,
      summary: both,
      covers: texts,
      sectors: texts,
      contacts: { type: "array", items: idSchema },
      formats: object({ csv: inLanguages(address), json: inLanguages(address) }),
    },
    {
      period: object({ from: { type: "integer" }, to: { type: "integer" } }),
      budget: object(
        { exact: { type: "number" }, currency: { type: "string", description: "ISO 4217" } },
        { rounded: { type: "number", description: "As texts round it." } },
      ),
      aim: both,
      targetGroup: both,
    },
  ),
  Case: object(
    {
      ...named,
      title: both,
      steps: {
        type: "array",
        items: object(
          {
            id: idSchema,
            body: idSchema,
            date: day,
            action: { enum: [...stepActions] },
            subject: both,
            state: { enum: ["done", "pending", "overdue"] },
          },
          { outcome: { enum: [...stepOutcomes] } },
        ),
      },
      documents: {
        type: "array",
        items: object(
          {
            title: both,
            language: { type: "string", description: "What it is written in, by ISO 639-1." },
            type: { const: "application/pdf" },
            bytes: { type: "integer" },
            pages: { type: "integer" },
            url: address,
          },
          { date: day, step: { ...idSchema, description: "The step that it belongs to." } },
        ),
      },
      calendar: { ...inLanguages(address), description: "The coming steps, as iCalendar." },
    },
    { number: text, programme: idSchema },
  ),
  Body: object({ ...named, name: both, remit: both, calendar: inLanguages(address) }, { homepage: address }),
  Problem: object({
    type: text,
    title: text,
    status: { type: "integer" },
    detail: { type: "string", description: "What is wrong, and what to do." },
  }),
};
