import { randomUUID } from "node:crypto";
import { createContext, Script } from "node:vm";
import { fieldsOf, isFields, numberOf, textOf, textsOf, type Fields } from "./plain-value.ts";

/** What a viewer asks, as an edge function is told. */
export interface EdgeRequest {
  readonly method: string;
  /** Without the query; percent-encoded as it came. */
  readonly uri: string;
  /** Without the question mark. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly ip: string;
}

/** What it decides: another address to look for, or an answer. */
export type EdgeVerdict =
  | { readonly kind: "go-on"; readonly uri: string }
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    };

export type EdgeFunction = (request: EdgeRequest) => Promise<EdgeVerdict>;

/** What is about to be answered. Names in lower case. */
export interface EdgeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Looks at an answer before the viewer gets it, and may change its status and headers. */
export type EdgeAnswerFunction = (request: EdgeRequest, answer: EdgeAnswer) => Promise<EdgeAnswer>;

/** 10 KB, from "Quotas on CloudFront Functions". */
const sizeLimit = 10_240;

/** @throws  when it is larger than the edge takes, or has no `handler` */
export function loadEdgeFunction(
  code: string,
  distribution: string,
  log: (text: string) => void = console.log,
): EdgeFunction {
  const call = load(code, log);
  return async (request) => verdictOf(await call(eventOf("viewer-request", request, distribution)));
}

/** @throws  when it is larger than the edge takes, or has no `handler` */
export function loadEdgeAnswerFunction(
  code: string,
  distribution: string,
  log: (text: string) => void = console.log,
): EdgeAnswerFunction {
  const call = load(code, log);
  return async (request, { status, headers }) => {
    const event = eventOf("viewer-response", request, distribution);
    const response = { statusCode: status, statusDescription: "", headers: valuesOf(headers), cookies: {} };
    const told = fieldsOf(await call({ ...event, response }), "What the edge function returned");
    return { status: numberOf(told["statusCode"], "statusCode"), headers: headersOf(told["headers"]) };
  };
}

/** Loads an edge function into a world of its own: no Node, no network, no timers, no code from texts. */
function load(code: string, log: (text: string) => void): (event: Fields) => Promise<unknown> {
  if (Buffer.byteLength(code) > sizeLimit) {
    throw new Error(`The edge function has ${Buffer.byteLength(code)} bytes; the edge takes ${sizeLimit}.`);
  }
  const world: Record<string, unknown> = Object.assign(Object.create(null), { asked: "" });
  createContext(world, { codeGeneration: { strings: false, wasm: false } });
  new Script(
    "const said = []; const console = { log: (...texts) => void said.push(texts.join(' ')) };",
  ).runInContext(world);
  new Script(code, { filename: "edge-function.js" }).runInContext(world);
  if (new Script("typeof handler").runInContext(world) !== "function") {
    throw new Error("The edge function has no function called handler.");
  }
  // Only texts go in and out, so that nothing of this world can be reached from in there.
  const call = new Script(
    "(async () => JSON.stringify({ told: await handler(JSON.parse(asked)), said: said.splice(0) }))()",
  );
  return async (event) => {
    world["asked"] = JSON.stringify(event);
    const answer = fieldsOf(JSON.parse(String(await call.runInContext(world))), "What the edge function did");
    for (const text of textsOf(answer["said"], "console.log")) log(text);
    return answer["told"];
  };
}

/** @see Amazon CloudFront Developer Guide, "CloudFront Functions event structure" */
function eventOf(
  eventType: "viewer-request" | "viewer-response",
  { method, uri, query, headers, ip }: EdgeRequest,
  distributionId: string,
): Fields {
  return {
    version: "1.0",
    context: { eventType, requestId: randomUUID(), distributionId },
    viewer: { ip },
    request: {
      method,
      uri,
      querystring: valuesIn(query),
      headers: valuesOf(headers),
      cookies: {},
    },
  };
}

function valuesOf(headers: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
}

function headersOf(given: unknown): Readonly<Record<string, string>> {
  const named = fieldsOf(given, "headers");
  return Object.fromEntries(
    Object.entries(named).map(([name, value]) => [name, textOf(fieldsOf(value, name)["value"], name)]),
  );
}

function valuesIn(query: string): Fields {
  const values = new Map<string, string[]>();
  for (const part of query.split("&").filter((part) => part !== "")) {
    const [name = "", ...rest] = part.split("=");
    values.set(name, [...(values.get(name) ?? []), rest.join("=")]);
  }
  return Object.fromEntries(
    [...values].map(([name, all]) => [
      name,
      { value: all[0], ...(all.length > 1 && { multiValue: all.map((value) => ({ value })) }) },
    ]),
  );
}

function verdictOf(told: unknown): EdgeVerdict {
  const said = fieldsOf(told, "What the edge function returned");
  if (said["statusCode"] === undefined) {
    return { kind: "go-on", uri: textOf(said["uri"], "The address the edge function returned") };
  }
  return {
    kind: "answer",
    status: numberOf(said["statusCode"], "statusCode"),
    headers: headersOf(said["headers"]),
    body: bodyOf(said["body"]),
  };
}

function bodyOf(body: unknown): string {
  if (body === undefined) return "";
  if (!isFields(body)) return textOf(body, "body");
  const data = textOf(body["data"], "body.data");
  return body["encoding"] === "base64" ? Buffer.from(data, "base64").toString() : data;
}
