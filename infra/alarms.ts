import { Duration } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  MathExpression,
  Metric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import type { IMetric } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { metricNamespace } from "../functions/contract.ts";
import type { publicationMetrics, watchMetrics } from "../functions/contract.ts";
import { acknowledge } from "./acknowledge.ts";

/** When somebody is to be told. The name is that of its entry in the runbook. */
export interface Watched {
  readonly name: string;
  /** What it means for a reader or an author: one sentence. */
  readonly meaning: string;
  readonly metric: IMetric;
  /** From this on. */
  readonly threshold: number;
  /** So many times in a row; once when left out. */
  readonly times?: number;
  /** Fewer than the threshold, instead of as many. */
  readonly tooFew?: boolean;
  /** Whether no numbers at all are as bad as bad ones. */
  readonly silenceIsBad?: boolean;
}

/** Tells one address by mail. */
export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  constructor(scope: Construct, id: string, email: string, watched: readonly Watched[]) {
    super(scope, id);
    // Without a key: with the alias aws/sns CloudWatch could not say a word.
    const topic = new Topic(this, "Topic", { enforceSSL: true, displayName: "Presserum" });
    topic.addSubscription(new EmailSubscription(email));
    acknowledge(topic, {
      "Serverless-SNSRedrivePolicy": "Mail that does not arrive is the mail server's to keep.",
    });
    this.all = watched.map((one) => {
      const alarm = new Alarm(this, one.name, {
        alarmDescription: `${one.meaning} What to do: .github/runbook.md, ${one.name}`,
        metric: one.metric,
        threshold: one.threshold,
        evaluationPeriods: one.times ?? 1,
        comparisonOperator:
          one.tooFew === true
            ? ComparisonOperator.LESS_THAN_THRESHOLD
            : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData:
          one.silenceIsBad === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic)); // so that nobody goes on looking for what has mended itself
      return alarm;
    });
  }
}

/** What a function of ours logs as a number, in minutes. */
export function counted(
  who: IFunction,
  metricName: keyof typeof publicationMetrics | keyof typeof watchMetrics,
  statistic: "Sum" | "Maximum" | "p95",
  minutes = 1,
): Metric {
  return new Metric({
    namespace: metricNamespace,
    metricName,
    dimensionsMap: { functionName: who.functionName },
    statistic,
    period: Duration.minutes(minutes),
  });
}

/** All functions and queues below a construct, also those that are added to it later in the file of another. */
export function functionsBelow(scope: Construct): readonly Lambda[] {
  return scope.node.findAll().filter((one) => one instanceof Lambda);
}
export function queuesBelow(scope: Construct): readonly Queue[] {
  return scope.node.findAll().filter((one) => one instanceof Queue);
}

/** The sum of one metric over many, in five minutes. */
export function sumOf(metrics: readonly IMetric[], label: string): IMetric {
  const named = Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric]));
  return new MathExpression({
    expression: `SUM(METRICS())`,
    usingMetrics: named,
    label,
    period: Duration.minutes(5),
  });
}
