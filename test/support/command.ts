import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** `npm run NAME -- …`, as the person would have it who runs the press room of a data folder. */
export async function commandIn(
  dataDir: string,
  name: string,
  ...args: string[]
): Promise<{ readonly said: string; readonly code: number }> {
  const file = fileURLToPath(new URL(`../../functions/cli/${name}.ts`, import.meta.url));
  const env = { ...process.env, DATA_DIR: dataDir };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file, ...args], { env });
    return { said: stdout + stderr, code: 0 };
  } catch (error) {
    const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number };
    return { said: stdout + stderr, code };
  }
}
