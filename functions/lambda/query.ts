import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { createHash } from "node:crypto";
import { dynamoLedger } from "../aws/dynamo-ledger.ts";
import { dynamoRows } from "../aws/dynamo-rows.ts";
import { readEnvironment } from "../aws/environment.ts";
import { answerQuery } from "../pipeline/answer-query.ts";

const environment = readEnvironment("table");
const dynamo = new DynamoDBClient({});
const ports = {
  rows: dynamoRows(dynamo, environment.table),
  ledger: dynamoLedger(dynamo, environment.table),
};

/** Anybody's program may ask, from any page: what is here is public. */
const everywhere = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Link",
};

/** The API: called by CloudFront alone, and answered from the index. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const request = { path: event.rawPath, query: event.queryStringParameters ?? {} };
  const answer = await answerQuery(ports, request);
  if (answer === undefined) {
    const body = `${JSON.stringify({ type: "about:blank", title: "Service Unavailable", status: 503, detail: "Nothing is published here yet. Ask again in a moment." })}\n`;
    const headers = { ...everywhere, "content-type": "application/problem+json", "retry-after": "5" };
    return { statusCode: 503, headers, body };
  }
  const etag = `"${createHash("sha256").update(answer.body).digest("base64url").slice(0, 22)}"`;
  const headers = {
    ...everywhere,
    "content-type": answer.contentType,
    // An embargo that ends is not to be hidden for longer; three seconds already make one question of a thousand.
    "cache-control": "public, max-age=0, must-revalidate, s-maxage=3",
    etag,
    ...(answer.next === undefined ? {} : { link: `<${answer.next}>; rel="next"` }),
  };
  const known = event.headers["if-none-match"]?.split(/\s*,\s*/).map((one) => one.replace(/^W\//, ""));
  if (answer.status === 200 && known?.includes(etag) === true) return { statusCode: 304, headers };
  return { statusCode: answer.status, headers, body: answer.body };
}
