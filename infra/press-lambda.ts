import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as Lambda, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import type { FunctionProps } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { existsSync } from "node:fs";
import { atHome, bundleFolder, cloudBundleFolder, handlerName } from "../functions/contract.ts";
import type { FunctionName } from "../functions/contract.ts";
import { acknowledge, acknowledgeAnyObject } from "./acknowledge.ts";
import type { Stage } from "./stage.ts";
import { objectsIn } from "./stores.ts";

export type PressLambdaProps = Required<Pick<FunctionProps, "environment" | "memorySize" | "timeout">> & {
  readonly retention: Stage["retention"];
  /** Where an event goes that failed three times. Whoever calls and waits for the answer needs none. */
  readonly failed?: IQueue;
  /** Why each of its runs leaves no trace of its own; a traced run is paid for. */
  readonly untracedBecause?: string;
};

/**
 * A function of ours: on arm64, with the bundle of its name, a log that ends, traces, and a role that may write that log
 * and nothing else until `allow` says so.
 */
export function pressLambda(scope: Construct, name: FunctionName, props: PressLambdaProps): Lambda {
  const { retention, failed, environment, untracedBecause, ...given } = props;
  const logGroup = new LogGroup(scope, `${name}-log`, {
    retention: daysOf(retention.logs),
    removalPolicy: RemovalPolicy.DESTROY, // what went wrong in a press room that is no more interests nobody
  });
  const role = new Role(scope, `${name}-role`, {
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    description: `What the function ${name} of the press room may do.`,
  });
  role.addToPolicy(
    // Not the managed policy of Lambda: that lets a function write into every log of the account.
    new PolicyStatement({
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [logGroup.logGroupArn],
    }),
  );
  const lambda = new Lambda(scope, name, {
    ...given,
    role,
    logGroup,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64, // a fifth cheaper for the same work
    handler: handlerName,
    code: Code.fromAsset(assetOf(scope, name)),
    environment: { ...environment, NODE_OPTIONS: "--enable-source-maps" },
    // Lambda's own segments; without the tracer's SDK, which is larger than our functions.
    tracing: untracedBecause === undefined ? Tracing.ACTIVE : Tracing.DISABLED,
    ...(failed === undefined
      ? {}
      : { onFailure: new SqsDestination(failed), retryAttempts: 2, maxEventAge: Duration.minutes(5) }),
  });
  acknowledge(lambda, {
    "Serverless-LambdaDLQ":
      "Its failure destination gets the error along with the event, which a dead-letter queue does not.",
    ...(failed === undefined
      ? {
          "Serverless-LambdaAsyncFailureDestination":
            "Whoever calls it waits for the answer, and gets the failure.",
        }
      : {}),
  });
  if (untracedBecause === undefined) {
    acknowledge(role, {
      "AwsSolutions-IAM5[Resource::*]": "Only for X-Ray, whose actions know no resources.",
    });
  } else {
    acknowledge(lambda, { "Serverless-LambdaTracing": untracedBecause });
  }
  return lambda;
}

/** @param resources  ARNs; of a table's index, the index's own */
export function allow(who: Lambda, actions: readonly string[], ...resources: readonly string[]): void {
  who.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
}

/** @param actions  on objects: "s3:GetObject" lets HeadObject through as well */
export function allowObjects(who: Lambda, actions: readonly string[], ...buckets: readonly IBucket[]): void {
  allow(who, actions, ...buckets.map(objectsIn));
  if (who.role !== undefined) acknowledgeAnyObject(who.role, ...buckets);
}

/** CloudWatch Logs keeps logs for certain numbers of days only. */
function daysOf(logs: number): RetentionDays {
  const known = Object.values(RetentionDays).filter((one) => typeof one !== "string");
  const found = new Map<number, RetentionDays>(known.map((days) => [days, days])).get(logs);
  if (found === undefined)
    throw new RangeError(`CloudWatch keeps no log for ${logs} days; see RetentionDays.`);
  return found;
}

/** The bundle for the cloud, with binaries for its processor, where it was built and is wanted; else the one that runs here. */
function assetOf(scope: Construct, name: FunctionName): string {
  const cloud = `${cloudBundleFolder}/${name}`;
  const isHome = scope.node.tryGetContext(atHome) === true;
  return !isHome && existsSync(cloud) ? cloud : `${bundleFolder}/${name}`;
}
