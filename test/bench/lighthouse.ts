import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { browserFile } from "../support/browser.ts";
import { installed } from "./peers/peer-site.ts";
import { spreadOf } from "./quantiles.ts";
import type { Spread } from "./quantiles.ts";

export const lighthouseVersion = "13.5.0";

/** Of 100. What is not timed comes out the same each time, so that the lowest counts. */
export interface Scores {
  readonly performance: Spread;
  /** Milliseconds in which the page would not have answered a touch. */
  readonly blocked: Spread;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  /** What counts, is not timed and was not perfect, by Lighthouse's names. */
  readonly faults: readonly string[];
}

/** What we read of a report. */
interface Report {
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly numericValue?: number }>
  >;
  readonly runtimeError?: { readonly message: string };
}

/**
 * Lighthouse's verdict on one page, with its own settings for a phone.
 *
 * @see https://github.com/GoogleChrome/lighthouse/blob/main/docs/scoring.md
 */
export async function lighthouse(folder: string, url: string, runs: number): Promise<Scores> {
  const command = join(
    installed(join(folder, "lighthouse"), { lighthouse: lighthouseVersion }),
    "lighthouse/cli/index.js",
  );
  const browser = await browserFile();
  const reports: Report[] = [];
  for (let run = 0; run < runs; run += 1) reports.push(await report(command, browser, url));
  const scores = (category: string) =>
    reports.map(({ categories }) => Math.round((categories[category]?.score ?? 0) * 100));
  return {
    performance: spreadOf(scores("performance")),
    blocked: spreadOf(reports.map(({ audits }) => audits["total-blocking-time"]?.numericValue ?? 0)),
    accessibility: Math.min(...scores("accessibility")),
    bestPractices: Math.min(...scores("best-practices")),
    seo: Math.min(...scores("seo")),
    faults: [...new Set(reports.flatMap(faultsIn))].toSorted(),
  };
}

/** The press room is served by this process, so that it must not stand still meanwhile. */
async function report(command: string, browser: string, url: string): Promise<Report> {
  const args = ["--output=json", "--quiet", "--chrome-flags=--headless=new --no-sandbox"];
  const { stdout } = await promisify(execFile)(process.execPath, [command, url, ...args], {
    env: { ...process.env, CHROME_PATH: browser },
    maxBuffer: 64 * 1024 * 1024,
  });
  const read = JSON.parse(stdout) as Report;
  if (read.runtimeError !== undefined) throw new Error(`${url}: ${read.runtimeError.message}`);
  return read;
}

const timed = new Set([
  "first-contentful-paint",
  "largest-contentful-paint",
  "speed-index",
  "total-blocking-time",
]);

function faultsIn({ categories, audits }: Report): readonly string[] {
  return ["performance", "accessibility", "best-practices", "seo"]
    .flatMap((name) => categories[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && !timed.has(id) && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => id);
}
