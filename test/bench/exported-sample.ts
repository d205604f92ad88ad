import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The sample newsroom as plain files, made afresh. */
export function exportedSample(folder: string): string {
  const out = join(folder, "sample");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const command = fileURLToPath(new URL("../../functions/cli/export.ts", import.meta.url));
  execFileSync(process.execPath, [command, "--out", out], { stdio: "pipe" });
  return out;
}
