import { randomUUID } from "node:crypto";
import type { CallGate } from "./call-gate.ts";
import { home } from "./home.ts";
import type { Invocations } from "./invocations.ts";
import { matchesPattern } from "./matches-pattern.ts";
import { fieldsOf, listOf, textOf, type Fields } from "./plain-value.ts";
import type { Resource } from "./resolve-template.ts";
import type { ObjectCreated } from "./s3/exchange.ts";

export interface Nudges {
  objectCreated(created: ObjectCreated): void;
  stop(): void;
}

export interface NudgeOptions {
  readonly resources: readonly Resource[];
  readonly invocations: Invocations;
  readonly gate: CallGate;
  /** Whether rules with a schedule run. */
  readonly ticks: boolean;
  readonly now: () => Date;
}

/**
 * Does what EventBridge does: the rules of the template wake functions, by the clock and when an object is stored.
 *
 * @throws  for a schedule or a target that is not known here
 */
export function startNudges({ resources, invocations, gate, ticks, now }: NudgeOptions): Nudges {
  const telling = new Set(resources.filter(tellsEventBridge).map((bucket) => bucket.name));
  const rules = resources
    .filter((one) => one.type === "AWS::Events::Rule" && one.properties["State"] !== "DISABLED")
    .map((one) => ruleOf(one, invocations));

  function wake(rule: Rule, event: Fields): void {
    for (const { name, input } of rule.targets) {
      const host = invocations.find(name);
      if (host === undefined) throw new Error(`${rule.id} wakes ${name}, which is not in the template.`);
      const call = {
        caller: "events",
        service: "lambda",
        operation: "Invoke",
        resource: host.definition.name,
      };
      gate.pass(call, []).then(
        () => invocations.later(host, input ?? JSON.stringify(event)),
        // A nudge that gets lost; the next one makes up for it.
        (error: unknown) => console.error(`The rule ${rule.id} could not wake ${name}.`, error),
      );
    }
  }

  const timers = rules.flatMap((rule) => {
    if (!ticks || rule.every === undefined) return [];
    const tick = () => wake(rule, envelope("aws.events", "Scheduled Event", [rule.arn], {}, now()));
    return [setInterval(tick, rule.every).unref()];
  });

  return {
    objectCreated(created) {
      if (!telling.has(created.bucket)) return;
      const event = objectCreatedEvent(created, now());
      for (const rule of rules) {
        if (rule.pattern !== undefined && matchesPattern(rule.pattern, event)) wake(rule, event);
      }
    },
    stop: () => timers.forEach((timer) => clearInterval(timer)),
  };
}

function tellsEventBridge({ type, properties, id }: Resource): boolean {
  if (type !== "AWS::S3::Bucket") return false;
  const told = fieldsOf(properties["NotificationConfiguration"], id)["EventBridgeConfiguration"];
  return told !== undefined && fieldsOf(told, id)["EventBridgeEnabled"] !== false;
}

interface Rule {
  readonly id: string;
  readonly arn: string;
  readonly pattern: Fields | undefined;
  /** Milliseconds. */
  readonly every: number | undefined;
  /** `input` is sent instead of the event. */
  readonly targets: readonly { readonly name: string; readonly input: string | undefined }[];
}

function ruleOf({ id, arn, properties }: Resource, invocations: Invocations): Rule {
  const pattern = properties["EventPattern"];
  const schedule = properties["ScheduleExpression"];
  return {
    id,
    arn,
    pattern: pattern === undefined ? undefined : fieldsOf(pattern, `${id}.EventPattern`),
    every: schedule === undefined ? undefined : intervalOf(textOf(schedule, id), id),
    targets: listOf(properties["Targets"]).map((one) => {
      const target = fieldsOf(one, `${id}.Targets`);
      const name = textOf(target["Arn"], `${id}.Targets`);
      if (target["InputPath"] !== undefined || target["InputTransformer"] !== undefined) {
        throw new Error(`${id} changes its events before it sends them, which is not known at home.`);
      }
      if (invocations.find(name) === undefined) {
        throw new Error(`${id} has a target that is not a function: ${name}.`);
      }
      const input = target["Input"];
      return { name, input: input === undefined ? undefined : textOf(input, `${id}.Input`) };
    }),
  };
}

/** "rate(1 minute)", "rate(5 minutes)" */
function intervalOf(schedule: string, id: string): number {
  const match = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule);
  if (match === null) throw new Error(`${id} has the schedule ${schedule}, which is not known at home.`);
  const minutes = { minute: 1, hour: 60, day: 1440 }[match[2] ?? ""] ?? 1;
  return Number(match[1]) * minutes * 60_000;
}

/** @see Amazon S3 User Guide, "EventBridge event message structure" */
function objectCreatedEvent({ bucket, key, eTag, size }: ObjectCreated, time: Date): Fields {
  return envelope(
    "aws.s3",
    "Object Created",
    [`arn:aws:s3:::${bucket}`],
    {
      version: "0",
      bucket: { name: bucket },
      object: {
        key,
        size,
        etag: eTag,
        sequencer: time.getTime().toString(16).toUpperCase().padStart(18, "0"),
      },
      "request-id": randomUUID(),
      requester: home.account,
      "source-ip-address": "127.0.0.1",
      reason: "PutObject",
    },
    time,
  );
}

function envelope(
  source: string,
  detailType: string,
  resources: readonly string[],
  detail: Fields,
  time: Date,
): Fields {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": detailType,
    source,
    account: home.account,
    time: time.toISOString().replace(/\.\d+Z$/, "Z"),
    region: home.region,
    resources,
    detail,
  };
}
