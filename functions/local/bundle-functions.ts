import { build } from "esbuild";
import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { bundleFolder, cloudBundleFolder, editorFunction, functionNames } from "../contract.ts";
import { bundleEditor } from "./editor/bundle-editor.ts";
import { writeWhole } from "./write-whole.ts";
import type { FunctionName } from "../contract.ts";

const run = promisify(execFile);
const project = fileURLToPath(new URL("../..", import.meta.url));

/** The one function that needs sharp, whose binaries are for one processor. */
const withSharp: FunctionName = "make-renditions";

/**
 * Bundles the functions: one folder each, with `index.mjs` in it. The same sources give the same bytes. At home sharp is
 * found in the project's own packages.
 */
export async function bundleFunctions(): Promise<void> {
  for (const name of functionNames) await bundle(name, bundleFolder);
}

/**
 * Bundles what only the cloud needs: the photo function with sharp for Lambda's processor, whatever this machine's is.
 * Needs the npm registry.
 */
export async function bundleForCloud(): Promise<void> {
  await rm(join(project, cloudBundleFolder), { recursive: true, force: true });
  await bundle(withSharp, cloudBundleFolder);
  await bundleEditorFunction();
  const folder = join(project, cloudBundleFolder, withSharp);
  const { dependencies } = JSON.parse(await readFile(join(project, "package.json"), "utf-8")) as {
    dependencies: Record<string, string>;
  };
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ dependencies: { sharp: dependencies["sharp"] } }),
  );
  const flags = ["--os=linux", "--cpu=arm64", "--libc=glibc", "--ignore-scripts", "--no-audit", "--no-fund"];
  await run("npm", ["install", ...flags], { cwd: folder });
}

/** Bundles the function of the editor with the editor's files beside it, for the stages that have one. */
export async function bundleEditorFunction(): Promise<void> {
  await bundle(editorFunction, cloudBundleFolder);
  await bundleEditor(join(project, cloudBundleFolder, editorFunction, "editor"));
}

async function bundle(name: FunctionName, into: string): Promise<void> {
  const folder = join(project, into, name);
  await mkdir(folder, { recursive: true });
  const { outputFiles } = await build({
    write: false,
    absWorkingDir: project,
    entryPoints: [join("functions", "lambda", `${name}.ts`)],
    outfile: join(folder, "index.mjs"),
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    // Half the bytes to fetch and to compile at a cold start; errors keep the names by which they are told apart.
    minify: true,
    keepNames: true,
    legalComments: "none",
    sourcemap: "linked",
    sourcesContent: false,
    external: ["sharp"],
    // Some of the packages within still call require().
    banner: {
      js: 'import { createRequire } from "node:module";const require = createRequire(import.meta.url);',
    },
    logLevel: "error",
  });
  for (const { path, contents } of outputFiles) await putIfChanged(path, contents);
}

/** Whole or not at all, and not at all where it is there already: another start may be reading it. */
async function putIfChanged(path: string, contents: Uint8Array): Promise<void> {
  const known = await readFile(path).catch(() => undefined); // not there yet, or not readable: written either way
  if (known?.equals(contents) === true) return;
  await writeWhole(path, contents);
}
