import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs Node to its end, with nothing in its environment but what is given. @returns what it printed */
export async function inItsProcess(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, env: { ...env } });
  return stdout;
}
