import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { bundleFolder, cloudBundleFolder, functionNames } from "../contract.ts";
import { bundleForCloud, bundleFunctions } from "../local/bundle-functions.ts";
import { endWith } from "./end-with.ts";
import { projectFolder } from "./options.ts";

/**
 * Bundles the functions, and says how large they are. `--cloud` also makes what only a deployment needs: the photo function
 * with sharp for Lambda's processor, and the editor. Both are what cdk.json has done before `npx cdk` does anything, so that
 * no deployment goes without them; `--quiet` because its output is the template.
 */
await endWith(async () => {
  const { values } = parseArgs({
    options: { cloud: { type: "boolean", default: false }, quiet: { type: "boolean", default: false } },
  });
  await bundleFunctions();
  if (values.cloud) await bundleForCloud();
  if (values.quiet) return 0;
  const folders = [
    ...functionNames.map((name) => join(bundleFolder, name)),
    ...(values.cloud ? readdirSync(join(projectFolder, cloudBundleFolder)) : []).map((name) =>
      join(cloudBundleFolder, name),
    ),
  ];
  console.log(line("kB", "code", "gzip", "folder"));
  for (const folder of folders) {
    const code = readFileSync(join(projectFolder, folder, "index.mjs"));
    const sizes = [code.length, gzipSync(code).length, bytesBelow(join(projectFolder, folder))];
    console.log(line(folder, ...sizes.map((bytes) => String(Math.round(bytes / 1_000)))));
  }
  return 0;
});

/** What Lambda unpacks: with source maps, and with packages where there are some. */
function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

function line(name: string, ...cells: readonly string[]): string {
  return name.padEnd(32) + cells.map((cell) => cell.padStart(8)).join("");
}
