import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleFunctions } from "../../functions/local/bundle-functions.ts";
import type { Json, Template } from "../../functions/local/template.ts";

const run = promisify(execFile);
const project = fileURLToPath(new URL("../..", import.meta.url));
const out = mkdtempSync(join(tmpdir(), "presserum-cdk-"));

let template: Template;
let report: { readonly pluginReports: readonly { readonly violations?: readonly unknown[] }[] };
beforeAll(async () => {
  await bundleFunctions();
  // As `npx cdk synth` does it, validator and all, without anything of AWS in the environment.
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^AWS_|^CDK_/.test(name)));
  const context = JSON.stringify(
    (JSON.parse(readFileSync(join(project, "cdk.json"), "utf-8")) as { context: object }).context,
  );
  await run(process.execPath, ["infra/app.ts"], {
    cwd: project,
    env: { ...clean, CDK_OUTDIR: out, CDK_CONTEXT_JSON: context },
  });
  template = JSON.parse(readFileSync(join(out, "Presserum.template.json"), "utf-8")) as Template;
  report = JSON.parse(readFileSync(join(out, "validation-report.json"), "utf-8")) as typeof report;
});
afterAll(() => rmSync(out, { recursive: true }));

function all(type: string): readonly (readonly [string, Readonly<Record<string, Json>>])[] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, resource]) => [id, resource.Properties ?? {}] as const);
}

/** The allowed actions of each function's role, by the function's name. */
function actionsOf(name: string): readonly string[] {
  return all("AWS::IAM::Policy")
    .filter(([id]) => id.includes(name.replaceAll("-", "")))
    .flatMap(
      ([, { PolicyDocument }]) =>
        (PolicyDocument as { Statement: readonly { Action: string | string[] }[] }).Statement,
    )
    .flatMap(({ Action }) => Action)
    .toSorted((one, other) => one.localeCompare(other));
}

describe("the stack", () => {
  it("is found right by CloudFormation's own rules", () => {
    expect(report.pluginReports.flatMap(({ violations }) => violations ?? [])).toEqual([]);
  });

  it("makes no bucket public, and refuses what is not encrypted on its way", () => {
    expect(all("AWS::S3::Bucket")).toHaveLength(3);
    for (const [id, { PublicAccessBlockConfiguration: block, BucketEncryption }] of all("AWS::S3::Bucket")) {
      expect([id, block]).toEqual([
        id,
        {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      ]);
      expect(BucketEncryption).toBeDefined();
    }
    const statements = all("AWS::S3::BucketPolicy").flatMap(
      ([, { PolicyDocument }]) =>
        (PolicyDocument as { Statement: readonly { Effect: string; Principal: Json; Action: Json }[] })
          .Statement,
    );
    expect(statements.filter(({ Effect }) => Effect === "Deny")).toHaveLength(3);
    expect(statements.filter(({ Effect }) => Effect === "Allow")).toMatchObject([
      { Principal: { Service: "cloudfront.amazonaws.com" }, Action: "s3:GetObject" },
    ]);
  });

  it("deletes no archive when it is deleted itself", () => {
    const kept = Object.values(template.Resources).filter(
      ({ Type }) => Type === "AWS::S3::Bucket" || Type === "AWS::DynamoDB::Table",
    );
    expect(kept.map((resource) => (resource as { DeletionPolicy?: string }).DeletionPolicy)).toEqual([
      "Retain",
      "Retain",
      "Retain",
      "Retain",
    ]);
  });

  it.each([
    [
      "publish",
      [
        "cloudfront:CreateInvalidation",
        "dynamodb:BatchGetItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        "dynamodb:UpdateItem",
        "lambda:InvokeFunction",
        "s3:DeleteObject",
        "s3:GetObject",
        "s3:ListBucket",
        "s3:PutObject",
        "sqs:SendMessage",
      ],
    ],
    [
      "render-pages",
      [
        "dynamodb:BatchGetItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:Query",
        "s3:DeleteObject",
        "s3:GetObject",
        "s3:PutObject",
      ],
    ],
    ["make-renditions", ["s3:GetObject", "s3:PutObject"]],
  ])("lets %s do just what it does", (name, actions) => {
    expect(actionsOf(name)).toEqual(actions);
  });

  it("names what may be acted on: nowhere everything", () => {
    const policies = [...all("AWS::IAM::Policy"), ...all("AWS::IAM::ManagedPolicy")];
    const resources = policies
      .flatMap(
        ([, { PolicyDocument }]) =>
          (PolicyDocument as { Statement: readonly { Resource: Json }[] }).Statement,
      )
      .flatMap(({ Resource }) => Resource);
    expect(resources.length).toBeGreaterThan(10);
    expect(resources.filter((resource) => resource === "*")).toEqual([]);
  });

  it("wakes the publisher by a new head and each minute, and by nothing else", () => {
    const rules = all("AWS::Events::Rule").map(
      ([, { EventPattern: pattern, ScheduleExpression: schedule }]) =>
        schedule ?? (pattern as { detail: { object: Json } }).detail.object,
    );
    expect(rules).toEqual([{ key: ["head.json"] }, "rate(1 minute)"]);
  });

  it("brings no function and no resource along that is not ours", () => {
    expect(all("AWS::Lambda::Function")).toHaveLength(3);
    expect(
      Object.values(template.Resources).filter(
        ({ Type }) => Type.startsWith("Custom::") || Type === "AWS::CloudFormation::CustomResource",
      ),
    ).toEqual([]);
  });

  it("answers what is not there with the page for it, and keeps that for seconds only", () => {
    const [[, distribution] = []] = all("AWS::CloudFront::Distribution");
    expect(distribution).toMatchObject({
      DistributionConfig: {
        CustomErrorResponses: [403, 404].map((ErrorCode) => ({
          ErrorCode,
          ErrorCachingMinTTL: 5,
          ResponseCode: 404,
          ResponsePagePath: "/404.html",
        })),
        DefaultCacheBehavior: {
          ViewerProtocolPolicy: "redirect-to-https",
          AllowedMethods: ["GET", "HEAD"],
          Compress: true,
        },
      },
    });
  });

  it("lets no page load anything from anywhere else, and run nothing", () => {
    const [[, headers] = []] = all("AWS::CloudFront::ResponseHeadersPolicy");
    const policy = JSON.stringify(headers);
    expect(policy).toContain(
      "default-src 'none'; img-src 'self' data:; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(policy).not.toContain("unsafe");
  });

  it("runs on arm64 and the newest Node that Lambda has, with logs that end", () => {
    for (const [, { Architectures, Runtime, Handler }] of all("AWS::Lambda::Function")) {
      expect([Architectures, Runtime, Handler]).toEqual([["arm64"], "nodejs24.x", "index.handler"]);
    }
    expect(all("AWS::Logs::LogGroup").map(([, { RetentionInDays }]) => RetentionInDays)).toEqual([
      30, 30, 30,
    ]);
  });
});

describe("the bundles", () => {
  it("are the same bytes from the same sources", async () => {
    const file = join(project, "dist/functions/publish/index.mjs");
    const before = readFileSync(file);
    await bundleFunctions();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("carry sharp nowhere but where photos are made", () => {
    const has = (name: string) =>
      readFileSync(join(project, `dist/functions/${name}/index.mjs`), "utf-8").includes('from "sharp"');
    expect(["publish", "render-pages", "make-renditions"].map(has)).toEqual([false, false, true]);
  });
});
