import { App, Stack } from "aws-cdk-lib";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleFunctions } from "../../functions/local/bundle-functions.ts";
import { addChecks } from "../../infra/checks.ts";
import { pipeline } from "../support/stages.ts";
import { synthesisedStage } from "../support/synthesis.ts";

beforeAll(() => bundleFunctions());

describe("the stacks, judged by CloudFormation's own rules and by cdk-nag's", () => {
  it.each([
    ["dev", {}],
    ["prod", {}],
    ["prod", { committing: pipeline, firewall: { requestsInFiveMinutes: 1000 } }],
  ])(
    "leave no finding without its reason: %s %j",
    async (name, changes) => {
      // Read from the report: a synthesis calls itself a success for findings that are only warnings.
      expect((await synthesisedStage(name, { changes, validated: true })).violations).toEqual([]);
    },
    240_000,
  );

  it("are judged: a bucket without anything is found", () => {
    const app = new App();
    addChecks(app);
    const bad = new Stack(app, "Bad");
    const bucket = new Bucket(bad, "Bucket");
    expect(bucket.stack).toBe(bad);
    expect(() => app.synth()).toThrow("AwsSolutions-S10");
  });
});
