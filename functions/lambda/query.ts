import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { createHash } from "node:crypto";
import { dynamoLedger } from "../aws/dynamo-ledger.ts";
import { dynamoRows } from "../aws/dynamo-rows.ts";
import { readEnvironment } from "../aws/environment.ts";
import { apiAnswerAge } from "../contract.ts";
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
  const { status, contentType, next, body } = await answerQuery(ports, request);
  if (status === 503) {
    const headers = { ...everywhere, "content-type": contentType, "retry-after": "5" };
    return { statusCode: status, headers, body };
  }
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = {
    ...everywhere,
    "content-type": contentType,
    "cache-control": `public, max-age=0, must-revalidate, s-maxage=${apiAnswerAge}`,
    etag,
    ...(next === undefined ? {} : { link: `<${next}>; rel="next"` }),
  };
  const isKnown = status === 200 && event.headers["if-none-match"]?.includes(etag) === true;
  return isKnown ? { statusCode: 304, headers } : { statusCode: status, headers, body };
}
