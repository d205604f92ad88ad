import { describe, expect, it } from "vitest";
import settings from "../../cdk.json" with { type: "json" };
import { readStage, sampleNamesIn } from "../../infra/read-stage.ts";
import type { Stage } from "../../infra/stage.ts";
import { ownCertificate, pipeline } from "../support/stages.ts";

// A decision that is missing in cdk.json does not even compile.
const stages = settings.context.stages satisfies Readonly<Record<string, Stage>>;

const publicKey = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n";

function read(changes: object): () => unknown {
  return () => readStage({ prod: { ...stages.prod, ...changes } }, "prod");
}

const applicationId = "0123456789abcdef".repeat(4);

describe("a stage in cdk.json", () => {
  it("is taken as it stands where everything is decided", () => {
    expect(readStage(stages, "dev")).toEqual(stages.dev);
    expect(readStage(stages, "prod")).toEqual(stages.prod);
    expect(read({ domain: ownCertificate, committing: pipeline })).not.toThrow();
    expect(read({ committing: { github: "octocat@123456/my-repo@456789", branch: "main" } })).not.toThrow();
  });

  it.each([
    [
      "without a domain",
      { domain: undefined },
      'The domain of stage prod is not decided. Fix: write "name" with "zone" or "certificateArn" in cdk.json, or "noneBecause" and the reason.',
    ],
    [
      "that declines without a reason",
      { alarms: { noneBecause: " " } },
      'The alarms of stage prod have no address. Fix: write "email" in cdk.json, or "noneBecause" and the reason.',
    ],
    [
      "with a certificate of another Region",
      {
        domain: {
          name: "presse.example",
          certificateArn: "arn:aws:acm:eu-north-1:111122223333:certificate/a",
        },
      },
      "The domain of stage prod has a certificate in eu-north-1, but CloudFront takes them from us-east-1 alone. Fix: have one issued there and write its ARN in cdk.json",
    ],
    [
      "whose name lies in another zone",
      { domain: { name: "presse.example.dk", zone: { id: "Z1", name: "presse.example" } } },
      "The domain of stage prod has no certificate, and no zone that presse.example.dk lies in.",
    ],
    [
      "without a Region",
      { region: "Stockholm" },
      'The region of stage prod is not a Region. Fix: write "region": "eu-north-1"',
    ],
    ["without a branch", { committing: { github: "a/b" } }, "The committing of stage prod names no branch."],
    ["with a branch that is a pattern", { committing: { github: "a/b", branch: "*" } }, "names no branch."],
    ["with any repository", { committing: { github: "a/*", branch: "main" } }, "names no repository."],
    [
      "that declines what cannot be",
      { retention: { noneBecause: "No." } },
      "does not say what becomes of the data.",
    ],
    [
      "with logs for as many days as nobody keeps them",
      { retention: { ...stages.prod.retention, logs: 8 } },
      "wants logs for 8 days, and CloudWatch keeps them for certain numbers alone.",
    ],
    ["with an editor of nothing", { editor: { branch: "main" } }, "names no branch of a repository."],
    [
      "with an editor that nobody can sign in to",
      { editor: { repository: "a/b", branch: "main", clientId: "Iv1.a", secretParameter: "secret" } },
      'The editor of stage prod names no application of GitHub\'s. Fix: write "clientId", and "secretParameter": "/presserum/github" in cdk.json',
    ],
    [
      "with an editor that works on nothing at GitLab",
      { editor: { gitlab: "newsroom", branch: "main", applicationId } },
      'names no branch of a repository. Fix: write "gitlab": "group/name" and "branch"',
    ],
    [
      "with an editor that nobody can sign in to at GitLab",
      { editor: { gitlab: "a/b/c", branch: "main", applicationId: "app" } },
      "names no application of GitLab's.",
    ],
    [
      "with an editor at a GitLab that is no origin",
      { editor: { gitlab: "a/b", branch: "main", applicationId, url: "https://gitlab.example/" } },
      'has a "url" that is no origin.',
    ],
    [
      "with a former key that is the new one",
      { advance: { publicKey, formerPublicKey: publicKey } },
      'The advance of stage prod has a "formerPublicKey" that is no other key.',
    ],
    ["with too many days of recovery", { recovery: { days: 36 } }, "from 1 to 35"],
  ])("%s is one sentence with the way out", (_, changes, sentence) => {
    expect(read(changes)).toThrow(sentence);
  });

  it("that is not there names those that are", () => {
    expect(() => readStage(stages, "live")).toThrow(
      'There is no stage "live" in cdk.json. Fix: take one of dev, prod, or write it there.',
    );
  });

  it("is seen to be the sample's as long as it has the sample's names", () => {
    expect(sampleNamesIn(readStage(stages, "prod"))).toEqual(["domain", "alarms", "committing"]);
    expect(sampleNamesIn(readStage(stages, "dev"))).toEqual([]);
  });
});
