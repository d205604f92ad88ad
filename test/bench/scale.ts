import { readFileSync, writeFileSync } from "node:fs";
import { perPhoto, perView } from "../../functions/cli/month-cost.ts";
import type { IntoArchive } from "./commit-to-live.ts";
import { priceList, usd, workUsd } from "./prices.ts";
import type { Prices } from "./prices.ts";
import { spreadOf } from "./quantiles.ts";
import { sectionText } from "./section.ts";
import type { Section } from "./section.ts";

/** The newsroom of the thought experiment: larger than any that we know of. */
const archive = { releases: 100_000, photos: 1_000_000, views: 50_000_000, burst: 20 };
/** functions/pipeline: workers of one publication, and photos that are made side by side. */
const sideBySide = 8;
/** The busiest second of a month beside its mean one: a guess on the safe side. */
const peak = 20;

/** Limits of AWS in the state in which an account comes, from the guide that each line names. */
const limits = {
  runSeconds: 900, // Lambda Developer Guide, "Lambda quotas"
  runsAtOnce: 1_000, // the same
  putsPerSecond: 3_500, // S3 User Guide, "Best practices design patterns"; for each prefix
  writesPerSecond: 4_000, // DynamoDB Developer Guide, "On-demand capacity mode": a table's first day
  viewsPerSecond: 250_000, // CloudFront Developer Guide, "Quotas"; for each distribution
  pathsForgottenAtOnce: 3_000, // the same
};

export interface Measured {
  readonly publish: {
    readonly figures: readonly IntoArchive[];
    readonly day: string;
    readonly machine: string;
  };
  readonly memory: {
    readonly figures: { readonly work: readonly { readonly name: string; readonly cpu: number }[] };
  };
}

/** What a very large newsroom means in writes, seconds and dollars, computed from what was measured on a small one. */
export function scaleText(measured: Measured, prices: Prices): string {
  const largest = measured.publish.figures.at(-1);
  if (largest === undefined) throw notYet();
  const costs = costsOf(largest, photoSecondsOf(measured), prices);
  const parts = [costTable(costs, largest.releases, measured.publish), limitTable(costs)];
  return `${[
    "# On paper: a newsroom larger than any",
    "Computed by `npm run bench -- scale` from the figures in RESULTS.md; nothing here was run at this size.",
    ...parts.map(sectionText),
  ].join("\n\n")}\n`;
}

function notYet(): Error {
  return new Error(
    "The bench has not measured publish and memory yet. Fix: npm run bench -- publish memory scale",
  );
}

/** Processor seconds of one photo, both of its parts. */
function photoSecondsOf({ memory }: Measured): number {
  const photo = memory.figures.work.filter(({ name }) => name.startsWith("photo"));
  if (photo.length !== 2) throw notYet();
  return photo.reduce((sum, { cpu }) => sum + cpu, 0);
}

/** One kind of work at this size. */
interface Cost {
  readonly objects: number;
  readonly reads: number;
  readonly writes: number;
  /** Of a processor, from beginning to end, with as many side by side as there are. */
  readonly seconds: number;
  readonly usd: number;
}
interface Costs {
  readonly one: Cost;
  readonly all: Cost;
  readonly photos: Cost;
  readonly photoSeconds: number;
  readonly viewsUsd: number;
  readonly requests: number;
}

function costsOf({ first, releases, results }: IntoArchive, photoSeconds: number, prices: Prices): Costs {
  const cost = (counts: Omit<Cost, "usd">, cpu: number): Cost => ({
    ...counts,
    usd: workUsd(prices, { ...counts, cpu }),
  });
  const [running] = results;
  if (running === undefined) throw notYet();
  const { objects, readUnits: reads = 0, writeUnits: writes = 0 } = running;
  const cpu = spreadOf(running.cpu).median;
  const times = archive.releases / releases;
  const [total, byWorkers] = [first.cpu * times, first.byWorkers * times];
  const ofPhotos = archive.photos * photoSeconds;
  const requests = archive.views * perView.requests;
  return {
    one: cost({ objects, reads, writes, seconds: cpu }, cpu),
    all: cost(
      {
        objects: first.objects * times,
        reads: first.readUnits * times,
        writes: first.writeUnits * times,
        seconds: total - byWorkers + byWorkers / sideBySide,
      },
      total,
    ),
    // Each file is held first and copied to the site when its page is live.
    photos: cost(
      {
        objects: archive.photos * perPhoto.objects * 2,
        reads: 0,
        writes: archive.photos * 3, // its card, and an account of each of the two parts
        seconds: ofPhotos / sideBySide,
      },
      ofPhotos,
    ),
    photoSeconds,
    requests,
    viewsUsd:
      usd(prices, "edgeRequest", requests) +
      usd(prices, "edgeGb", (archive.views * perView.bytes) / 1e9) +
      usd(prices, "edgeFunctionRun", requests * 2) +
      usd(prices, "s3Get", requests * perView.missedAtTheEdge),
  };
}

function costTable(
  { one, all, photos, viewsUsd }: Costs,
  measuredIn: number,
  { day, machine }: Measured["publish"],
): Section {
  const row = (what: string, cost: Cost, times = 1) => [
    what,
    ...[cost.objects, cost.reads, cost.writes].map((number) => Math.round(number * times)),
    cost.seconds * times,
    cost.usd * times,
  ];
  return {
    title: "What it comes to",
    about:
      `${count(archive.releases)} bilingual releases, ${count(archive.photos)} photos, ${count(archive.views)} views a month. Unit costs are those of ` +
      `RESULTS.md, measured in an archive of ${count(measuredIn)} on ${day} (${machine}); seconds are a processor's, with ${sideBySide} workers ` +
      "side by side where there are workers, and waiting for S3 and DynamoDB is not in them. Prices are those of .github/cost/prices.json, without " +
      "what is free.",
    tables: [
      {
        head: ["", "objects put", "index reads", "index writes", "seconds", "USD"],
        rows: [
          row("one release", one),
          row(`${archive.burst} commits at once, if each were published`, one, archive.burst),
          row("the same, as it happens: the first and the last", one, 2),
          row("everything anew", all),
          row("all photos", photos),
          ["a month of views", undefined, undefined, undefined, undefined, viewsUsd],
        ],
      },
    ],
    figures: undefined,
  };
}

/** What is needed, what there is of it, and what to do where that is less. */
interface Limit {
  readonly what: string;
  readonly needed: number;
  readonly there: number;
  readonly wayPast: string;
}

function limitsOf({ all, photoSeconds, requests }: Costs): readonly Limit[] {
  const { runSeconds } = limits;
  return [
    {
      what: `photos that one run of publish (${runSeconds} s) can have made`,
      needed: archive.photos,
      there: Math.floor((runSeconds * sideBySide) / photoSeconds),
      wayPast:
        "nothing is made twice, so each nudge goes on where the last one broke off; an archive is best committed some hundred photos at a time",
    },
    {
      what: `releases that one run of publish (${runSeconds} s) can make anew`,
      needed: archive.releases,
      there: Math.floor((runSeconds / all.seconds) * archive.releases),
      wayPast:
        "there is none yet: each run reads everything again before its workers begin, so this one is hard. Reading by workers as well has to be built before an archive grows as large",
    },
    {
      what: "writes of the index a second, everything anew",
      needed: Math.round(all.writes / all.seconds),
      there: limits.writesPerSecond,
      wayPast:
        "the SDK waits and tries again; a table that has been written to as fast as this keeps the pace",
    },
    {
      what: "objects put a second, everything anew",
      needed: Math.round(all.objects / all.seconds),
      there: limits.putsPerSecond,
      wayPast: "S3 divides by prefix, and languages and years are prefixes of their own",
    },
    {
      what: "functions that run at once",
      needed: 2 * sideBySide + 2,
      there: limits.runsAtOnce,
      wayPast: "is raised where one asks",
    },
    {
      what: `requests in the busiest second, ${peak} times the mean`,
      needed: Math.round((requests / (30 * 86_400)) * peak),
      there: limits.viewsPerSecond,
      wayPast: "is raised where one asks",
    },
    {
      what: `paths to forget at once, ${archive.burst} commits`,
      needed: archive.burst * 25 * 2, // the bound of test/bench/guard.test.ts, each page under both of its names
      there: limits.pathsForgottenAtOnce,
      wayPast: "from 100 paths of one publication on they are one, with a star",
    },
  ];
}

function limitTable(costs: Costs): Section {
  const share = ({ needed, there }: Limit) => needed / there;
  const sorted = limitsOf(costs).toSorted((one, other) => share(other) - share(one));
  const [nearest] = sorted;
  return {
    title: "Which limit is met first",
    about:
      `The first is ${nearest?.what ?? "none"}: ${count(nearest?.there ?? 0)}. From 1 on a limit is in the way, and the last column says how one gets past it. ` +
      "Limits are those with which an account begins.",
    tables: [
      {
        head: ["", "needed", "there", "needed to there", "the way past it"],
        rows: sorted.map((limit) => [limit.what, limit.needed, limit.there, share(limit), limit.wayPast]),
      },
    ],
    figures: undefined,
  };
}

/** Writes scale.md from the results and the price list as they are. */
export function writeScale(): void {
  writeFileSync(new URL("scale.md", import.meta.url), computedScale());
}

/** What scale.md has to say as long as nobody has measured again. */
export function computedScale(): string {
  const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf-8"));
  return scaleText(read("results.json") as Measured, priceList());
}

function count(number: number): string {
  return number.toLocaleString("en");
}
