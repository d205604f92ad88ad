import type { BuildOptions } from "esbuild";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  bundleFolder,
  cloudBundleFolder,
  editorFunction,
  functionNames,
  pictureLetters,
} from "../contract.ts";
import { buildOnce, putIfChanged } from "./build-once.ts";
import { bundleEditor } from "./editor/bundle-editor.ts";
import { installPackage } from "./install-package.ts";
import { readPictureLetters } from "./picture-letters.ts";
import type { Processor } from "./install-package.ts";
import type { FunctionName } from "../contract.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** The one function that needs sharp, whose binaries are for one processor. */
const withSharp: FunctionName = "make-renditions";

/**
 * Bundles the functions: one folder each, with `index.mjs` in it. The same sources give the same bytes. At home sharp is
 * found in the project's own packages.
 */
export async function bundleFunctions(): Promise<void> {
  await bundle(functionNames, bundleFolder);
}

/** Lambda's, whatever this machine's is; the stack's functions are on arm64. */
const lambdas: Processor = { os: "linux", cpu: "arm64" };

/** Bundles what only the cloud needs: the photo function with sharp, and the editor. Needs the npm registry for a sharp that is new. */
export async function bundleForCloud(): Promise<void> {
  await bundlePhotoFunction(cloudBundleFolder, lambdas);
  await bundleEditorFunction();
}

/**
 * Bundles the photo function with the sharp of our own lock beside it.
 *
 * @param into  a folder of the project's, or anywhere; the function gets one of its name in it
 */
export async function bundlePhotoFunction(into: string, processor: Processor): Promise<void> {
  await bundle([withSharp], into);
  await installPackage("sharp", resolve(project, into, withSharp), processor);
}

/** Bundles the function of the editor with the editor's files beside it, for the stages that have one. */
export async function bundleEditorFunction(): Promise<void> {
  await bundle([editorFunction], cloudBundleFolder);
  await bundleEditor(join(project, cloudBundleFolder, editorFunction, "editor"));
}

/** All of them in one go: what they share is read once, and each comes out as it would alone. */
async function bundle(names: readonly FunctionName[], into: string): Promise<void> {
  const folder = resolve(project, into);
  if (names.includes(withSharp)) await bringLetters(join(folder, withSharp, pictureLetters.folder));
  for (const name of names) await mkdir(join(folder, name), { recursive: true });
  await buildOnce(join(project, "dist", "built"), {
    ...bundling(...names),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
  });
}

/** What pictures are written with: Lambda has no fonts. */
async function bringLetters(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = await readPictureLetters();
  for (const [index, name] of pictureLetters.files.entries())
    await putIfChanged(join(folder, name), files[index] ?? new Uint8Array());
}

/** How each function is made one file, for esbuild. */
export function bundling(...names: readonly FunctionName[]) {
  return {
    absWorkingDir: project,
    entryPoints: names.map((name) => ({
      in: join("functions", "lambda", `${name}.ts`),
      out: join(name, "index"),
    })),
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
    // The modules of packages, of which what nobody calls is left out; what is written for require() comes whole.
    mainFields: ["module", "main"],
    alias: { "@aws-sdk/credential-provider-node": "./functions/aws/function-credentials.ts" },
    // Some of the packages within still call require().
    banner: {
      js: 'import { createRequire } from "node:module";const require = createRequire(import.meta.url);',
    },
    logLevel: "error",
  } satisfies BuildOptions;
}
