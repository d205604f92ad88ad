import { CloudFrontClient } from "@aws-sdk/client-cloudfront";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import type { Context } from "aws-lambda";
import { cloudFrontCache } from "../aws/cloudfront-cache.ts";
import { dynamoLedger } from "../aws/dynamo-ledger.ts";
import { dynamoRows } from "../aws/dynamo-rows.ts";
import { readEnvironment } from "../aws/environment.ts";
import { lambdaKits, lambdaWorkers } from "../aws/lambda-workers.ts";
import { publicationLine } from "../aws/publication-line.ts";
import { s3Held } from "../aws/s3-held.ts";
import { s3Site } from "../aws/s3-site.ts";
import { s3Sources } from "../aws/s3-sources.ts";
import { systemClock } from "../aws/system-clock.ts";
import { webSubHub } from "../aws/websub-hub.ts";
import type { Publication } from "../pipeline/ledger.ts";
import type { Ledger } from "../pipeline/ports.ts";
import { publish } from "../pipeline/publish.ts";

const environment = readEnvironment(
  "sourceBucket",
  "heldBucket",
  "siteBucket",
  "advanceBucket",
  "table",
  "distribution",
  "renderPagesFunction",
  "makeRenditionsFunction",
  "makeKitFunction",
  "code",
);
const s3 = new S3Client({});
const dynamo = new DynamoDBClient({});
const lambda = new LambdaClient({});
const ports = {
  sources: s3Sources(s3, environment.sourceBucket),
  rows: dynamoRows(dynamo, environment.table),
  ledger: dynamoLedger(dynamo, environment.table),
  held: s3Held(s3, environment.heldBucket),
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
  workers: lambdaWorkers(lambda, environment),
  edgeCache: cloudFrontCache(new CloudFrontClient({}), environment.distribution),
  hub: webSubHub,
  clock: systemClock,
  code: environment.code,
};

/** Woken by a new head, by the minute, or by an operator. The event is a nudge: what is in it does not matter. */
export async function handler(
  _event: unknown,
  { awsRequestId, functionName }: Context,
): Promise<readonly Publication[]> {
  const ledger: Ledger = {
    ...ports.ledger,
    async report(publication) {
      await ports.ledger.report(publication);
      console.log(publicationLine(publication, functionName, Date.now()));
    },
  };
  return publish({ ...ports, ledger, publisher: awsRequestId });
}
