import { beforeAll, describe, expect, it } from "vitest";
import { environmentNames, stackKinds } from "../../functions/contract.ts";
import { bundleFunctions } from "../../functions/local/bundle-functions.ts";
import { synthesisedStage } from "../support/synthesis.ts";
import type { SynthesisedStage } from "../support/synthesis.ts";

let prod: SynthesisedStage;
beforeAll(async () => {
  await bundleFunctions();
  prod = await synthesisedStage("prod");
});

describe("the stage prod, as CloudFormation gets it", () => {
  // One file for each stack, to be read in a review: what a change of a few lines here does to somebody's account. After
  // a change that is meant: npx vitest run test/infra/snapshots.test.ts --update
  it.each(stackKinds)("is as it was reviewed: %s", async (kind) => {
    const template = `${JSON.stringify(prod.templates[kind], masked, 2)}\n`;
    await expect(template).toMatchFileSnapshot(`snapshots/${kind}.json`);
  });
});

/** Hides what changes with the code of the functions and not with the stack. */
function masked(key: string, value: unknown): unknown {
  if (key === environmentNames.code) return "VERSION";
  if (key === "FunctionCode") return "CODE";
  return typeof value === "string" ? value.replaceAll(/\b[0-9a-f]{64}\b/g, "HASH") : value;
}
