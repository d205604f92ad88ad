import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/*
 * What OParl 1.1 asks of each kind of object, field by field and type by type, as the specification's own schemas have it
 * (github.com/OParl/spec, folder schema, and its chapters on lists and on common properties).
 */

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: "string" };
const url: Schema = { type: "string", format: "uri", pattern: "^https?://" };
const moment: Schema = { type: "string", format: "date-time" };
const day: Schema = { type: "string", format: "date" };
const yes: Schema = { type: "boolean" };
const list = (items: Schema): Schema => ({ type: "array", items });
const embedded = (type: string): Schema => ({ $ref: `#/$defs/${type}` });

const fields: Readonly<Record<string, Readonly<Record<string, Schema>>>> = {
  System: {
    oparlVersion: { const: "https://schema.oparl.org/1.1/" },
    otherOparlVersions: list(url),
    body: url,
    name: text,
    contactEmail: text,
    contactName: text,
    website: url,
    vendor: url,
    product: url,
  },
  Body: {
    system: url,
    shortName: text,
    name: text,
    website: url,
    licenseValidSince: moment,
    oparlSince: moment,
    ags: text,
    rgs: text,
    equivalent: list(url),
    contactEmail: text,
    contactName: text,
    organization: url,
    person: url,
    meeting: url,
    paper: url,
    legislativeTerm: { type: "array", maxItems: 0 },
    agendaItem: url,
    consultation: url,
    file: url,
    locationList: url,
    legislativeTermList: url,
    membership: url,
    classification: text,
  },
  Organization: {
    body: url,
    name: text,
    membership: list(url),
    meeting: url,
    shortName: text,
    post: list(text),
    subOrganizationOf: url,
    organizationType: {
      enum: [
        "Gremium",
        "Partei",
        "Fraktion",
        "Verwaltungsbereich",
        "externes Gremium",
        "Institution",
        "Sonstiges",
      ],
    },
    classification: text,
    startDate: day,
    endDate: day,
    website: url,
    externalBody: url,
  },
  Person: {
    body: url,
    name: text,
    familyName: text,
    givenName: text,
    formOfAddress: text,
    affix: text,
    title: list(text),
    gender: text,
    phone: list(text),
    email: list(text),
    status: list(text),
    membership: list(embedded("Membership")),
    life: text,
    lifeSource: text,
  },
  Membership: {
    person: url,
    organization: url,
    role: text,
    votingRight: yes,
    startDate: day,
    endDate: day,
    onBehalfOf: url,
  },
  Meeting: {
    name: text,
    meetingState: text,
    cancelled: yes,
    start: moment,
    end: moment,
    organization: list(url),
    participant: list(url),
    agendaItem: list(embedded("AgendaItem")),
  },
  AgendaItem: {
    meeting: url,
    number: text,
    order: { type: "integer" },
    name: text,
    public: yes,
    consultation: url,
    result: text,
    resolutionText: text,
    auxiliaryFile: list(embedded("File")),
    start: moment,
    end: moment,
  },
  Paper: {
    body: url,
    name: text,
    reference: text,
    date: day,
    paperType: text,
    relatedPaper: list(url),
    superordinatedPaper: list(url),
    subordinatedPaper: list(url),
    mainFile: embedded("File"),
    auxiliaryFile: list(embedded("File")),
    originatorPerson: list(url),
    underDirectionOf: list(url),
    originatorOrganization: list(url),
    consultation: list(embedded("Consultation")),
  },
  Consultation: {
    paper: url,
    agendaItem: url,
    meeting: url,
    organization: list(url),
    authoritative: yes,
    role: text,
  },
  File: {
    name: text,
    fileName: text,
    mimeType: text,
    date: day,
    size: { type: "integer", minimum: 1 },
    sha512Checksum: text,
    text,
    accessUrl: url,
    downloadUrl: url,
    externalServiceUrl: url,
    masterFile: url,
    derivativeFile: list(url),
    fileLicense: url,
    meeting: list(url),
    agendaItem: list(url),
    paper: list(url),
  },
};

/** Beside `id`, `type`, `created` and `modified`, which all have. */
const required: Readonly<Record<string, readonly string[]>> = {
  System: ["oparlVersion", "body"],
  Body: [
    "name",
    "organization",
    "person",
    "meeting",
    "paper",
    "legislativeTerm",
    "agendaItem",
    "consultation",
    "file",
    "locationList",
    "legislativeTermList",
    "membership",
  ],
  File: ["accessUrl"],
};

const always = { id: url, created: moment, modified: moment };

/** What is deleted has nothing left but that. */
const deleted: Schema = {
  type: "object",
  properties: { ...always, type: text, deleted: { const: true } },
  required: ["id", "type", "created", "modified", "deleted"],
  additionalProperties: false,
};

const objects = Object.fromEntries(
  Object.entries(fields).map(([type, own]) => [
    type,
    {
      type: "object",
      properties: {
        ...always,
        type: { const: `https://schema.oparl.org/1.1/${type}` },
        license: url,
        keyword: list(text),
        web: url,
        ...own,
      },
      patternProperties: { "^presserum:": true },
      required: ["id", "type", "created", "modified", ...(required[type] ?? [])],
      additionalProperties: false,
    },
  ]),
);

const listPage: Schema = {
  type: "object",
  properties: {
    data: { type: "array", items: { anyOf: [...Object.keys(fields).map(embedded), deleted] } },
    pagination: {
      type: "object",
      properties: Object.fromEntries(
        ["totalElements", "elementsPerPage", "currentPage", "totalPages"].map((name) => [
          name,
          { type: "integer" },
        ]),
      ),
      additionalProperties: false,
    },
    links: {
      type: "object",
      properties: Object.fromEntries(
        ["first", "prev", "self", "next", "last", "web"].map((name) => [name, url]),
      ),
      additionalProperties: false,
    },
  },
  required: ["data", "pagination", "links"],
  additionalProperties: false,
};

const ajv = new Ajv2020({
  allErrors: true,
  schemas: [{ $id: "oparl", $defs: { ...objects, list: listPage, deleted } }],
});
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);

/** What is wrong with an object by the schema of its type, or with a page of a list; undefined where nothing is. */
export function wrongInOparl(name: string, value: unknown): unknown {
  const validate = ajv.getSchema(`oparl#/$defs/${name}`);
  if (validate === undefined) throw new Error(`OParl knows no ${name}.`);
  return validate(value) === true ? undefined : validate.errors;
}
