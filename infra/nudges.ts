import { Duration } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { CfnBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { headKey, tickSeconds } from "../functions/contract.ts";
import type { Functions } from "./functions.ts";

/** What wakes the publisher. It matters to nobody which of them it was. */
export class Nudges extends Construct {
  constructor(scope: Construct, id: string, source: Bucket, { publish, watch, failed }: Functions) {
    super(scope, id);
    // The bucket's own property: the construct for it brings a hidden function and a custom resource along.
    const bucket = source.node.defaultChild;
    if (!(bucket instanceof CfnBucket)) throw new TypeError("The source bucket is not made of a CfnBucket.");
    bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };

    const wake = (lambda: Lambda) =>
      new LambdaFunction(lambda, {
        retryAttempts: 2,
        maxEventAge: Duration.minutes(5),
        deadLetterQueue: failed,
      });
    new Rule(this, "NewHead", {
      description: "A commit was sent.",
      eventPattern: {
        source: ["aws.s3"],
        detailType: ["Object Created"],
        detail: { bucket: { name: [source.bucketName] }, object: { key: [headKey] } },
      },
      targets: [wake(publish)],
    });
    new Rule(this, "Tick", {
      description: "Something may be due, or have been missed.",
      schedule: Schedule.rate(Duration.seconds(tickSeconds)),
      targets: [wake(publish), wake(watch)],
    });
  }
}
