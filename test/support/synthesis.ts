import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { stackKinds, stackName } from "../../functions/contract.ts";
import type { StackKind } from "../../functions/contract.ts";
import type { Json, Template } from "../../functions/local/template.ts";
import type { Stage } from "../../infra/stage.ts";

const run = promisify(execFile);
const project = fileURLToPath(new URL("../..", import.meta.url));

type Templates = Readonly<Partial<Record<StackKind, Template>>>;

export interface SynthesisOptions {
  /** Put over the stage as `cdk.json` has it. */
  readonly changes?: Partial<Stage>;
  /** Whether everything validates that can; nine tenths of the time. */
  readonly validated?: boolean;
}

/** A stage as `npx cdk synth` leaves it. */
export interface SynthesisedStage {
  /** Without that of a stack which the stage does not need. */
  readonly templates: Templates;
  /** Of every validator, as it reports them; those that are acknowledged are not among them. */
  readonly violations: readonly unknown[];
}

/** Synthesises one stage, with nothing of AWS in the environment. The bundles must be there. */
export async function synthesisedStage(
  name: string,
  { changes = {}, validated = false }: SynthesisOptions = {},
): Promise<SynthesisedStage> {
  const out = mkdtempSync(join(tmpdir(), "presserum-cdk-"));
  const clean = Object.entries(process.env).filter(([key]) => !/^AWS_|^CDK_/.test(key));
  const { context } = readJson(join(project, "cdk.json")) as {
    context: { stages: Record<string, Stage> };
  };
  const stages = { ...context.stages, [name]: { ...context.stages[name], ...changes } };
  try {
    await run(process.execPath, ["infra/app.ts"], {
      cwd: project,
      env: {
        ...Object.fromEntries(clean),
        ...(validated ? {} : { CDK_VALIDATION: "false" }),
        CDK_OUTDIR: out,
        CDK_CONTEXT_JSON: JSON.stringify({ ...context, stages, stage: name }),
      },
    });
    const { artifacts } = readJson(join(out, "manifest.json")) as { artifacts: object };
    const made = stackKinds.filter((kind) => Object.hasOwn(artifacts, stackName(name, kind)));
    const templateOf = (kind: StackKind) =>
      readJson(join(out, `${stackName(name, kind)}.template.json`)) as Template;
    return {
      templates: Object.fromEntries(made.map((kind) => [kind, templateOf(kind)])),
      violations: validated ? violationsIn(out) : [],
    };
  } finally {
    rmSync(out, { recursive: true });
  }
}

function violationsIn(out: string): readonly unknown[] {
  const { pluginReports } = readJson(join(out, "validation-report.json")) as {
    pluginReports: readonly { violations?: readonly unknown[] }[];
  };
  return pluginReports.flatMap(({ violations }) => violations ?? []);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf-8"));
}

export interface Made {
  readonly id: string;
  readonly stack: StackKind;
  readonly properties: Readonly<Record<string, Json>>;
  readonly deletionPolicy: Json | undefined;
}

/** The resources of a type in all stacks of a stage. */
export function resourcesOf(templates: Templates, type: string): readonly Made[] {
  return stackKinds.flatMap((stack) =>
    Object.entries(templates[stack]?.Resources ?? {})
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({
        id,
        stack,
        properties: resource.Properties ?? {},
        deletionPolicy: (resource as { DeletionPolicy?: Json }).DeletionPolicy,
      })),
  );
}
