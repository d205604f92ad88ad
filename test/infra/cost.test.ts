import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { monthCost } from "../../functions/cli/month-cost.ts";
import type { CostLine, Prices, Usage } from "../../functions/cli/month-cost.ts";
import { publicationMetrics } from "../../functions/contract.ts";
import { bundleFunctions } from "../../functions/local/bundle-functions.ts";
import { synthesiseStage } from "../../functions/local/synthesise.ts";
import type { Template } from "../../functions/local/template.ts";

const list = read("../../.github/cost/prices.json") as {
  date: string;
  prices: Prices & Readonly<Record<string, { page: string; confirmedBy?: { usd?: string; free?: string } }>>;
};
const newsrooms = {
  nothing: read("../../.github/cost/idle.json") as Usage,
  "a municipality": read("../../.github/cost/municipality.json") as Usage,
  "a region": read("../../.github/cost/region.json") as Usage,
  "a ministry": read("../../.github/cost/ministry.json") as Usage,
};

let prod: readonly Template[];
beforeAll(async () => {
  await bundleFunctions();
  prod = await synthesiseStage("prod");
});

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf-8"));
}

function sum(lines: readonly CostLine[], key: "usd" | "afterFree"): number {
  return lines.reduce((total, line) => total + line[key], 0);
}

describe("a month", () => {
  it("in which nothing happens costs less than a dollar in an account of its own", () => {
    expect(sum(monthCost(prod, newsrooms.nothing, list.prices), "afterFree")).toBeLessThan(1);
  });

  it("costs what the README says", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf-8");
    for (const [name, usage] of Object.entries(newsrooms)) {
      const row = readme.split("\n").find((line) => line.startsWith(`| ${name} `));
      const told = (row ?? "").split("|").map((cell) => cell.trim().replaceAll(",", ""));
      const lines = monthCost(prod, usage, list.prices);
      expect([name, ...told.slice(2, 7)]).toEqual([
        name,
        ...[usage.releases, usage.photos, usage.views].map(String),
        sum(lines, "usd").toFixed(2),
        sum(lines, "afterFree").toFixed(2),
      ]);
    }
  });

  it("counts what the templates have: the clock's runs, each alarm's metrics, a firewall only where there is one", () => {
    const lines = new Map(
      monthCost(prod, newsrooms.nothing, list.prices).map(({ what, count }) => [what, count]),
    );
    expect(lines.get("lambdaRequest")).toBe(2 * 30 * 24 * 60);
    expect(lines.get("alarmMetric")).toBeGreaterThanOrEqual(11);
    expect(lines.get("firewall")).toBe(0);
    // The publisher's run of each minute leaves a trace; the watch's does not.
    expect(lines.get("trace")).toBe(30 * 24 * 60);
  });

  it("pays for a number in the hours that have one: each of them, or those with a publication", () => {
    const metrics = (releases: number): number | undefined =>
      monthCost(prod, { ...newsrooms.nothing, releases }, list.prices).find(
        ({ what }) => what === "ownMetric",
      )?.count;
    expect(metrics(0)).toBe(1);
    expect(metrics(36)).toBeCloseTo(1 + Object.keys(publicationMetrics).length / 10);
    expect(metrics(10_000)).toBe(1 + Object.keys(publicationMetrics).length);
  });
});

describe("the price list", () => {
  it("says its date, each price's page, and what confirms it, with that one's date", () => {
    expect(list.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const [what, { page, usd, confirmedBy }] of Object.entries(list.prices)) {
      expect([what, page]).toEqual([
        what,
        expect.stringMatching(/^https:\/\/aws\.amazon\.com\/.+\/pricing\//),
      ]);
      expect(usd).toBeGreaterThan(0);
      for (const by of Object.values(confirmedBy ?? {}))
        expect([what, by]).toEqual([
          what,
          expect.stringMatching(/^https:\/\/\S+, .*(?:\d{4}-\d{2}-\d{2}|without a date|release)/),
        ]);
    }
  });
});
