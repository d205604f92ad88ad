import { beforeAll, describe, expect, it } from "vitest";
import { bundleFunctions } from "../../functions/local/bundle-functions.ts";
import { home } from "../../functions/local/home.ts";
import { isAllowed, PolicyJudge } from "../support/policy-judge.ts";
import { pipeline } from "../support/stages.ts";
import { synthesisedStage } from "../support/synthesis.ts";

/** Judged by an evaluator of IAM that is not ours; what the functions do is judged in the stories. */
let github: PolicyJudge;
let byPipeline: PolicyJudge;
beforeAll(async () => {
  await bundleFunctions();
  const [prod, other] = await Promise.all([
    synthesisedStage("prod"),
    synthesisedStage("prod", { changes: { committing: pipeline } }),
  ]);
  github = judgeOf(prod.templates["press-room"]);
  byPipeline = judgeOf(other.templates["press-room"]);
});

function judgeOf(template: ConstructorParameters<typeof PolicyJudge>[0] | undefined): PolicyJudge {
  if (template === undefined) throw new Error("There is no press room in the stage.");
  return new PolicyJudge(template);
}

function bucket(name: "Source" | "Held" | "Site"): { readonly name: string; readonly arn: string } {
  const found = github.ofType("AWS::S3::Bucket").find(({ id }) => id.includes(name));
  if (found === undefined) throw new Error(`There is no bucket ${name}.`);
  return found;
}

describe("the role of GitHub", () => {
  const issuer = "token.actions.githubusercontent.com";
  /** The evaluator knows no claims of an issuer, and would leave them out of every comparison; so they go by names it knows. */
  const known = "aws:PrincipalTag/";
  /** Whether a workflow with this subject in its token may take the role. */
  function mayBeTakenBy(sub: string, aud = "sts.amazonaws.com"): Promise<boolean> {
    const role = github.ofType("AWS::IAM::Role").find(({ id }) => id.includes("GitHubRole"));
    return isAllowed({
      principal: `arn:aws:iam::${home.account}:oidc-provider/${issuer}`,
      action: "sts:AssumeRoleWithWebIdentity",
      arn: role?.arn ?? "",
      resourcePolicy: JSON.parse(
        JSON.stringify(role?.properties["AssumeRolePolicyDocument"]).replaceAll(`${issuer}:`, known),
      ) as unknown,
      context: { [`${known}sub`]: sub, [`${known}aud`]: aud },
    });
  }

  it("is for the named branch of the named repository", async () => {
    expect(await mayBeTakenBy("repo:presse-example/newsroom:ref:refs/heads/main")).toBe(true);
  });

  it.each([
    ["another branch", "repo:presse-example/newsroom:ref:refs/heads/udkast"],
    ["a pull request", "repo:presse-example/newsroom:pull_request"],
    ["a tag of the same name", "repo:presse-example/newsroom:ref:refs/tags/main"],
    ["another repository", "repo:presse-example/newsroom2:ref:refs/heads/main"],
    ["somebody else's copy", "repo:somebody/newsroom:ref:refs/heads/main"],
  ])("is not for %s", async (_, subject) => {
    expect(await mayBeTakenBy(subject)).toBe(false);
  });

  it("is not for a token that was made for others", async () => {
    expect(await mayBeTakenBy("repo:presse-example/newsroom:ref:refs/heads/main", "somebody.example")).toBe(
      false,
    );
  });
});

describe("who commits", () => {
  const may = (action: string, arn: string) =>
    isAllowed({
      principal: `arn:aws:iam::${home.account}:role/committer`,
      action,
      arn,
      identityPolicies: github
        .ofType("AWS::IAM::ManagedPolicy")
        .map(({ properties }) => properties["PolicyDocument"]),
    });

  it("may send sources and move the head", async () => {
    const source = bucket("Source").arn;
    expect(await may("s3:PutObject", `${source}/head.json`)).toBe(true);
    expect(await may("s3:GetObject", `${source}/objects/0a`)).toBe(true);
    expect(await may("s3:ListBucket", source)).toBe(true);
  });

  it("may neither delete them, nor touch what readers get, what is held, or the index", async () => {
    expect(await may("s3:DeleteObject", `${bucket("Source").arn}/objects/0a`)).toBe(false);
    for (const name of ["Site", "Held"] as const) {
      expect(await may("s3:GetObject", `${bucket(name).arn}/x`)).toBe(false);
      expect(await may("s3:PutObject", `${bucket(name).arn}/x`)).toBe(false);
    }
    const [table] = github.ofType("AWS::DynamoDB::Table");
    expect(await may("dynamodb:GetItem", table?.arn ?? "")).toBe(false);
    const [lambda] = github.ofType("AWS::Lambda::Function");
    expect(await may("lambda:InvokeFunction", lambda?.arn ?? "")).toBe(false);
  });

  it("is in a pipeline just as little: no wildcard, and the same policy for what is sent", () => {
    const roles = byPipeline.ofType("AWS::IAM::Role").filter(({ id }) => id.includes("Pipeline"));
    expect(roles.map(({ properties }) => properties["ManagedPolicyArns"])).toEqual(
      expect.arrayContaining([byPipeline.ofType("AWS::IAM::ManagedPolicy").map(({ name }) => name)]),
    );
    for (const { properties } of byPipeline.ofType("AWS::IAM::Policy"))
      expect(JSON.stringify(properties["PolicyDocument"])).not.toMatch(/"[a-z0-9-]+:[A-Za-z]*\*"/);
  });
});

describe("a reader", () => {
  const reads = (
    name: "Source" | "Held" | "Site",
    by: "cloudfront" | "anyone",
    context: Record<string, string> = {},
  ) =>
    isAllowed({
      principal: by === "cloudfront" ? "cloudfront.amazonaws.com" : `arn:aws:iam::999999999999:user/anyone`,
      action: "s3:GetObject",
      arn: `${bucket(name).arn}/da/index.html`,
      resourcePolicy: github.bucketPolicy(bucket(name).name),
      context,
    });
  const from = (distribution: string) => ({
    "aws:SourceArn": `arn:aws:cloudfront::${home.account}:distribution/${distribution}`,
    "aws:SourceAccount": home.account,
  });
  const ours = () => github.ofType("AWS::CloudFront::Distribution")[0]?.name ?? "";

  it("gets the site through our distribution, and through no other", async () => {
    expect(await reads("Site", "cloudfront", from(ours()))).toBe(true);
    expect(await reads("Site", "cloudfront", from("ESOMEBODYELSES"))).toBe(false);
  });

  it("gets nothing without CloudFront, nothing in the clear, and nothing at all of what is held or committed", async () => {
    expect(await reads("Site", "anyone")).toBe(false);
    expect(await reads("Site", "cloudfront", { ...from(ours()), "aws:SecureTransport": "false" })).toBe(
      false,
    );
    expect(await reads("Held", "cloudfront", from(ours()))).toBe(false);
    expect(await reads("Source", "cloudfront", from(ours()))).toBe(false);
  });
});
