import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { functionNames } from "../../functions/contract.ts";
import { bundleFunctions } from "../../functions/local/bundle-functions.ts";
import type { Json } from "../../functions/local/template.ts";
import { resourcesOf, synthesisedStage } from "../support/synthesis.ts";
import type { Made, SynthesisedStage } from "../support/synthesis.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

let dev: SynthesisedStage;
let prod: SynthesisedStage;
beforeAll(async () => {
  await bundleFunctions();
  [dev, prod] = await Promise.all([synthesisedStage("dev"), synthesisedStage("prod")]);
});

interface Statement {
  readonly Effect: string;
  readonly Principal?: Json;
  readonly Action: string | readonly string[];
  readonly Resource: Json | readonly Json[];
}

function statementsOf({ properties }: Made): readonly Statement[] {
  return (properties["PolicyDocument"] as unknown as { Statement: readonly Statement[] }).Statement;
}

function all(type: string): readonly Made[] {
  return resourcesOf(prod.templates, type);
}

describe("what is kept", () => {
  it("is in no public bucket, encrypted where it lies, and refused in the clear on its way", () => {
    for (const { id, properties } of all("AWS::S3::Bucket")) {
      expect([id, properties["PublicAccessBlockConfiguration"]]).toEqual([
        id,
        {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      ]);
      expect(properties["BucketEncryption"]).toBeDefined();
    }
    const policies = all("AWS::S3::BucketPolicy").map(statementsOf);
    expect(policies).toHaveLength(all("AWS::S3::Bucket").length);
    for (const statements of policies) {
      expect(statements.filter(({ Effect }) => Effect === "Deny")).toMatchObject([
        { Action: "s3:*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
      ]);
    }
    expect(policies.flat().filter(({ Effect }) => Effect === "Allow")).toMatchObject([
      { Principal: { Service: "cloudfront.amazonaws.com" }, Action: "s3:GetObject" },
      { Principal: { Service: "delivery.logs.amazonaws.com" }, Action: "s3:PutObject" },
    ]);
  });

  it("stays when the stack goes, and nobody deletes the index by mistake", () => {
    const kept = [...all("AWS::S3::Bucket"), ...all("AWS::DynamoDB::Table")];
    expect(kept.map(({ deletionPolicy }) => deletionPolicy)).toEqual(kept.map(() => "Retain"));
    for (const { properties } of all("AWS::DynamoDB::Table")) {
      expect(properties).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        SSESpecification: { SSEEnabled: true },
      });
    }
  });

  it("goes with the stack where the stage says so in writing", () => {
    const stores = [
      ...resourcesOf({ "press-room": dev.templates["press-room"] }, "AWS::S3::Bucket"),
      ...resourcesOf(dev.templates, "AWS::DynamoDB::Table"),
    ];
    expect(stores.map(({ deletionPolicy }) => deletionPolicy)).toEqual(stores.map(() => "Delete"));
  });

  it("has a lifetime where it was overwritten or deleted, and where it names readers", () => {
    const lifetimes = all("AWS::S3::Bucket").map(({ stack, properties }) => [
      stack,
      JSON.stringify(properties["LifecycleConfiguration"]),
    ]);
    for (const [stack, rules] of lifetimes) {
      expect(rules).toMatch(
        stack === "edge-watch"
          ? /"ExpirationInDays":30/
          : /"NoncurrentVersionExpiration":\{"NoncurrentDays":90\}/,
      );
    }
  });

  it("has no name of its own: a stack made anew must not meet what an earlier one kept", () => {
    for (const { properties } of [...all("AWS::S3::Bucket"), ...all("AWS::DynamoDB::Table")]) {
      expect(properties).not.toHaveProperty("BucketName");
      expect(properties).not.toHaveProperty("TableName");
    }
  });
});

describe("the roles", () => {
  const policies = () => [...all("AWS::IAM::Policy"), ...all("AWS::IAM::ManagedPolicy")];

  it("name each action that they allow", () => {
    const actions = policies()
      .flatMap(statementsOf)
      .flatMap(({ Action }) => Action);
    expect(actions.length).toBeGreaterThan(20);
    expect(actions.filter((action) => action.includes("*"))).toEqual([]);
  });

  it("name what may be acted on, but for the traces, which have no names", () => {
    const open = policies()
      .flatMap(statementsOf)
      .filter(({ Resource }) => [Resource].flat().includes("*"));
    expect(new Set(open.flatMap(({ Action }) => Action))).toEqual(
      new Set(["xray:PutTelemetryRecords", "xray:PutTraceSegments"]),
    );
  });

  it("take nothing from a policy that is AWS's own", () => {
    for (const { properties } of all("AWS::IAM::Role")) {
      const attached = JSON.stringify(properties["ManagedPolicyArns"] ?? []);
      expect(attached).not.toContain("iam::aws:policy");
    }
  });
});

describe("the functions", () => {
  it("run on arm64 and the newest Node that Lambda has, all but the watch traced, each with a limit and its own log that ends", () => {
    const functions = all("AWS::Lambda::Function");
    expect(functions).toHaveLength(functionNames.length);
    const logs = all("AWS::Logs::LogGroup");
    for (const { id, properties } of functions) {
      const { Architectures, Runtime, Handler, TracingConfig } = properties;
      expect([id, Architectures, Runtime, Handler]).toEqual([id, ["arm64"], "nodejs24.x", "index.handler"]);
      const isTraced = !id.startsWith("Functionswatch");
      expect([id, TracingConfig]).toEqual([id, isTraced ? { Mode: "Active" } : undefined]);
      expect(properties["MemorySize"]).toBeGreaterThan(128);
      expect(properties["Timeout"]).toBeGreaterThan(3);
      const { LogGroup: log } = properties["LoggingConfig"] as { LogGroup: { Ref: string } };
      expect(logs.map((one) => one.id)).toContain(log.Ref);
    }
    expect(logs.map(({ properties }) => properties["RetentionInDays"])).toEqual(logs.map(() => 30));
  });

  it("bring no function and no resource along that is not ours", () => {
    const types = Object.values({ ...dev.templates, ...prod.templates }).flatMap(({ Resources }) =>
      Object.values(Resources).map(({ Type }) => Type),
    );
    expect(types.length).toBeGreaterThan(20);
    expect(types.filter((type) => /^Custom::|^AWS::CloudFormation::CustomResource$/.test(type))).toEqual([]);
  });

  it("are woken by a new head and each minute, and what wakes nobody is kept", () => {
    const rules = all("AWS::Events::Rule").map(({ properties }) => properties);
    expect(
      rules.map(
        ({ EventPattern: pattern, ScheduleExpression: schedule }) =>
          schedule ?? (pattern as { detail: { object: Json } }).detail.object,
      ),
    ).toEqual([{ key: ["head.json"] }, "rate(1 minute)"]);
    for (const { Targets: targets } of rules) {
      for (const target of targets as readonly Json[]) expect(target).toHaveProperty("DeadLetterConfig.Arn");
    }
  });

  it("leave what failed three times where somebody finds it", () => {
    const targets = all("AWS::Events::Rule").flatMap(
      ({ properties }) => properties["Targets"] as readonly { Arn: { "Fn::GetAtt": [string, string] } }[],
    );
    const woken = new Set(targets.map(({ Arn }) => Arn["Fn::GetAtt"][0]));
    const configured = all("AWS::Lambda::EventInvokeConfig").map(
      ({ properties }) => (properties["FunctionName"] as { Ref: string }).Ref,
    );
    expect(new Set(configured)).toEqual(woken);
    for (const { properties } of all("AWS::Lambda::EventInvokeConfig")) {
      expect(properties).toHaveProperty("DestinationConfig.OnFailure.Destination");
    }
  });

  it("reserve no concurrency: a new account has ten in all, and must keep them", () => {
    for (const { properties } of all("AWS::Lambda::Function"))
      expect(properties).not.toHaveProperty("ReservedConcurrentExecutions");
  });
});

describe("the edge", () => {
  const distribution = () => all("AWS::CloudFront::Distribution")[0]?.properties["DistributionConfig"];

  it("answers what is not there with the page for it, and keeps that for seconds only", () => {
    const { CustomErrorResponses } = distribution() as { readonly CustomErrorResponses: Json };
    expect(CustomErrorResponses).toEqual([
      // What the bucket says of a key that it does not have, to somebody who may not list it.
      { ErrorCode: 403, ErrorCachingMinTTL: 5, ResponseCode: 404, ResponsePagePath: "/404.html" },
      // What the API says, in words for programs.
      { ErrorCode: 404, ErrorCachingMinTTL: 5 },
    ]);
  });

  it("speaks HTTP/2 and 3, IPv6, and TLS from 1.2 on under the press room's own name", () => {
    expect(distribution()).toMatchObject({
      HttpVersion: "http2and3",
      IPV6Enabled: true,
      Aliases: ["presse.example"],
      ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2025", SslSupportMethod: "sni-only" },
      DefaultCacheBehavior: {
        ViewerProtocolPolicy: "redirect-to-https",
        AllowedMethods: ["GET", "HEAD"],
        Compress: true,
      },
    });
    expect(all("AWS::Route53::RecordSet").map(({ properties }) => properties["Type"])).toEqual(["A", "AAAA"]);
  });

  it("takes its certificate from us-east-1, by way of a parameter and no hidden function", () => {
    expect(all("AWS::CertificateManager::Certificate").map(({ stack }) => stack)).toEqual(["front-door"]);
    expect(prod.templates["front-door"]?.Outputs).toHaveProperty("CertificateArn");
    expect(prod.templates["press-room"]?.Parameters).toHaveProperty("CertificateArn");
    expect(dev.templates).not.toHaveProperty("front-door");
  });

  it("lets no page load anything from anywhere else, and run nothing from within", () => {
    const [headers] = all("AWS::CloudFront::ResponseHeadersPolicy");
    const policy = JSON.stringify(headers?.properties);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
  });
});

describe("the templates", () => {
  it("name no account, say what each output is for, and have every resource tagged with its stage", () => {
    for (const template of Object.values(prod.templates)) {
      expect(JSON.stringify(template)).not.toMatch(/\b\d{12}\b/);
      for (const [name, output] of Object.entries(template.Outputs ?? {}))
        expect([name, output]).toHaveProperty("1.Description");
    }
    for (const { id, properties } of [...all("AWS::S3::Bucket"), ...all("AWS::Lambda::Function")])
      expect([id, properties["Tags"]]).toEqual([
        id,
        expect.arrayContaining([{ Key: "presserum:stage", Value: "prod" }]),
      ]);
  });
});

describe("the bundles", () => {
  it("are the same bytes from the same sources", async () => {
    const file = join(project, "dist/functions/publish/index.mjs");
    const before = readFileSync(file);
    rmSync(join(project, "dist/built"), { recursive: true, force: true }); // or it would not be made again
    await bundleFunctions();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("carry sharp nowhere but where photos are made", () => {
    const has = (name: string) =>
      readFileSync(join(project, `dist/functions/${name}/index.mjs`), "utf-8").match(/from ?"sharp"/) !==
      null;
    expect(functionNames.filter(has)).toEqual(["make-renditions"]);
  });
});
