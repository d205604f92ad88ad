import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleFunctions } from "../../functions/local/bundle-functions.ts";
import { resourcesOf, synthesisedStage } from "../support/synthesis.ts";
import type { Made, SynthesisedStage } from "../support/synthesis.ts";

const runbook = readFileSync(new URL("../../.github/runbook.md", import.meta.url), "utf-8");
/** Each entry's text by its name. */
const entries = new Map(
  runbook
    .split(/^## /m)
    .slice(1)
    .map((entry) => [entry.split("\n")[0] ?? "", entry.split(/^# /m)[0] ?? ""]),
);

let prod: SynthesisedStage;
let dev: SynthesisedStage;
beforeAll(async () => {
  await bundleFunctions();
  [prod, dev] = await Promise.all([synthesisedStage("prod"), synthesisedStage("dev")]);
});

function alarms(): readonly Made[] {
  return resourcesOf(prod.templates, "AWS::CloudWatch::Alarm");
}

function entryOf({ properties }: Made): string {
  const said = JSON.stringify(properties["AlarmDescription"]);
  return /\.github\/runbook\.md, ([a-z-]+)"$/.exec(said)?.[1] ?? `no entry: ${said}`;
}

/** What the budget is called after, behind its stack's name. */
function budgets(): readonly string[] {
  return resourcesOf(prod.templates, "AWS::Budgets::Budget").map(({ properties }) =>
    (properties["Budget"] as { BudgetName: string }).BudgetName.replace("presserum-prod-edge-watch-", ""),
  );
}

describe("an alarm", () => {
  it("has an entry in the runbook, and each entry has an alarm", () => {
    const named = [...alarms().map(entryOf), ...budgets()];
    expect(named.toSorted()).toEqual([...entries.keys()].toSorted());
  });

  it("has an entry that says what it means, where to look and what to do", () => {
    for (const [name, entry] of entries) {
      for (const part of ["**Meaning.**", "**Look.**", "**Do.**"])
        expect([name, entry]).toEqual([name, expect.stringContaining(part)]);
    }
  });

  it("tells somebody, and tells them as well when it is over", () => {
    for (const made of alarms()) {
      expect([entryOf(made), made.properties["AlarmActions"]]).toEqual([
        entryOf(made),
        made.properties["OKActions"],
      ]);
      expect(made.properties["AlarmActions"]).toHaveLength(1);
    }
    const addresses = resourcesOf(prod.templates, "AWS::SNS::Subscription");
    expect(addresses.map(({ properties }) => properties["Endpoint"])).toEqual([
      "vagt@presse.example",
      "vagt@presse.example",
    ]);
  });

  it("is where its numbers are: those of CloudFront in us-east-1", () => {
    const ofTheEdge = alarms().filter(({ properties }) => properties["Namespace"] === "AWS/CloudFront");
    expect(ofTheEdge.map(({ stack }) => stack)).toEqual(["edge-watch"]);
  });

  it("sees every function and every queue, whoever added it", () => {
    const watched = JSON.stringify(alarms().map(({ properties }) => properties));
    const ours = { "press-room": prod.templates["press-room"] };
    for (const { id } of [
      ...resourcesOf(ours, "AWS::Lambda::Function"),
      ...resourcesOf(ours, "AWS::SQS::Queue"),
    ])
      expect([id, watched.includes(`"${id}"`)]).toEqual([id, true]);
  });

  it("takes silence for a bad sign where a dead watchman would be silent", () => {
    const silent = alarms().filter(({ properties }) => properties["TreatMissingData"] === "breaching");
    expect(silent.map(entryOf).toSorted()).toEqual(["head-waiting", "nobody-woken"]);
  });

  it("is there for nobody where the stage says that nobody is to be told", () => {
    expect(resourcesOf(dev.templates, "AWS::CloudWatch::Alarm")).toEqual([]);
    expect(resourcesOf(dev.templates, "AWS::CloudWatch::Dashboard")).toHaveLength(1);
  });
});
