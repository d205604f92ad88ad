import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import type { Context } from "aws-lambda";
import { dynamoLedger } from "../aws/dynamo-ledger.ts";
import { readEnvironment } from "../aws/environment.ts";
import { s3Sources } from "../aws/s3-sources.ts";
import { signsLine } from "../aws/signs-line.ts";
import { systemClock } from "../aws/system-clock.ts";
import { watch } from "../pipeline/watch.ts";
import type { Signs } from "../pipeline/watch.ts";

const environment = readEnvironment("sourceBucket", "table");
const ports = {
  sources: s3Sources(new S3Client({}), environment.sourceBucket),
  ledger: dynamoLedger(new DynamoDBClient({}), environment.table),
  clock: systemClock,
};

/** Woken by the minute. What it logs, CloudWatch counts, and alarms hang on it. */
export async function handler(_event: unknown, { functionName }: Context): Promise<Signs> {
  const signs = await watch(ports);
  console.log(signsLine(signs, functionName, Date.now()));
  return signs;
}
