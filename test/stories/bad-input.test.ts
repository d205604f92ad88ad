import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { refuseOtherBranch } from "../../functions/cli/other-branch.ts";
import { atHome } from "../../functions/contract.ts";
import { bundleFunctions } from "../../functions/local/bundle-functions.ts";
import { startS3 } from "../../functions/local/s3/start-s3.ts";
import { account, refusingAws } from "../support/refusing-aws.ts";
import type { Answers, RefusingAws, Refusal } from "../support/refusing-aws.ts";
import { newsroomRepository } from "../support/newsroom-repository.ts";
import type { Folder } from "../support/repository.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const running: RefusingAws[] = [];
afterEach(() => Promise.all(running.splice(0).map((one) => one.close())));

/** AWS as it is when it says no. */
async function aws(answers: Answers): Promise<RefusingAws> {
  const started = await refusingAws(answers);
  running.push(started);
  return started;
}

const expired: Refusal = { code: "ExpiredToken", message: "The provided token has expired." };

interface Ended {
  readonly code: number;
  readonly said: string;
}

/** Runs a program of the project as somebody who is signed in to `endpoint`. */
async function run(
  endpoint: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const home = mkdtempSync(join(tmpdir(), "presserum-home-")); // the CDK remembers accounts in it
  const env = {
    PATH: process.env["PATH"],
    HOME: home,
    CDK_VALIDATION: "false",
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: "eu-north-1",
    AWS_ACCESS_KEY_ID: "a",
    AWS_SECRET_ACCESS_KEY: "b",
    AWS_SESSION_TOKEN: "c",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_MAX_ATTEMPTS: "1",
    PRESSERUM_SOURCE_BUCKET: "source",
    ...variables,
  };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: project, env });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: (stdout + stderr).trimEnd() };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The last line, what somebody reads who reads one: how it ends badly, and without a stack trace. */
function refusal({ code, said }: Ended): string {
  expect(code).toBeGreaterThan(0);
  expect(said).not.toMatch(/^\s+at .*:\d+:\d+/m);
  return said.split("\n").at(-1) ?? "";
}

const command = (name: string) => `functions/cli/${name}.ts`;
const nowhere = "http://127.0.0.1:1";

describe("whoever deploys", () => {
  /** A stage as it was synthesised: to make it again each time, with what only Lambda needs, would ask the registry. */
  let assembly: string;
  beforeAll(async () => {
    await bundleFunctions();
    assembly = mkdtempSync(join(tmpdir(), "presserum-assembly-"));
    const { context } = JSON.parse(readFileSync(join(project, "cdk.json"), "utf-8")) as { context: object };
    const settings = JSON.stringify({ ...context, stage: "dev", [atHome]: true });
    await promisify(execFile)(process.execPath, ["infra/app.ts"], {
      cwd: project,
      env: { ...process.env, CDK_VALIDATION: "false", CDK_OUTDIR: assembly, CDK_CONTEXT_JSON: settings },
    });
  });
  afterAll(() => rmSync(assembly, { recursive: true }));

  /** As `npm run deploy` and `npm run destroy` have the CDK do it, for one stack. */
  function cdk(deed: string, endpoint: string, ...options: readonly string[]): Promise<Ended> {
    const all = [
      deed,
      "presserum-dev-press-room",
      "--exclusively",
      "--app",
      assembly,
      "--build",
      "",
      ...options,
    ];
    const program = `import { cdk } from "./functions/cli/cdk.ts"; import { endWith } from "./functions/cli/end-with.ts";
      await endWith(async () => (await cdk(...${JSON.stringify(all)}), 0));`;
    return run(endpoint, ["--input-type=module", "--eval", program]);
  }

  it("is told which stages there are", async () => {
    expect(refusal(await run(nowhere, [command("deploy")]))).toBe(
      "Which stage? Fix: say it, with --stage dev or prod.",
    );
    expect(refusal(await run(nowhere, [command("diff"), "--stage", "live"]))).toBe(
      'There is no stage "live" in cdk.json. Fix: take one of dev, prod, or write it there.',
    );
  });

  it("is told that the sample's names are nobody's, before anything is made", async () => {
    expect(refusal(await run(nowhere, [command("deploy"), "--stage", "prod"]))).toBe(
      'Stage prod still has the sample\'s domain, alarms, committing in cdk.json. Fix: write your own, or "noneBecause" and the reason.',
    );
  });

  it("has to say twice what is to be destroyed", async () => {
    expect(refusal(await run(nowhere, [command("destroy"), "--stage", "prod"]))).toBe(
      "This takes the press room of stage prod away from its readers. Its buckets and its table stay. Fix: add --confirm prod.",
    );
  });

  it("is told that the role has expired", async () => {
    const { url } = await aws({ all: expired });
    expect(refusal(await cdk("deploy", url))).toMatch(
      /^The role with which you act at AWS has expired\. Fix: sign in again/,
    );
  });

  it("is told to bootstrap, and nothing is half done", async () => {
    const { url, asked } = await aws({ isBootstrapped: false });
    expect(refusal(await cdk("deploy", url))).toMatch(
      /^The account has not been made ready for the CDK .*\. Fix: npx cdk bootstrap /,
    );
    expect(asked.filter((deed) => /^PUT|Create|Update|Delete|Execute/.test(deed))).toEqual([]);
  });

  it.each([
    [
      "deploy",
      "UPDATE_ROLLBACK_FAILED",
      /^The stack stopped half-way back .* Fix: aws cloudformation continue-update-rollback/,
    ],
    ["deploy", "ROLLBACK_COMPLETE", /^The stack is what is left of .* Fix: delete it in the console/],
    ["deploy", "ROLLBACK_FAILED", /^The stack is what is left of .* Fix: delete it in the console/],
    ["destroy", "DELETE_FAILED", /^The stack is what is left of .* Fix: delete it in the console/],
  ])("is told after %s the way out of %s", async (deed, stack, said) => {
    const { url } = await aws({ stack });
    expect(refusal(await cdk(deed, url, ...(deed === "destroy" ? ["--force"] : [])))).toMatch(said);
  });
});

describe("whoever publishes, in the language of those who write", () => {
  let folder: Folder;
  beforeAll(() => {
    folder = newsroomRepository("da");
    folder.commit();
  });
  afterAll(() => folder[Symbol.dispose]());
  const at = (variables: Readonly<Record<string, string>> = {}) => ({
    CONTENT_DIR: folder.path,
    DATA_DIR: join(folder.path, ".data"),
    ...variables,
  });

  it("is told that the role has expired, and nothing has been sent", async () => {
    const { url, asked } = await aws({ all: expired });
    expect(refusal(await run(url, [command("publish")], at()))).toMatch(
      / er udløbet\. Gør sådan: log ind igen/,
    );
    for (const name of ["status", "rollback", "again"]) {
      const ended = await run(url, [command(name)], at({ PRESSERUM_TABLE: "t" }));
      expect([name, refusal(ended)]).toEqual([name, expect.stringMatching(/ er udløbet\. Gør sådan: /)]);
    }
    expect(asked.filter((deed) => /^PUT|PutItem|UpdateItem/.test(deed))).toEqual([]);
  });

  it("is told it in English where that is theirs", async () => {
    using english = newsroomRepository("en");
    english.commit();
    const { url } = await aws({ all: expired });
    const variables = at({ CONTENT_DIR: english.path });
    expect(refusal(await run(url, [command("publish")], variables))).toMatch(
      / has expired\. Fix: sign in again/,
    );
  });

  it("is told that the bucket is gone", async () => {
    const dir = mkdtempSync(join(tmpdir(), "presserum-s3-"));
    const s3 = await startS3({ dir });
    expect(refusal(await run(s3.url, [command("publish")], at()))).toMatch(
      /^Kildernes bucket er der ikke længere\. Gør/,
    );
    await s3.close();
    rmSync(dir, { recursive: true });
  });

  it("is told that the table was never deployed, or is gone", async () => {
    const { url } = await aws({
      s3: { code: "NoSuchKey", message: "The specified key does not exist.", status: 404 },
      dynamo: { code: "ResourceNotFoundException", message: "Requested resource not found" },
    });
    for (const name of ["status", "rollback", "again"]) {
      expect(refusal(await run(url, [command(name)], at({ PRESSERUM_TABLE: "t" })))).toMatch(
        /^Presserummets tabel er ikke her: .* PRESSERUM_TABLE /,
      );
    }
  });

  it("is told that a role which may only send may not look", async () => {
    const { url } = await aws({
      s3: { code: "NoSuchKey", message: "The specified key does not exist.", status: 404 },
      dynamo: {
        code: "AccessDeniedException",
        message: `User: arn:aws:sts::${account}:assumed-role/x/y is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-north-1:${account}:table/t because no identity-based policy allows the dynamodb:GetItem action`,
      },
    });
    expect(refusal(await run(url, [command("status")], at({ PRESSERUM_TABLE: "t" })))).toMatch(
      /^Du må ikke se i presserummets tabel;/,
    );
  });

  it("is told that a role which may read may not send, though S3 says no more to HEAD than a number", async () => {
    const { url, asked } = await aws({
      s3: { code: "AccessDenied", message: "Access Denied", status: 403 },
      s3Get: { code: "NoSuchKey", message: "The specified key does not exist.", status: 404 },
    });
    expect(refusal(await run(url, [command("publish")], at()))).toMatch(/må ikke dette; .* policy MaySend/);
    expect(asked.filter((deed) => deed.includes("head.json") && deed.startsWith("PUT"))).toEqual([]);
  });

  it("is told that the role of another branch is not given out", async () => {
    const message = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
    const { url } = await aws({ all: { code: "AccessDenied", message, status: 403 } });
    folder.write({ token: "x" });
    const variables = at({
      AWS_ACCESS_KEY_ID: "",
      AWS_SECRET_ACCESS_KEY: "",
      AWS_ROLE_ARN: `arn:aws:iam::${account}:role/presserum`,
      AWS_WEB_IDENTITY_TOKEN_FILE: join(folder.path, "token"),
    });
    expect(refusal(await run(url, [command("publish")], variables))).toMatch(
      /^Denne gren eller dette repository må ikke udgive/,
    );
  });

  it("is told that the workflow runs for another branch", async () => {
    const variables = at({ PRESSERUM_BRANCH: "main", GITHUB_REF_NAME: "udkast" });
    expect(refusal(await run(nowhere, [command("publish")], variables))).toBe(
      "Dette er grenen udkast, men presserummet bliver udgivet fra main. Gør sådan: merge den ind i main.",
    );
  });

  it.each([
    [{ AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" }, "Ingen er logget ind hos AWS her. Gør sådan: "],
    [{ AWS_REGION: "" }, "i hvilken region presserummet er. Gør sådan: sæt AWS_REGION"],
    [{ AWS_ENDPOINT_URL: nowhere }, "Presserummet kan ikke nås herfra. Gør sådan: "],
    [
      { PRESSERUM_SOURCE_BUCKET: "" },
      "PRESSERUM_TABLE er nævnt, men ikke PRESSERUM_SOURCE_BUCKET. Gør sådan: ",
    ],
  ])("is told what is missing with %j", async (variables: Readonly<Record<string, string>>, said) => {
    const { url } = await aws({});
    const ended = await run(url, [command("status")], at({ PRESSERUM_TABLE: "t", ...variables }));
    expect(refusal(ended)).toContain(said);
  });
});

describe("the branch", () => {
  it("is anyone's where nobody set one", () => {
    expect(() => refuseOtherBranch({ PRESSERUM_BRANCH: "main", GITHUB_REF_NAME: "main" })).not.toThrow();
    expect(() => refuseOtherBranch({})).not.toThrow();
  });
});
