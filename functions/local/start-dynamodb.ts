import { mkdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as after } from "node:timers/promises";
import dynalite from "dynalite";
import { answeredBy } from "./dynalite-answer.ts";
import { runtimeItself, unsignedAuthorization } from "./home.ts";
import { listen } from "./listen.ts";
import { fieldsOf, isFields, textOf, type Fields } from "./plain-value.ts";
import { callerOf } from "./s3/caller.ts";

export interface DynamoDbCall {
  /** The access key id that signed. */
  readonly caller: string | undefined;
  /** "BatchWriteItem" */
  readonly operation: string;
  /** "table", or "table/index/name" */
  readonly tables: readonly string[];
}

export interface DynamoDb {
  readonly url: string;
  /** No-op when it exists. */
  createTable(name: string, properties: Fields): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts DynamoDB on loopback, kept in a folder.
 *
 * @param onCall  awaited before each call is carried out; an Error with a number `status` and a string `code` is
 *                answered as that refusal
 */
export async function startDynamoDb(
  dir: string,
  onCall: (call: DynamoDbCall) => Promise<void>,
): Promise<DynamoDb> {
  mkdirSync(dir, { recursive: true });
  const server = dynalite({ path: dir, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const carriedOut = answeredBy(server);
  const underWay = new Set<Promise<void>>();
  server.keepAliveTimeout = 60_000;
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const answered = answer(request, response)
      .catch((error: unknown) => refuse(response, error))
      .finally(() => underWay.delete(answered));
    underWay.add(answered);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const [, operation = ""] = String(request.headers["x-amz-target"] ?? "").split(".");
    const caller = callerOf(request.headers.authorization, new URLSearchParams());
    await onCall({ caller, operation, tables: tablesIn(body) });
    const { status, headers, body: told } = await carriedOut(request, body);
    response.writeHead(status, headers).end(told);
  }

  const url = `http://127.0.0.1:${await listen(server, 0)}`;
  return {
    url,
    createTable: (name, properties) => createTable(url, name, properties),
    async close() {
      // The engine throws, where nobody can catch it, when its data go away under a call; so the calls go first.
      await Promise.race([Promise.all(underWay), after(2000, undefined, { ref: false })]);
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined || error === null ? resolve() : reject(error)));
        server.closeAllConnections(); // the SDK keeps them open, and the engine's own close waits for them
      });
    },
  };
}

function tablesIn(body: Buffer): string[] {
  let asked: unknown;
  try {
    asked = JSON.parse(body.toString());
  } catch (error) {
    if (error instanceof SyntaxError) return []; // the engine refuses it in AWS's own words
    throw error;
  }
  if (!isFields(asked)) return [];
  const items = asked["RequestItems"];
  if (isFields(items)) return Object.keys(items);
  const table = asked["TableName"];
  if (typeof table !== "string") return [];
  const index = asked["IndexName"];
  return [typeof index === "string" ? `${table}/index/${index}` : table];
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const known = error instanceof Error && "status" in error && "code" in error;
  if (!known) console.error("DynamoDB at home failed.", error);
  const code = known ? String(error.code) : "InternalError";
  const body = JSON.stringify({
    __type: `com.amazon.coral.service#${namesOfDynamoDb[code] ?? code}`,
    message: error instanceof Error ? error.message : String(error),
  });
  // 400, not 403: DynamoDB says AccessDeniedException with it.
  const status = code === "AccessDenied" ? 400 : known ? Number(error.status) : 500;
  response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(body);
}

const namesOfDynamoDb: Readonly<Record<string, string>> = {
  AccessDenied: "AccessDeniedException",
  InternalError: "InternalServerError",
};

async function createTable(url: string, name: string, properties: Fields): Promise<void> {
  const indexes = properties["GlobalSecondaryIndexes"];
  const asked = {
    TableName: name,
    AttributeDefinitions: properties["AttributeDefinitions"],
    KeySchema: properties["KeySchema"],
    BillingMode: "PAY_PER_REQUEST",
    ...(Array.isArray(indexes) && { GlobalSecondaryIndexes: indexes.map(indexOf) }),
  };
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": "DynamoDB_20120810.CreateTable",
      "x-amz-date": "20260101T000000Z", // the engine wants one, and does not look at it
      authorization: unsignedAuthorization(runtimeItself, "dynamodb"),
    },
    body: JSON.stringify(asked),
  });
  const told = await answer.text();
  if (answer.ok || told.includes("ResourceInUseException")) return;
  throw new Error(`The table ${name} could not be created: ${told}`);
}

/** Only what the engine knows of an index: names, keys and what is copied. */
function indexOf(given: unknown): Fields {
  const { IndexName, KeySchema, Projection } = fieldsOf(given, "GlobalSecondaryIndexes");
  return { IndexName: textOf(IndexName, "IndexName"), KeySchema, Projection };
}
