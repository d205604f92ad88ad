import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import type { Stack } from "aws-cdk-lib";
import { Alarms, counted, functionsBelow, queuesBelow, sumOf } from "./alarms.ts";
import { Wall } from "./wall.ts";
import type { Watched } from "./alarms.ts";
import type { Functions } from "./functions.ts";
import { decided } from "./stage.ts";
import type { Stage } from "./stage.ts";
import type { Readers } from "./readers.ts";

const five = { period: Duration.minutes(5), statistic: "Sum" };

/**
 * Everything that can keep a release from going live, or let one out too early, as somebody would want to be told of it.
 * Comes last: it looks at all functions and queues that are in the stack by then.
 */
export class PressRoomWatch extends Construct {
  constructor(stack: Stack, id: string, { alarms }: Stage, functions: Functions, readers: Readers) {
    super(stack, id);
    const { publish, watch } = functions;
    const others = functionsBelow(stack).filter((one) => one !== publish);
    const watched: readonly Watched[] = [
      {
        name: "head-waiting",
        meaning: "For five minutes the newest commit has been neither live nor refused, or nobody looked.",
        metric: counted(watch, "headWaiting", "Maximum"),
        threshold: 1,
        times: 5,
        silenceIsBad: true,
      },
      {
        name: "change-overdue",
        meaning: "An embargo has ended, or a day has begun, and the site does not show it.",
        metric: counted(watch, "secondsOverdue", "Maximum"),
        threshold: 60,
        times: 2,
      },
      {
        name: "nobody-woken",
        meaning: "The publisher has not been woken for five minutes, though a clock does it each minute.",
        metric: publish.metricInvocations(five),
        threshold: 1,
        tooFew: true,
        silenceIsBad: true,
      },
      {
        name: "publication-failed",
        meaning: "A publication broke off; the next nudge takes it up.",
        metric: publish.metricErrors(five),
        threshold: 1,
        times: 2, // one that mends itself within five minutes is in the log
      },
      {
        name: "publication-slow",
        meaning: "A publication took more than a minute.",
        metric: counted(publish, "milliseconds", "Maximum", 5),
        threshold: 60_000,
      },
      {
        name: "commit-refused",
        meaning: "A commit was sent whose content has to be mended first; the site stays as it was.",
        metric: counted(publish, "refused", "Sum", 5),
        threshold: 1,
      },
      {
        name: "step-overdue",
        meaning: "The day of a decision has passed, and its outcome is not recorded.",
        metric: counted(publish, "overdue", "Sum", 5),
        threshold: 1,
      },
      {
        name: "event-given-up",
        meaning: "An event failed three times and was put aside.",
        metric: sumOf(
          queuesBelow(stack).map((queue) =>
            queue.metricApproximateNumberOfMessagesVisible({ ...five, statistic: "Maximum" }),
          ),
          "events put aside",
        ),
        threshold: 1,
      },
      {
        name: "function-failed",
        meaning: "A function that others call has failed.",
        metric: sumOf(
          others.map((one) => one.metricErrors(five)),
          "errors",
        ),
        threshold: 1,
        times: 2,
      },
      {
        name: "function-throttled",
        meaning: "The account runs as many functions at once as it may, and ours had to wait.",
        // Of the account as a whole: who takes the room of whom does not matter to those who wait.
        metric: new Metric({ namespace: "AWS/Lambda", metricName: "Throttles", ...five }),
        threshold: 1,
        times: 2,
      },
    ];
    const email = decided(alarms)?.email;
    const made = email === undefined ? [] : new Alarms(this, "Alarms", email, watched).all;
    new Wall(this, "Wall", { functions, readers, watched, alarms: made, queues: queuesBelow(stack) });
  }
}
