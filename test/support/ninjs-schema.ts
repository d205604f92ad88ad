/**
 * What ninjs 1.8 allows of an item: written by us from the standard's description, because no package ships it. As in
 * the standard, a property that it does not know is an error.
 *
 * @see  https://iptc.org/standards/ninjs/ and http://www.iptc.org/std/ninjs/ninjs-schema_1.8.json
 */
const text = { type: "string" };
const moment = { type: "string", format: "date-time" };
const address = { type: "string", format: "uri" };
const number = { type: "number" };

function closed(properties: object, more: object = {}): object {
  return { type: "object", additionalProperties: false, properties, ...more };
}
function listOf(properties: object): object {
  return { type: "array", items: closed(properties) };
}

const contactinfo = {
  type: "array",
  items: closed(
    {
      type: text,
      role: text,
      lang: text,
      name: text,
      value: text,
      address: closed({
        lines: { type: "array", items: text },
        locality: text,
        area: text,
        postalcode: text,
        country: text,
      }),
    },
    { oneOf: [{ required: ["value"] }, { required: ["address"] }] },
  ),
};
const concept = { name: text, rel: text, scheme: address, code: text };

export const ninjsSchema = closed(
  {
    $standard: closed({ name: text, version: text, schema: address }),
    uri: address,
    type: { enum: ["text", "audio", "video", "picture", "graphic", "composite", "component"] },
    mimetype: text,
    representationtype: { enum: ["complete", "incomplete"] },
    profile: text,
    version: text,
    firstcreated: moment,
    versioncreated: moment,
    contentcreated: moment,
    embargoed: moment,
    expires: moment,
    pubstatus: { enum: ["usable", "withheld", "canceled"] },
    urgency: { type: "integer", minimum: 1, maximum: 9 },
    copyrightholder: text,
    copyrightnotice: text,
    usageterms: text,
    ednote: text,
    language: text,
    title: text,
    byline: text,
    headline: text,
    slugline: text,
    located: text,
    charcount: number,
    wordcount: number,
    person: listOf({ ...concept, contactinfo }),
    organisation: listOf({ ...concept, contactinfo }),
    infosource: listOf({ ...concept, contactinfo }),
    subject: listOf({ ...concept, creator: text }),
    event: listOf(concept),
    genre: listOf({ name: text, scheme: address, code: text }),
    altids: { type: "object" },
    rightsinfo: {
      type: "object",
      properties: { langid: address, linkedrights: address, encodedrights: text },
      oneOf: [{ required: ["linkedrights"] }, { required: ["encodedrights"] }],
    },
    renditions: {
      type: "object",
      additionalProperties: false,
      patternProperties: {
        "^[a-zA-Z0-9_]+$": closed({
          href: address,
          mimetype: text,
          title: text,
          height: number,
          width: number,
          sizeinbytes: number,
          format: text,
        }),
      },
    },
    associations: {
      type: "object",
      additionalProperties: false,
      patternProperties: { "^[a-zA-Z0-9_]+$": { $ref: "#" } },
    },
  },
  { required: ["uri"], patternProperties: { "^(?:description|body|headline)_[a-zA-Z0-9_]+$": text } },
);
