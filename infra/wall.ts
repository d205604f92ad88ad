import { Duration } from "aws-cdk-lib";
import {
  AlarmStatusWidget,
  Color,
  Dashboard,
  GraphWidget,
  Metric,
  PeriodOverride,
  SingleValueWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Alarm, IMetric } from "aws-cdk-lib/aws-cloudwatch";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { edgeRegion } from "../functions/contract.ts";
import { counted } from "./alarms.ts";
import type { Watched } from "./alarms.ts";
import type { Functions } from "./functions.ts";
import type { Readers } from "./readers.ts";

interface OnTheWall {
  readonly functions: Functions;
  readonly readers: Readers;
  readonly watched: readonly Watched[];
  readonly alarms: readonly Alarm[];
  readonly queues: readonly IQueue[];
}

/** A screen for the wall of the press office: is it live, does it come through, is it read. */
export class Wall extends Construct {
  constructor(scope: Construct, id: string, { functions, readers, alarms, queues }: OnTheWall) {
    super(scope, id);
    const { publish, watch } = functions;
    const wall = new Dashboard(this, "Dashboard", {
      periodOverride: PeriodOverride.INHERIT,
      defaultInterval: Duration.hours(24),
    });
    if (alarms.length > 0) {
      wall.addWidgets(
        new AlarmStatusWidget({ title: "Is anything wrong?", alarms: [...alarms], width: 24, height: 3 }),
      );
    }
    wall.addWidgets(
      new SingleValueWidget({
        title: "Waiting to go live (1 = yes) · seconds overdue",
        metrics: [counted(watch, "headWaiting", "Maximum"), counted(watch, "secondsOverdue", "Maximum")],
        width: 8,
      }),
      new SingleValueWidget({
        title: "Published · refused · steps overdue, in a day",
        metrics: (["published", "refused", "overdue"] as const).map((name) =>
          counted(publish, name, "Sum", 1440),
        ),
        width: 8,
      }),
      new SingleValueWidget({
        title: "Events put aside",
        metrics: queues.map((queue) =>
          queue.metricApproximateNumberOfMessagesVisible({ statistic: "Maximum" }),
        ),
        width: 8,
      }),
    );
    wall.addWidgets(
      graph("From commit to live", [counted(publish, "milliseconds", "p95", 5)]),
      graph("Objects put and deleted", [
        counted(publish, "put", "Sum", 5),
        counted(publish, "deleted", "Sum", 5),
      ]),
      graph("Publisher: woken, failed, throttled", [
        publish.metricInvocations(),
        publish.metricErrors({ color: Color.RED }),
        publish.metricThrottles({ color: Color.ORANGE }),
      ]),
    );
    const atTheEdge = (metricName: string, statistic: string) =>
      new Metric({
        namespace: "AWS/CloudFront",
        metricName,
        dimensionsMap: { DistributionId: readers.distribution.distributionId, Region: "Global" },
        statistic,
        region: edgeRegion,
        period: Duration.minutes(5),
      });
    wall.addWidgets(
      graph("Readers: requests", [atTheEdge("Requests", "Sum")]),
      graph("Readers: bytes", [atTheEdge("BytesDownloaded", "Sum")]),
      graph("Readers: answers with 4xx and 5xx, in per cent", [
        atTheEdge("4xxErrorRate", "Average"),
        atTheEdge("5xxErrorRate", "Average"),
      ]),
    );
  }
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 8, height: 6, leftYAxis: { min: 0 } });
}
