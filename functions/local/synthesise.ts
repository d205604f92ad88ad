import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { atHome, stackName } from "../contract.ts";
import type { Template } from "./template.ts";

const run = promisify(execFile);
const project = fileURLToPath(new URL("../..", import.meta.url));
/** The stage that is run at home. */
const stageAtHome = "dev";
const stack = stackName(stageAtHome, "press-room");

/** The stack as it would be deployed. */
export interface Synthesis {
  readonly template: Template;
  /** Where the files of an asset lie. @throws for a hash that the template does not name */
  readonly assetFolder: (hash: string) => string;
}

interface AssetManifest {
  readonly files: Readonly<Record<string, { readonly source: { readonly path: string } }>>;
}

/**
 * Synthesises the stack in a process of its own: the CDK takes half a second to load and 100 MB to hold, and neither is
 * wanted while the press room runs. The bundles must be there. No account is asked for.
 *
 * @param advanceKey  in the place of what the stage says: whose signature advance copies are given out against, in PEM
 */
export async function synthesise(advanceKey?: string): Promise<Synthesis> {
  const out = mkdtempSync(join(tmpdir(), "presserum-synth-"));
  try {
    await synthesised(out, { ...settings(advanceKey), stage: stageAtHome, [atHome]: true });
    const template = JSON.parse(readFileSync(join(out, `${stack}.template.json`), "utf-8")) as Template;
    const manifest = JSON.parse(readFileSync(join(out, `${stack}.assets.json`), "utf-8")) as AssetManifest;
    return {
      template,
      assetFolder(hash) {
        const file = manifest.files[hash];
        if (file === undefined) throw new Error(`The stack has no asset ${hash}.`);
        return resolve(out, file.source.path);
      },
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The templates of all stacks of a stage, in no order. */
export async function synthesiseStage(stage: string): Promise<readonly Template[]> {
  const out = mkdtempSync(join(tmpdir(), "presserum-synth-"));
  try {
    await synthesised(out, { ...settings(undefined), stage });
    const files = readdirSync(out).filter((file) => file.endsWith(".template.json"));
    return files.map((file) => JSON.parse(readFileSync(join(out, file), "utf-8")) as Template);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function synthesised(out: string, context: object): Promise<void> {
  await run(process.execPath, [join(project, "infra", "app.ts")], {
    cwd: project,
    env: {
      ...process.env,
      CDK_OUTDIR: out,
      // The validator is nine tenths of the time; `npx cdk synth` and the tests run with it.
      CDK_VALIDATION: "false",
      CDK_CONTEXT_JSON: JSON.stringify({ ...context, "aws:cdk:disable-asset-staging": true }),
    },
  });
}

/** What `npx cdk` would hand the app from `cdk.json`. */
function settings(advanceKey: string | undefined): object {
  const { context } = JSON.parse(readFileSync(join(project, "cdk.json"), "utf-8")) as {
    readonly context: { readonly stages: Readonly<Record<string, object>> };
  };
  if (advanceKey === undefined) return context;
  const stage = { ...context.stages[stageAtHome], advance: { publicKey: advanceKey } };
  return { ...context, stages: { ...context.stages, [stageAtHome]: stage } };
}
