import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { bundleFunctions } from "../../functions/local/bundle-functions.ts";
import type { CallRecord } from "../../functions/local/call-log.ts";
import { synthesise } from "../../functions/local/synthesise.ts";
import { PolicyJudge, unused } from "../support/policy-judge.ts";
import type { Grant } from "../support/policy-judge.ts";

const folder = process.env["STORY_CALLS"] ?? "";
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Grants that no story can need, each with who needs them. */
const neededElsewhere: readonly { readonly actions: readonly string[]; readonly because: string }[] = [
  {
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    because: "Lambda writes what a function prints.",
  },
  { actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], because: "Lambda sends the traces." },
  {
    actions: ["sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"],
    because:
      "Lambda keeps an event that failed for good, which at home is told on the screen; the CDK grants all three to it.",
  },
  {
    actions: ["s3:ListBucket"],
    because: "Nothing is listed. Without it S3 says forbidden of what is not there, at home as well.",
  },
  {
    actions: ["s3:AbortMultipartUpload"],
    because: "The SDK gives up an upload in parts that failed half-way.",
  },
];

/** One story in two functions: what a publication does itself, it gives away in batches when there is much of it. */
const sameStory = { function: "Functionsrenderpages", as: "Functionspublish" };

/** Test files in which a whole press room runs. */
function stories(): readonly string[] {
  const tests = fileURLToPath(new URL("..", import.meta.url));
  return readdirSync(tests, { recursive: true, encoding: "utf-8" })
    .filter((file) => file.endsWith(".test.ts") && !file.startsWith("after"))
    .filter((file) => readFileSync(join(tests, file), "utf-8").includes("await startPressRoom("))
    .map((file) => basename(file));
}

/** Runs when all others have: `npm test`. With some of them alone there is nothing to tell. */
describe("when all stories are told", () => {
  it("none of the functions may do what none of them needed", async (context) => {
    const told = existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/\.json$/, "")) : [];
    const missing = stories().filter((story) => !told.includes(story));
    if (missing.length > 0) return context.skip(`Not all stories were told: ${missing.join(", ")}`);

    const calls = told.flatMap(
      (story) => JSON.parse(readFileSync(join(folder, `${story}.json`), "utf-8")) as CallRecord[],
    );
    await bundleFunctions();
    const elsewhere = new Set(neededElsewhere.flatMap(({ actions }) => actions));
    const grants = new PolicyJudge((await synthesise()).template)
      .grants()
      .filter(({ action }) => !elsewhere.has(action));
    expect(grants.length).toBeGreaterThan(20);
    const inBatches = grants
      .filter(({ functionName }) => functionName.startsWith(sameStory.function))
      .map(({ functionName }) => functionName)[0];
    const alsoInBatches = calls
      .filter(({ functionName }) => functionName.startsWith(sameStory.as))
      .map((call) => ({ ...call, functionName: inBatches ?? "" }));
    expect(calls.some(({ functionName }) => functionName === inBatches)).toBe(true);
    expect(unused(grants, [...calls, ...alsoInBatches]).map(words)).toEqual([]);
  });
});

function words({ functionName, action, resource }: Grant): string {
  return `${functionName} never needed ${action} on ${resource}`;
}
