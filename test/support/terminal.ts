import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What somebody does at the terminal when they read something: types a line, or presses a key. */
export type Turn = readonly [reads: string, types: string];

export const enter = "\r";
export const ctrlC = "\x03";

/**
 * `npm run NAME -- …` on a real terminal, by the program `script`, with somebody who answers.
 *
 * @param turns  what is waited for, and what is then typed, one after the other
 * @returns      all that stood on the terminal, and the exit code; it ends only when all turns have come
 */
export function onTerminal(
  name: string,
  args: readonly string[],
  turns: readonly Turn[],
  variables: Readonly<Record<string, string>>,
  cwd?: string,
): Promise<{ readonly code: number; readonly said: string }> {
  const file = fileURLToPath(new URL(`../../functions/cli/${name}.ts`, import.meta.url));
  const command = [process.execPath, file, ...args];
  const quoted = command.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(" ");
  const onIt =
    process.platform === "darwin" ? ["-q", "/dev/null", ...command] : ["-qec", quoted, "/dev/null"];
  const child = spawn("script", onIt, { env: { ...process.env, ...variables, TERM: "dumb" }, cwd });
  // Somebody who waits for words that never come would else wait with it for ever.
  const patience = setTimeout(() => child.kill(), 60_000);
  const open = [...turns];
  let said = "";
  let read = 0;
  child.stdout.on("data", (piece: Buffer) => {
    said += piece.toString();
    for (let turn = open[0]; turn !== undefined; turn = open[0]) {
      const at = said.indexOf(turn[0], read);
      if (at < 0) break;
      read = at + turn[0].length;
      open.shift();
      child.stdin.write(turn[1]);
    }
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(patience);
      child.stdin.destroy();
      const waited = open.map(([reads]) => reads);
      if (waited.length > 0) reject(new Error(`It never said ${JSON.stringify(waited)}, but:\n${said}`));
      else resolve({ code: code ?? NaN, said: said.replaceAll("\r\n", "\n") });
    });
  });
}
