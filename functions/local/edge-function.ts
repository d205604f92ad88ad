import { randomUUID } from "node:crypto";
import { createContext, Script } from "node:vm";
import { fieldsOf, isFields, numberOf, textOf, type Fields } from "./plain-value.ts";

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

/** 10 KB, from "Quotas on CloudFront Functions". */
const sizeLimit = 10_240;

/**
 * Loads an edge function into a world of its own: no Node, no network, no timers, no code from texts.
 *
 * @throws  when it is larger than the edge takes, or has no `handler`
 */
export function loadEdgeFunction(code: string, distribution: string): EdgeFunction {
  if (Buffer.byteLength(code) > sizeLimit) {
    throw new Error(`The edge function has ${Buffer.byteLength(code)} bytes; the edge takes ${sizeLimit}.`);
  }
  const world: Record<string, unknown> = Object.assign(Object.create(null), { asked: "" });
  createContext(world, { codeGeneration: { strings: false, wasm: false } });
  new Script(code, { filename: "edge-function.js" }).runInContext(world);
  if (new Script("typeof handler").runInContext(world) !== "function") {
    throw new Error("The edge function has no function called handler.");
  }
  // Only texts go in and out, so that nothing of this world can be reached from in there.
  const call = new Script("(async () => JSON.stringify(await handler(JSON.parse(asked))))()");
  return async (request) => {
    world["asked"] = JSON.stringify(eventOf(request, distribution));
    const told: unknown = await call.runInContext(world);
    return verdictOf(JSON.parse(String(told)));
  };
}

/** @see Amazon CloudFront Developer Guide, "CloudFront Functions event structure" */
function eventOf({ method, uri, query, headers, ip }: EdgeRequest, distributionId: string): Fields {
  return {
    version: "1.0",
    context: { eventType: "viewer-request", requestId: randomUUID(), distributionId },
    viewer: { ip },
    request: {
      method,
      uri,
      querystring: valuesIn(query),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }])),
      cookies: {},
    },
  };
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
  const headers = Object.entries(fieldsOf(said["headers"], "headers")).map(([name, given]) => [
    name,
    textOf(fieldsOf(given, name)["value"], name),
  ]);
  return {
    kind: "answer",
    status: numberOf(said["statusCode"], "statusCode"),
    headers: Object.fromEntries(headers),
    body: bodyOf(said["body"]),
  };
}

function bodyOf(body: unknown): string {
  if (body === undefined) return "";
  if (!isFields(body)) return textOf(body, "body");
  const data = textOf(body["data"], "body.data");
  return body["encoding"] === "base64" ? Buffer.from(data, "base64").toString() : data;
}
