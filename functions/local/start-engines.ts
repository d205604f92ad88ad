import { request } from "node:http";
import { join } from "node:path";
import type { CallGate } from "./call-gate.ts";
import { home, runtimeItself, unsignedAuthorization } from "./home.ts";
import { AccessDenied } from "./policies.ts";
import type { Resource } from "./resolve-template.ts";
import { s3Deeds } from "./s3-deeds.ts";
import { startS3, type Call, type S3Engine } from "./s3/start-s3.ts";
import { startDynamoDb, type DynamoDb, type DynamoDbCall } from "./start-dynamodb.ts";

/** Starts S3 with the buckets of the template. What is there from before stays. */
export async function startBuckets(
  dataDir: string,
  resources: readonly Resource[],
  gate: CallGate,
): Promise<S3Engine> {
  const engine = await startS3({
    dir: join(dataDir, "s3"),
    onRequest: (call) => passS3(gate, engine.url, call),
  });
  for (const one of resources) if (one.type === "AWS::S3::Bucket") engine.createBucket(one.name);
  return engine;
}

/** Starts DynamoDB with the tables of the template. What is there from before stays. */
export async function startTables(
  dataDir: string,
  resources: readonly Resource[],
  gate: CallGate,
): Promise<DynamoDb> {
  const engine = await startDynamoDb(join(dataDir, "dynamodb"), (call) => passDynamoDb(gate, call));
  const tables = resources.filter(({ type }) => /^AWS::DynamoDB::(?:Global)?Table$/.test(type));
  for (const { name, properties } of tables) await engine.createTable(name, properties);
  return engine;
}

async function passS3(gate: CallGate, url: string, call: Call): Promise<void> {
  const { action, bucket, key, copySource, credential } = call;
  const caller = credential ?? "unknown";
  const resource = key === undefined ? bucket : `${bucket}/${key}`;
  await gate.pass({ caller, service: "s3", operation: action, resource }, s3Deeds(call));

  const reads = action === "GetObject" || action === "HeadObject";
  const read = reads ? resource : copySource;
  if (read === undefined || caller === runtimeItself) return;
  // Whoever may not list a bucket is not told that an object is missing: S3 says 403, not 404.
  const from = read.slice(0, read.indexOf("/"));
  if (gate.allows(caller, { action: "s3:ListBucket", arn: `arn:aws:s3:::${from}` })) return;
  if (await exists(url, read)) return;
  throw new AccessDenied(caller, { action: "s3:ListBucket", arn: `arn:aws:s3:::${from}` });
}

/** @param object  "bucket/key", decoded */
function exists(url: string, object: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const path = `/${object.split("/").map(encodeURIComponent).join("/")}`;
  const headers = { authorization: unsignedAuthorization(runtimeItself, "s3") };
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method: "HEAD", headers });
    asked.once("error", reject);
    asked.once("response", (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.end();
  });
}

function passDynamoDb(gate: CallGate, call: DynamoDbCall): Promise<void> {
  const { operation, tables } = call;
  return gate.pass(
    {
      caller: call.caller ?? "unknown",
      service: "dynamodb",
      operation,
      resource: tables.map((table) => table.replace(/\/.*$/, "")).join(","),
    },
    (tables.length === 0 ? ["*"] : tables).map((table) => ({
      action: `dynamodb:${operation}`,
      arn: `arn:aws:dynamodb:${home.region}:${home.account}:table/${table}`,
    })),
  );
}
