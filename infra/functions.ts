import { Duration, Stack } from "aws-cdk-lib";
import type { IDistribution } from "aws-cdk-lib/aws-cloudfront";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { bundleFolder, environmentNames, headKey, photoAllocator } from "../functions/contract.ts";
import type { FunctionName } from "../functions/contract.ts";
import { acknowledge } from "./acknowledge.ts";
import { allow, allowObjects, pressLambda } from "./press-lambda.ts";
import type { Stage } from "./stage.ts";
import type { Stores } from "./stores.ts";

/** The functions, each with what it needs and nothing else. */
export class Functions extends Construct {
  readonly publish: Lambda;
  /** Says each minute whether what is wanted is live. */
  readonly watch: Lambda;
  /** Events that nobody could make anything of; the next nudge tries again in any case. */
  readonly failed: Queue;

  constructor(scope: Construct, id: string, stage: Stage, stores: Stores, distribution: IDistribution) {
    super(scope, id);
    const { source, held, site, advance, table } = stores;
    const { retention } = stage;
    const buckets = {
      [environmentNames.sourceBucket]: source.bucketName,
      [environmentNames.heldBucket]: held.bucketName,
    };
    const pages = {
      ...buckets,
      [environmentNames.siteBucket]: site.bucketName,
      [environmentNames.advanceBucket]: advance.bucketName,
      [environmentNames.table]: table.tableName,
    };
    this.failed = new Queue(this, "Failed", {
      encryption: QueueEncryption.SQS_MANAGED, // with the alias aws/sqs no other service could put anything in
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const isTheLast = "It is where failed events end; there is nothing behind it.";
    acknowledge(this.failed, { "AwsSolutions-SQS3": isTheLast, "Serverless-SQSRedrivePolicy": isTheLast });

    const makeRenditions = pressLambda(this, "make-renditions", {
      retention,
      environment: { ...buckets, ...photoAllocator },
      // 3 GB are nearly two processors: JPEG and WebP in little more than half the time, at the same price (decision 25).
      memorySize: 3008,
      timeout: Duration.minutes(5),
    });
    const makeKit = pressLambda(this, "make-kit", {
      retention,
      environment: {
        [environmentNames.heldBucket]: held.bucketName,
        [environmentNames.siteBucket]: site.bucketName,
      },
      // Some parts of an archive are in memory, never a photo; the network comes with memory too.
      memorySize: 1024,
      timeout: Duration.minutes(10),
    });
    const renderPages = pressLambda(this, "render-pages", {
      retention,
      environment: {
        ...pages,
        [environmentNames.makeRenditionsFunction]: makeRenditions.functionName,
        [environmentNames.makeKitFunction]: makeKit.functionName,
      },
      memorySize: oneProcessor,
      timeout: Duration.minutes(5),
    });
    this.publish = pressLambda(this, "publish", {
      retention,
      failed: this.failed,
      environment: {
        ...pages,
        [environmentNames.distribution]: distribution.distributionId,
        [environmentNames.renderPagesFunction]: renderPages.functionName,
        [environmentNames.makeRenditionsFunction]: makeRenditions.functionName,
        [environmentNames.makeKitFunction]: makeKit.functionName,
        [environmentNames.code]: codeVersion(),
      },
      memorySize: oneProcessor,
      timeout: Duration.minutes(15), // as long as Lambda lets anything run: the first publication of a large archive
    });

    this.watch = pressLambda(this, "watch", {
      retention,
      failed: this.failed,
      environment: {
        [environmentNames.sourceBucket]: source.bucketName,
        [environmentNames.table]: table.tableName,
      },
      memorySize: 256,
      timeout: Duration.seconds(20),
      untracedBecause: "It looks twice each minute and writes down what it saw.",
    });

    allowObjects(makeRenditions, ["s3:GetObject"], source);
    allowObjects(makeRenditions, ["s3:PutObject"], held);

    allowObjects(makeKit, ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"], held);
    allowObjects(makeKit, ["s3:PutObject", "s3:AbortMultipartUpload"], site);

    for (const maker of [renderPages, this.publish]) {
      allowObjects(maker, ["s3:GetObject"], source, held);
      allowObjects(maker, ["s3:PutObject", "s3:DeleteObject"], site, advance);
      allow(maker, ["dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:BatchWriteItem"], table.tableArn);
    }
    // Without this S3 would say "forbidden" of a kit that nobody made ahead, instead of "not there".
    for (const asker of [makeKit, renderPages, this.publish]) allow(asker, ["s3:ListBucket"], held.bucketArn);
    for (const putter of [renderPages, this.publish])
      allow(putter, ["lambda:InvokeFunction"], makeKit.functionArn, makeRenditions.functionArn);
    // Before the first commit there is no head: without this S3 would say "forbidden" instead of "not there".
    for (const reader of [this.publish, this.watch]) allow(reader, ["s3:ListBucket"], source.bucketArn);
    allow(this.watch, ["s3:GetObject"], source.arnForObjects(headKey));
    allow(this.watch, ["dynamodb:GetItem"], table.tableArn);
    allow(this.publish, ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], table.tableArn);
    allow(this.publish, ["lambda:InvokeFunction"], renderPages.functionArn);
    // What was made from photos whose consent has ended, and kits and pictures that are on the site by now.
    for (const emptier of [renderPages, this.publish]) allowObjects(emptier, ["s3:DeleteObject"], held);
    allow(this.publish, ["cloudfront:CreateInvalidation"], distributionArn(distribution));
  }
}

export function distributionArn(distribution: IDistribution): string {
  return Stack.of(distribution).formatArn({
    service: "cloudfront",
    region: "",
    resource: "distribution",
    resourceName: distribution.distributionId,
  });
}

/** MB at which Lambda gives one processor. Less is slower at the same price, more helps nobody who works alone (decision 25). */
const oneProcessor = 1769;

/** The functions that make bytes of the site. */
const makers = [
  "publish",
  "render-pages",
  "make-renditions",
  "make-kit",
] as const satisfies readonly FunctionName[];

/** Changes whenever a bundle of theirs does: a deployment of new code is then a change of the site. */
function codeVersion(): string {
  const hash = createHash("sha256");
  for (const name of makers) hash.update(readFileSync(`${bundleFolder}/${name}/index.mjs`));
  return hash.digest("hex").slice(0, 16);
}
