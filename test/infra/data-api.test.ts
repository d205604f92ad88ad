import { beforeAll, describe, expect, it } from "vitest";
import { apiParameters, oparlParameters } from "../../functions/contract.ts";
import { bundleFunctions } from "../../functions/local/bundle-functions.ts";
import { readPolicies } from "../../functions/local/policies.ts";
import { resolveTemplate } from "../../functions/local/resolve-template.ts";
import { synthesise } from "../../functions/local/synthesise.ts";
import { resourcesOf, synthesisedStage } from "../support/synthesis.ts";
import type { Made, SynthesisedStage } from "../support/synthesis.ts";

describe("the API in the cloud", () => {
  let stage: SynthesisedStage;
  beforeAll(async () => {
    await bundleFunctions();
    stage = await synthesisedStage("prod");
  });
  const made = (type: string): readonly Made[] => resourcesOf(stage.templates, type);
  const isItsOwn = (value: unknown) => JSON.stringify(value).includes("DataApi");

  it("answers to our distribution and to nobody else", () => {
    expect(made("AWS::Lambda::Url").map(({ properties }) => properties["AuthType"])).toEqual(["AWS_IAM"]);
    const callers = made("AWS::Lambda::Permission").filter(({ properties }) =>
      isItsOwn(properties["FunctionName"]),
    );
    expect(new Set(callers.map(({ properties }) => properties["Action"]))).toEqual(
      new Set(["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"]),
    );
    for (const { properties } of callers) {
      expect(properties["Principal"]).toBe("cloudfront.amazonaws.com");
      expect(JSON.stringify(properties["SourceArn"])).toContain(":distribution/");
    }
  });

  it("is out of reach at home too without that leave, and no other function is in reach", async () => {
    const { resources } = resolveTemplate((await synthesise()).template, "localhost:8080");
    const [distribution, ...more] = resources.filter(({ type }) => type === "AWS::CloudFront::Distribution");
    expect(more).toEqual([]);
    const leaveFor = (arn: string, of = resources) =>
      ["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"].map((action) =>
        readPolicies(of).allows(distribution?.id ?? "", { action, arn }),
      );
    const functions = resources.filter(({ type }) => type === "AWS::Lambda::Function");
    const allowed = functions.filter(({ arn }) => leaveFor(arn).includes(true));
    expect(allowed.map(({ id }) => isItsOwn(id))).toEqual([true]);
    const [query] = allowed;
    expect(leaveFor(query?.arn ?? "")).toEqual([true, true]);
    const without = resources.filter(({ type }) => type !== "AWS::Lambda::Permission");
    expect(leaveFor(query?.arn ?? "", without)).toEqual([false, false]);
  });

  it("reads the index, and can change nothing", () => {
    const statements = made("AWS::IAM::Policy")
      .filter(({ properties }) => isItsOwn(properties["Roles"]))
      .map(({ properties }) => JSON.stringify(properties["PolicyDocument"]))
      .join();
    const actions = [...statements.matchAll(/"(dynamodb|s3|lambda|cloudfront):\w+"/g)].map(([action]) =>
      action.slice(1, -1),
    );
    expect(actions.toSorted()).toEqual(["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"]);
  });

  it("is asked once for each question that there is, whatever else stands in the address", () => {
    const policies = made("AWS::CloudFront::CachePolicy").filter(({ id }) => isItsOwn(id));
    const told = (names: readonly string[]) => ({
      MinTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: "none" },
        HeadersConfig: { HeaderBehavior: "none" },
        QueryStringsConfig: { QueryStringBehavior: "whitelist", QueryStrings: [...names] },
      },
    });
    const configs = policies.map(({ properties }) => properties["CachePolicyConfig"]);
    expect(configs).toMatchObject([told(oparlParameters), told(apiParameters)]);
    // CloudFront refuses a policy that names more, and the account is told so only when it is deployed.
    for (const names of [oparlParameters, apiParameters]) expect(names.length).toBeLessThanOrEqual(10);
  });

  it("is asked by OParl's questions below OParl's folder: CloudFront takes the first pattern that fits", () => {
    const [distribution] = made("AWS::CloudFront::Distribution");
    const config = distribution?.properties["DistributionConfig"] as
      { readonly CacheBehaviors: readonly { readonly PathPattern: string }[] } | undefined;
    const patterns = (config?.CacheBehaviors ?? []).flatMap(({ PathPattern }) =>
      PathPattern.startsWith("/api/") ? [PathPattern] : [],
    );
    expect(patterns).toEqual(["/api/oparl/*", "/api/*"]);
  });
});
