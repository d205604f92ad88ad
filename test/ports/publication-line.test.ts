import { describe, expect, it } from "vitest";
import { publicationLine } from "../../functions/aws/publication-line.ts";
import type { Instant } from "../../functions/content/instant.ts";
import type { Publication } from "../../functions/pipeline/ledger.ts";

const publication: Publication = {
  commit: "c0ffee",
  tree: "7ree",
  author: "Ane Åkjær",
  instant: "2026-06-18T22:00:00.000Z" as Instant,
  outcome: "published",
  problems: [],
  put: 7,
  deleted: 1,
  milliseconds: 412,
  sources: [],
  because: {},
  changed: [],
  overdue: ["broen#beslutning"],
};

interface Line {
  readonly [name: string]: unknown;
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
}

describe("the line that is logged of a publication", () => {
  it("is one line, and warns where a step is overdue", () => {
    const text = publicationLine(publication, "publish", 0);
    expect(text).not.toContain("\n");
    expect(JSON.parse(text)).toMatchObject({ level: "WARN", overdue: 1, overdueSteps: ["broen#beslutning"] });
  });

  it("has a number for each metric and a text for each dimension that it tells CloudWatch of", () => {
    const line = JSON.parse(publicationLine(publication, "publish", 0)) as Line;
    const [metrics] = line._aws.CloudWatchMetrics;
    expect(metrics?.Namespace).toBe("Presserum");
    expect(metrics?.Metrics.map(({ Name }) => typeof line[Name])).toEqual(Array(6).fill("number"));
    expect(metrics?.Dimensions.flat().map((name) => line[name])).toEqual(["publish"]);
  });
});
