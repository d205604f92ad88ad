import { publicationMetrics, tickSeconds } from "../contract.ts";
import type { Template, TemplateResource } from "../local/template.ts";

/** What a newsroom does in a month. */
export interface Usage {
  /** In both languages; a correction counts as one. */
  readonly releases: number;
  readonly photos: number;
  /** Pages that readers open. */
  readonly views: number;
  /** Originals and renditions that are kept. */
  readonly gigabytes: number;
}

/** USD for one, and how many an account has for nothing each month, for good. */
export type Prices = Readonly<Record<string, { readonly usd: number; readonly free: number }>>;

export interface CostLine {
  /** A name of the price list. */
  readonly what: string;
  readonly count: number;
  /** Of all of them. */
  readonly usd: number;
  /** Where the account is the press room's alone. */
  readonly afterFree: number;
}

/**
 * Of a new release with a photo, on the safe side of what test/bench/guard.test.ts holds and test/bench/RESULTS.md shows.
 * Its headline is drawn for each language by the function of the photos, which has to start for that.
 */
const perPublication = {
  seconds: 2,
  drawing: 1,
  objects: 65,
  paths: 55,
  reads: 2_800,
  writes: 80,
  gets: 60,
};
/** A photo of 24 megapixels into its renditions. */
export const perPhoto = { seconds: 12, objects: 30 };
/** A tick that finds nothing to do. */
const perTick = { seconds: 0.05, reads: 1, gets: 1, logBytes: 900 };
/** A page with style, and the pictures that its screen asks for. */
export const perView = { requests: 8, bytes: 350_000, missedAtTheEdge: 0.1 };

const hours = 30 * 24;
const ticks = (30 * 24 * 3600) / tickSeconds;

/** @throws for a price that is not in the list */
export function monthCost(templates: readonly Template[], usage: Usage, prices: Prices): readonly CostLine[] {
  const all = templates.flatMap(({ Resources }) => Object.entries(Resources));
  const ofType = (type: string) => all.filter(([, resource]) => resource.Type === type);
  const gigabytes = (name: string): number => {
    const found = ofType("AWS::Lambda::Function").find(([id]) =>
      id.startsWith(`Functions${name.replaceAll("-", "")}`),
    );
    return Number(found?.[1].Properties?.["MemorySize"] ?? 0) / 1024;
  };
  const woken = wokenByTheClock(ofType("AWS::Events::Rule").map(([, rule]) => rule));
  const runs = woken.length * ticks;
  const clockGb = woken.reduce((sum, id) => {
    const lambda = ofType("AWS::Lambda::Function").find(([other]) => other === id);
    return sum + Number(lambda?.[1].Properties?.["MemorySize"] ?? 0) / 1024;
  }, 0);
  const isTraced = (id: string): boolean => {
    const lambda = ofType("AWS::Lambda::Function").find(([other]) => other === id);
    return JSON.stringify(lambda?.[1].Properties?.["TracingConfig"]) === '{"Mode":"Active"}';
  };
  const { releases, photos, views } = usage;
  const requests = views * perView.requests;
  const firewalls = ofType("AWS::WAFv2::WebACL").length;

  const counts: Readonly<Record<string, number>> = {
    lambdaRequest: runs + releases * 3 + photos,
    lambdaGbSecond:
      clockGb * ticks * perTick.seconds +
      releases * perPublication.seconds * gigabytes("publish") +
      (releases * perPublication.drawing + photos * perPhoto.seconds) * gigabytes("make-renditions"),
    s3Put: releases * perPublication.objects * 2 + photos * perPhoto.objects * 2,
    s3Get: runs * perTick.gets + releases * perPublication.gets + requests * perView.missedAtTheEdge,
    s3GbMonth: usage.gigabytes,
    dynamoRead: runs * perTick.reads + releases * perPublication.reads,
    dynamoWrite: releases * perPublication.writes,
    dynamoGbMonth: usage.gigabytes / 100,
    dynamoRecoveryGbMonth: isRecoverable(ofType("AWS::DynamoDB::Table").map(([, one]) => one))
      ? usage.gigabytes / 100
      : 0,
    edgeRequest: requests,
    edgeGb: (views * perView.bytes) / 1e9,
    edgeFunctionRun: requests * 2,
    edgePurgedPath: releases * perPublication.paths,
    logGb: (runs * perTick.logBytes + requests * 350) / 1e9,
    alarmMetric: ofType("AWS::CloudWatch::Alarm").reduce((sum, [, one]) => sum + metricsOf(one), 0),
    // A metric is paid for in the hours that have a number: all of them where it counts each minute, and of the others
    // one for each publication.
    ownMetric: 1 + Object.keys(publicationMetrics).length * Math.min(1, (releases * 2) / hours),
    dashboard: ofType("AWS::CloudWatch::Dashboard").length,
    trace: woken.filter(isTraced).length * ticks + releases * 3 + photos,
    firewall: firewalls,
    firewallRule: firewalls,
    firewallRequest: firewalls * requests,
  };
  return Object.entries(counts).map(([what, count]) => {
    const price = prices[what];
    if (price === undefined) throw new Error(`The price list has no ${what}.`);
    const { usd, free } = price;
    return { what, count, usd: count * usd, afterFree: Math.max(0, count - free) * usd };
  });
}

/** The functions that a rule with a schedule wakes. */
function wokenByTheClock(rules: readonly TemplateResource[]): readonly string[] {
  return rules
    .filter(({ Properties }) => Properties?.["ScheduleExpression"] !== undefined)
    .flatMap(
      ({ Properties }) =>
        Properties?.["Targets"] as unknown as readonly { Arn: { "Fn::GetAtt": string[] } }[],
    )
    .map(({ Arn }) => Arn["Fn::GetAtt"][0] ?? "");
}

function isRecoverable(tables: readonly TemplateResource[]): boolean {
  return JSON.stringify(tables).includes('"PointInTimeRecoveryEnabled":true');
}

/** An alarm on a sum pays for each of its metrics. */
function metricsOf({ Properties }: TemplateResource): number {
  const metrics = Properties?.["Metrics"] as unknown as readonly { MetricStat?: unknown }[] | undefined;
  return metrics === undefined ? 1 : metrics.filter(({ MetricStat }) => MetricStat !== undefined).length;
}
