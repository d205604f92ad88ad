import { beforeAll, describe, expect, it } from "vitest";
import { bundleEditorFunction, bundleFunctions } from "../../functions/local/bundle-functions.ts";
import { resourcesOf, synthesisedStage } from "../support/synthesis.ts";
import type { SynthesisedStage } from "../support/synthesis.ts";

const editor = {
  repository: "presse-example/newsroom",
  branch: "main",
  clientId: "Iv1.0123456789abcdef",
  secretParameter: "/presserum/github",
};

const atGitLab = {
  gitlab: "kommunen/presse/newsroom",
  branch: "main",
  applicationId: "0123456789abcdef".repeat(4),
  url: "https://gitlab.kommunen.example",
};

describe("the editor in the cloud", () => {
  let with_: SynthesisedStage;
  let withGitLab: SynthesisedStage;
  let without: SynthesisedStage;
  beforeAll(async () => {
    await bundleFunctions();
    await bundleEditorFunction();
    [with_, withGitLab, without] = await Promise.all([
      synthesisedStage("prod", { changes: { editor }, validated: true }),
      synthesisedStage("prod", { changes: { editor: atGitLab }, validated: true }),
      synthesisedStage("prod"),
    ]);
  });
  const made = (stage: SynthesisedStage, type: string) =>
    resourcesOf(stage.templates, type).map(({ properties }) => properties);

  const urlsOfEditor = (stage: SynthesisedStage) =>
    made(stage, "AWS::Lambda::Url").filter((one) =>
      JSON.stringify(one["TargetFunctionArn"]).includes("editor"),
    );

  it("is not there unless the stage asks for it", () => {
    const behaviours = (stage: SynthesisedStage) =>
      made(stage, "AWS::CloudFront::Distribution").flatMap(
        (one) =>
          (one["DistributionConfig"] as { CacheBehaviors?: readonly { PathPattern: string }[] })
            .CacheBehaviors ?? [],
      );
    const paths = (stage: SynthesisedStage) => behaviours(stage).map(({ PathPattern }) => PathPattern);
    expect(paths(without)).not.toContain("/admin/*");
    expect(behaviours(with_).find(({ PathPattern }) => PathPattern === "/admin/*")).toMatchObject({
      AllowedMethods: ["GET", "HEAD"],
      ViewerProtocolPolicy: "redirect-to-https",
    });
    expect(urlsOfEditor(without)).toEqual([]);
  });

  it("can be called by our distribution alone, and read one secret and nothing of the press room", () => {
    expect(urlsOfEditor(with_)).toMatchObject([{ AuthType: "AWS_IAM" }]);
    const callers = made(with_, "AWS::Lambda::Permission").filter(({ Action }) =>
      JSON.stringify(Action).startsWith('"lambda:InvokeFunction'),
    );
    const fromEdge = callers.filter(({ Principal }) => Principal === "cloudfront.amazonaws.com");
    expect(fromEdge.length).toBeGreaterThan(0);
    for (const one of fromEdge) expect(JSON.stringify(one["SourceArn"])).toContain(":distribution/");
    const policies = made(with_, "AWS::IAM::Policy")
      .map((one) => JSON.stringify(one))
      .filter((text) => text.includes("ssm:"));
    expect(policies).toHaveLength(1);
    expect(policies[0]).toContain(":parameter/presserum/github");
    expect(policies[0]).not.toMatch(/"s3:|"dynamodb:|"lambda:|"cloudfront:/);
  });

  it("has the name of its secret in the template, and never the secret", () => {
    expect(JSON.stringify(with_.templates)).toContain('"PRESSERUM_EDITOR_SECRET":"/presserum/github"');
    expect(JSON.stringify(with_.templates)).not.toContain("resolve:ssm");
  });

  it("has no secret and may read none where writers sign in with GitLab, whose origin it is told", () => {
    expect(urlsOfEditor(withGitLab)).toMatchObject([{ AuthType: "AWS_IAM" }]);
    const text = JSON.stringify(withGitLab.templates);
    expect(text).toContain('"PRESSERUM_EDITOR_GITLAB":"https://gitlab.kommunen.example"');
    expect(text).toContain('"PRESSERUM_EDITOR_REPOSITORY":"kommunen/presse/newsroom"');
    expect(text).not.toContain("PRESSERUM_EDITOR_SECRET");
    expect(text).not.toContain("ssm:GetParameter");
  });

  it("leaves no finding without its reason", () => {
    expect(withGitLab.violations).toEqual([]);
    expect(with_.violations).toEqual([]);
  });
});
