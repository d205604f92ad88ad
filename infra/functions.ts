import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import type { IDistribution } from "aws-cdk-lib/aws-cloudfront";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as Lambda, Runtime } from "aws-cdk-lib/aws-lambda";
import type { FunctionProps } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import {
  bundleFolder,
  cloudBundleFolder,
  environmentNames,
  functionNames,
  handlerName,
} from "../functions/contract.ts";
import type { FunctionName } from "../functions/contract.ts";
import { objectsIn } from "./stores.ts";
import type { Stores } from "./stores.ts";

/** The three functions, each with what it needs and nothing else. */
export class Functions extends Construct {
  readonly publish: Lambda;

  constructor(scope: Construct, id: string, stores: Stores, distribution: IDistribution) {
    super(scope, id);
    const { source, held, site, table } = stores;
    const buckets = {
      [environmentNames.sourceBucket]: source.bucketName,
      [environmentNames.heldBucket]: held.bucketName,
    };
    const pages = {
      ...buckets,
      [environmentNames.siteBucket]: site.bucketName,
      [environmentNames.table]: table.tableName,
    };

    const makeRenditions = this.lambda("make-renditions", {
      environment: buckets,
      // sharp holds some hundred MB of a photo of 100 megapixels, and CPU comes with memory: 3 GB are nearly two cores.
      memorySize: 3008,
      timeout: Duration.minutes(5),
    });
    const renderPages = this.lambda("render-pages", {
      environment: pages,
      memorySize: 1024,
      timeout: Duration.minutes(5),
    });
    this.publish = this.lambda("publish", {
      environment: {
        ...pages,
        [environmentNames.distribution]: distribution.distributionId,
        [environmentNames.renderPagesFunction]: renderPages.functionName,
        [environmentNames.makeRenditionsFunction]: makeRenditions.functionName,
        [environmentNames.code]: codeVersion(),
      },
      memorySize: 1024,
      timeout: Duration.minutes(15), // as long as Lambda lets anything run: the first publication of a large archive
      // What fails three times is kept here for an operator to look at; the next nudge tries again in any case.
      deadLetterQueue: new Queue(this, "Failed", {
        encryption: QueueEncryption.SQS_MANAGED,
        enforceSSL: true,
        retentionPeriod: Duration.days(14),
      }),
    });

    allow(makeRenditions, ["s3:GetObject"], objectsIn(source));
    allow(makeRenditions, ["s3:PutObject"], objectsIn(held));

    for (const maker of [renderPages, this.publish]) {
      allow(maker, ["s3:GetObject"], objectsIn(source), objectsIn(held));
      allow(maker, ["s3:PutObject", "s3:DeleteObject"], objectsIn(site));
      allow(maker, ["dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:BatchWriteItem"], table.tableArn);
    }
    // Before the first commit there is no head: without this S3 would say "forbidden" instead of "not there".
    allow(this.publish, ["s3:ListBucket"], source.bucketArn);
    allow(this.publish, ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], table.tableArn);
    allow(this.publish, ["lambda:InvokeFunction"], renderPages.functionArn, makeRenditions.functionArn);
    allow(this.publish, ["cloudfront:CreateInvalidation"], distributionArn(distribution));
  }

  private lambda(
    name: FunctionName,
    props: Required<Pick<FunctionProps, "environment" | "memorySize" | "timeout">> &
      Pick<FunctionProps, "deadLetterQueue">,
  ): Lambda {
    return new Lambda(this, name, {
      ...props,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64, // a fifth cheaper for the same work
      handler: handlerName,
      code: Code.fromAsset(assetOf(name)),
      environment: { ...props.environment, NODE_OPTIONS: "--enable-source-maps" },
      logGroup: new LogGroup(this, `${name}-log`, {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    });
  }
}

function allow(who: Lambda, actions: string[], ...resources: string[]): void {
  who.addToRolePolicy(new PolicyStatement({ actions, resources }));
}

function distributionArn(distribution: IDistribution): string {
  return Stack.of(distribution).formatArn({
    service: "cloudfront",
    region: "",
    resource: "distribution",
    resourceName: distribution.distributionId,
  });
}

/** The bundle for the cloud, with sharp for its processor, where it was built; else the one that runs here. */
function assetOf(name: FunctionName): string {
  const cloud = `${cloudBundleFolder}/${name}`;
  return existsSync(cloud) ? cloud : `${bundleFolder}/${name}`;
}

/** Changes whenever a bundle does: a deployment of new code is then a change of the site. */
function codeVersion(): string {
  const hash = createHash("sha256");
  for (const name of functionNames) hash.update(readFileSync(`${bundleFolder}/${name}/index.mjs`));
  return hash.digest("hex").slice(0, 16);
}
