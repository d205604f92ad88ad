import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { sampleNamesIn, readStage } from "../../infra/read-stage.ts";
import { decided } from "../../infra/stage.ts";
import type { Stage } from "../../infra/stage.ts";
import { stackKinds, stackName } from "../contract.ts";
import type { StackKind } from "../contract.ts";
import { awsTrouble } from "./aws-trouble.ts";
import { CdkFailed } from "./cdk-failed.ts";
import { BadOption, projectFolder } from "./options.ts";

export interface ChosenStage {
  readonly name: string;
  readonly stage: Stage;
  /** In the order in which they are deployed. */
  readonly stacks: readonly { readonly kind: StackKind; readonly id: string }[];
}

/**
 * The stage that `--stage` names, as `cdk.json` has it.
 *
 * @throws  BadOption, BadStage
 */
export function chosenStage(): ChosenStage {
  const { values } = parseArgs({ options: { stage: { type: "string" } }, strict: false });
  const { context } = JSON.parse(readFileSync(join(projectFolder, "cdk.json"), "utf-8")) as {
    context: { stages: object };
  };
  const name = values.stage;
  if (typeof name !== "string") {
    const all = Object.keys(context.stages).join(" or ");
    throw new BadOption(`Which stage? Fix: say it, with --stage ${all}.`);
  }
  const stage = readStage(context.stages, name);
  const domain = decided(stage.domain);
  const hasDoor = (domain !== undefined && "zone" in domain) || decided(stage.firewall) !== undefined;
  const kinds = stackKinds.filter((kind) => kind !== "front-door" || hasDoor);
  return { name, stage, stacks: kinds.map((kind) => ({ kind, id: stackName(name, kind) })) };
}

/** @throws BadOption for a stage that still has the sample's names: they are nobody's */
export function refuseSample({ name, stage }: ChosenStage): void {
  const names = sampleNamesIn(stage);
  if (names.length === 0) return;
  throw new BadOption(
    `Stage ${name} still has the sample's ${names.join(", ")} in cdk.json. Fix: write your own, or "noneBecause" and the reason.`,
  );
}

/**
 * Runs `npx cdk` and shows what it says.
 *
 * @throws  CdkFailed, with what to do where that is known
 */
export async function cdk(...args: readonly string[]): Promise<void> {
  const program = join(createRequire(import.meta.url).resolve("aws-cdk/package.json"), "../bin/cdk");
  const child = spawn(process.execPath, [program, ...args], {
    cwd: projectFolder,
    // The app and the build of cdk.json run "node": it has to be the one that came with the packages.
    env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env["PATH"] ?? ""}` },
    stdio: ["inherit", "pipe", "pipe"],
  });
  let said = "";
  for (const [stream, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream.on("data", (piece: Buffer) => {
      said += piece.toString();
      to.write(piece);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code === 0) return;
  throw new CdkFailed(
    awsTrouble(said)?.en ?? `cdk ${args[0]} ended with ${code}; what it said stands above.`,
  );
}
