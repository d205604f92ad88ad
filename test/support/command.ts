import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `npm run NAME -- …`, as somebody has it in whose environment these variables are. */
export function runCommand(
  name: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  cwd?: string,
): Promise<Ended> {
  const file = fileURLToPath(new URL(`../../functions/cli/${name}.ts`, import.meta.url));
  const env = { ...process.env, ...variables };
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { env, cwd }, (error, out, err) => {
      // One that was killed has no number, and is not to pass for one that ended well.
      resolve({ code: error === null ? 0 : typeof error.code === "number" ? error.code : NaN, out, err });
    });
  });
}

/** The same, as the person would have it who runs the press room of a data folder. */
export async function commandIn(
  dataDir: string,
  name: string,
  ...args: string[]
): Promise<{ readonly said: string; readonly code: number }> {
  const { code, out, err } = await runCommand(name, args, { DATA_DIR: dataDir });
  return { said: out + err, code };
}
