import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { dynamoLedger } from "../aws/dynamo-ledger.ts";
import { dynamoRows } from "../aws/dynamo-rows.ts";
import { readEnvironment } from "../aws/environment.ts";
import { lambdaKits, lambdaPictures } from "../aws/lambda-workers.ts";
import { s3Held } from "../aws/s3-held.ts";
import { s3Site } from "../aws/s3-site.ts";
import { s3Sources } from "../aws/s3-sources.ts";
import { systemClock } from "../aws/system-clock.ts";
import { renderPages } from "../pipeline/render-pages.ts";
import type { RenderPagesOrder, RenderPagesResult } from "../pipeline/render-pages.ts";

const environment = readEnvironment(
  "sourceBucket",
  "heldBucket",
  "siteBucket",
  "advanceBucket",
  "table",
  "makeRenditionsFunction",
  "makeKitFunction",
);
const s3 = new S3Client({});
const dynamo = new DynamoDBClient({});
const lambda = new LambdaClient({});
const ports = {
  sources: s3Sources(s3, environment.sourceBucket),
  rows: dynamoRows(dynamo, environment.table),
  ledger: dynamoLedger(dynamo, environment.table),
  site: s3Site(
    s3,
    {
      site: environment.siteBucket,
      advance: environment.advanceBucket,
      held: environment.heldBucket,
      sources: environment.sourceBucket,
    },
    lambdaKits(lambda, environment.makeKitFunction),
  ),
  held: s3Held(s3, environment.heldBucket),
  workers: { drawPictures: lambdaPictures(lambda, environment.makeRenditionsFunction) },
  clock: systemClock,
};

/** One batch of a large publication, called by the publisher and answered when it is done. */
export function handler(order: RenderPagesOrder): Promise<RenderPagesResult> {
  return renderPages(ports, order);
}
