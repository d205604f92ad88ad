import { generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleFunctions } from "../../functions/local/bundle-functions.ts";
import { resourcesOf, synthesisedStage } from "../support/synthesis.ts";
import type { SynthesisedStage } from "../support/synthesis.ts";

const [first, second] = [pair(), pair()];
function pair(): string {
  return generateKeyPairSync("rsa", { modulusLength: 2048 })
    .publicKey.export({ type: "spki", format: "pem" })
    .toString();
}

/** The steps of the runbook: one key, the turn, the new one alone. */
let steps: readonly SynthesisedStage[];
beforeAll(async () => {
  await bundleFunctions();
  const turns = [
    { publicKey: first },
    { publicKey: second, formerPublicKey: first },
    { publicKey: second },
  ] as const;
  steps = await Promise.all(turns.map((advance) => synthesisedStage("prod", { changes: { advance } })));
});

/** PEM of each key that CloudFront takes signatures of, by its logical id. */
function taken({ templates }: SynthesisedStage): Readonly<Record<string, string>> {
  const keys = new Map(
    resourcesOf(templates, "AWS::CloudFront::PublicKey").map(({ id, properties }) => [
      id,
      (properties["PublicKeyConfig"] as { EncodedKey: string }).EncodedKey,
    ]),
  );
  const [group] = resourcesOf(templates, "AWS::CloudFront::KeyGroup");
  const config = group?.properties["KeyGroupConfig"] as { Items: readonly { Ref: string }[] } | undefined;
  return Object.fromEntries(
    (config?.Items ?? []).map(({ Ref }) => [Ref, keys.get(Ref) ?? "not in the stack"]),
  );
}

/** What npm run advance signs with from then on. */
function signing(stage: SynthesisedStage): string | undefined {
  const output = stage.templates["press-room"]?.Outputs?.["AdvanceKeyId"] as unknown as
    { readonly Value: { readonly Ref: string } } | undefined;
  return taken(stage)[output?.Value.Ref ?? ""];
}

describe("the key of advance links", () => {
  it("takes turns without a link dying: both are taken while the new one signs, and then the new one alone", () => {
    expect(steps.map((stage) => Object.values(taken(stage)))).toEqual([[first], [second, first], [second]]);
    expect(steps.map(signing)).toEqual([first, second, second]);
  });

  it("stays the same key in CloudFront when it becomes the former one: links name it by its id", () => {
    const [before = {}, turn = {}, after = {}] = steps.map(taken);
    const idOf = (keys: Readonly<Record<string, string>>, pem: string) =>
      Object.entries(keys).find(([, one]) => one === pem)?.[0];
    expect(idOf(turn, first)).toBe(idOf(before, first));
    expect(idOf(after, second)).toBe(idOf(turn, second));
    expect(idOf(turn, first)).not.toBe(idOf(turn, second));
  });
});
