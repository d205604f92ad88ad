import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { refuseOtherBranch } from "../../functions/cli/other-branch.ts";
import { listen, stopListening } from "../../functions/local/listen.ts";
import { startS3 } from "../../functions/local/s3/start-s3.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const account = "111122223333";
const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => stopListening(server))));

/** AWS as it is when it says no: to everything, or to all but who one is and what is not there. */
async function aws(mood: "expired" | "not bootstrapped" | "forbidden"): Promise<string> {
  const refusal = mood === "expired" ? "ExpiredToken" : "AccessDenied";
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    if (mood === "not bootstrapped" && body.includes("GetCallerIdentity")) {
      response.end(
        `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::${account}:user/ane</Arn><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      );
      return;
    }
    if (String(request.headers["x-amz-target"]).endsWith("GetParameter")) {
      response.writeHead(400, { "content-type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify({ __type: "ParameterNotFound", message: "not found" }));
      return;
    }
    const error = `<Error><Code>${refusal}</Code><Message>It is so.</Message></Error>`;
    const isS3 = request.headers["x-amz-content-sha256"] !== undefined && body === "";
    response.writeHead(403, { "content-type": "text/xml" });
    response.end(isS3 ? error : `<ErrorResponse>${error}</ErrorResponse>`);
  };
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server);
  return `http://127.0.0.1:${await listen(server, 0)}`;
}

/** Runs a program of the project as somebody who is signed in to `endpoint`. */
async function run(endpoint: string, ...args: readonly string[]): Promise<string> {
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
  };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: project, env });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return (stdout + stderr).trimEnd();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The last line: what somebody reads who reads one. */
function lastLine(said: string): string | undefined {
  return said.split("\n").at(-1);
}

const command = (name: string) => `functions/cli/${name}.ts`;
/** Deploys without bundling for the cloud, which would ask the registry, and out of nobody else's way. */
const deployOneStack = [
  "--input-type=module",
  "--eval",
  `import { cdk } from "./functions/cli/cdk.ts"; import { endWith } from "./functions/cli/end-with.ts";
   await endWith(async () => (await cdk("deploy", "presserum-dev-press-room", "--exclusively", "--context", "stage=dev", "--output", process.env.HOME + "/cdk.out"), 0));`,
];

describe("whoever deploys", () => {
  it("is told which stages there are", async () => {
    expect(await run("http://127.0.0.1:1", command("deploy"))).toBe(
      "Which stage? Fix: say it, with --stage dev or prod.",
    );
    expect(await run("http://127.0.0.1:1", command("diff"), "--stage", "live")).toBe(
      'There is no stage "live" in cdk.json. Fix: take one of dev, prod, or write it there.',
    );
  });

  it("is told that the sample's names are nobody's, before anything is made", async () => {
    expect(await run("http://127.0.0.1:1", command("deploy"), "--stage", "prod")).toBe(
      'Stage prod still has the sample\'s domain, alarms, committing in cdk.json. Fix: write your own, or "noneBecause" and the reason.',
    );
  });

  it("has to say twice what is to be destroyed", async () => {
    expect(await run("http://127.0.0.1:1", command("destroy"), "--stage", "prod")).toBe(
      "This takes the press room of stage prod away from its readers. Its buckets and its table stay. Fix: add --confirm prod.",
    );
  });

  it("is told that the role has expired", async () => {
    expect(lastLine(await run(await aws("expired"), ...deployOneStack))).toMatch(
      /^The role with which you act at AWS has expired\. Fix: /,
    );
  }, 240_000);

  it("is told to bootstrap, and nothing is half done", async () => {
    expect(lastLine(await run(await aws("not bootstrapped"), ...deployOneStack))).toMatch(
      /^The account has not been made ready for the CDK .*\. Fix: npx cdk bootstrap /,
    );
  }, 240_000);
});

describe("whoever publishes", () => {
  it("is told that the role has expired, or may not send", async () => {
    expect(lastLine(await run(await aws("expired"), command("publish")))).toMatch(/has expired\. Fix: /);
    expect(lastLine(await run(await aws("forbidden"), command("publish")))).toMatch(
      /may not do this\. Fix: /,
    );
  });

  it("is told that the bucket is gone", async () => {
    const dir = mkdtempSync(join(tmpdir(), "presserum-s3-"));
    const s3 = await startS3({ dir });
    expect(lastLine(await run(s3.url, command("publish")))).toMatch(
      /^The source bucket is not there any more\. Fix: set PRESSERUM_SOURCE_BUCKET /,
    );
    await s3.close();
    rmSync(dir, { recursive: true });
  });

  it("is told that this is not the branch", () => {
    const from = (given: string) => () =>
      refuseOtherBranch({ PRESSERUM_BRANCH: "main", GITHUB_REF_NAME: given });
    expect(from("udkast")).toThrow(
      "This is the branch udkast, but the press room is published from main. Fix: merge it into main.",
    );
    expect(from("main")).not.toThrow();
    expect(() => refuseOtherBranch({})).not.toThrow();
  });
});
