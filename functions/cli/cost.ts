import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundleFunctions } from "../local/bundle-functions.ts";
import { synthesiseStage } from "../local/synthesise.ts";
import { endWith } from "./end-with.ts";
import { monthCost } from "./month-cost.ts";
import type { Prices, Usage } from "./month-cost.ts";
import { BadOption, projectFolder } from "./options.ts";

const folder = join(projectFolder, ".github", "cost");

/**
 * What a month costs, from the stage's templates, the price list and what a newsroom does:
 * `npm run cost -- --usage .github/cost/region.json [--stage prod]`.
 */
await endWith(async () => {
  const { values } = parseArgs({
    options: { usage: { type: "string" }, stage: { type: "string", default: "prod" } },
  });
  const usage = usageIn(values.usage ?? join(folder, "municipality.json"));
  const list = JSON.parse(readFileSync(join(folder, "prices.json"), "utf-8")) as {
    date: string;
    source: string;
    prices: Prices & Readonly<Record<string, { readonly confirmedBy?: { readonly usd?: string } }>>;
  };
  await bundleFunctions();
  const lines = monthCost(await synthesiseStage(values.stage), usage, list.prices);
  const [usd, afterFree] = (["usd", "afterFree"] as const).map((key) =>
    lines.reduce((sum, line) => sum + line[key], 0),
  );
  for (const { what, count, usd: each } of lines)
    console.log(`${what.padEnd(24)} ${count.toFixed(2).padStart(14)} ${each.toFixed(2).padStart(9)} USD`);
  console.log(
    `\nA month: ${usd?.toFixed(2)} USD; ${afterFree?.toFixed(2)} USD in an account that is the press room's alone.`,
  );
  const unconfirmed = Object.keys(list.prices).filter(
    (what) => list.prices[what]?.confirmedBy?.usd === undefined,
  );
  console.log(`Prices of ${list.date}. ${list.source}\nYet to be compared: ${unconfirmed.join(", ")}.`);
  return 0;
});

function usageIn(file: string): Usage {
  const read = JSON.parse(readFileSync(file, "utf-8")) as Partial<Usage>;
  const { releases, photos, views, gigabytes } = read;
  if ([releases, photos, views, gigabytes].some((one) => typeof one !== "number")) {
    throw new BadOption(
      `${file} does not say what a month is. Fix: write releases, photos, views and gigabytes as numbers.`,
    );
  }
  return read as Usage;
}
