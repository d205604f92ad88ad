import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { gitEnvironment } from "./git-checkout.ts";

const run = promisify(execFile);

/** A file as the newest commit has it; undefined where it has none. */
export async function committedFile(folder: string, name: string): Promise<Buffer | undefined> {
  try {
    const { stdout } = await run("git", ["-C", folder, "show", `HEAD:./${name}`], {
      env: gitEnvironment(),
      encoding: "buffer",
      maxBuffer: 64_000_000,
    });
    return stdout;
  } catch {
    return undefined;
  }
}
