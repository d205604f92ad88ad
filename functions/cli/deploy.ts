import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundleForCloud, bundleFunctions } from "../local/bundle-functions.ts";
import { takenIn } from "../contract.ts";
import { cdk, chosenStage, refuseSample } from "./cdk.ts";
import { endWith } from "./end-with.ts";
import { projectFolder } from "./options.ts";

/**
 * Puts a stage into the AWS account that one is signed in to: `npm run deploy -- --stage prod`. The stacks come one after
 * the other, and each gets what the ones before put out. Content is none of its business.
 */
await endWith(async () => {
  const chosen = chosenStage();
  refuseSample(chosen);
  await bundleFunctions();
  await bundleForCloud();

  const known = new Map<string, string>();
  const folder = join(projectFolder, "cdk.out");
  mkdirSync(folder, { recursive: true });
  for (const { kind, id } of chosen.stacks) {
    const outputs = join(folder, `${id}.outputs.json`);
    const given = takenIn[kind].flatMap((name) => {
      const value = known.get(name);
      return value === undefined ? [] : ["--parameters", `${id}:${name}=${value}`];
    });
    const stage = ["--context", `stage=${chosen.name}`];
    await cdk("deploy", id, "--exclusively", ...stage, "--outputs-file", outputs, ...given);
    for (const [name, value] of Object.entries(outputsIn(outputs, id))) known.set(name, value);
  }
  return 0;
});

function outputsIn(file: string, stack: string): Readonly<Record<string, string>> {
  if (!existsSync(file)) return {};
  const all = JSON.parse(readFileSync(file, "utf-8")) as Record<string, Record<string, string>>;
  return all[stack] ?? {};
}
