import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** What a command used, with all its children. */
export interface Measured {
  /** Seconds from start to end. */
  readonly wall: number;
  /** Seconds of processor time, user and system, of the whole process tree. */
  readonly cpu: number;
  /** The most resident memory that the tree had at any one look; undefined where the machine has no /proc. */
  readonly peakMegabytes: number | undefined;
  readonly output: string;
}

export interface Command {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Between two looks at the memory: a peak that is shorter is missed, and looking costs next to nothing. */
const lookEvery = 50;

/**
 * Runs a command to its end. The shell's own account of its children is what counts the processor time: it has those
 * of children's children too, on every system.
 *
 * @throws  when the command fails, with what it said
 */
export async function measuredCommand({ command, cwd, env = {} }: Command): Promise<Measured> {
  const started = performance.now();
  const shell = spawn("sh", ["-c", '"$@" 2>&1; code=$?; times >&3; exit $code', "sh", ...command], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  const [output, times] = [collected(shell.stdout), collected(shell.stdio[3])];
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, residentBytes(shell.pid ?? 0));
  }, lookEvery);
  const code = await new Promise<number | null>((resolve, reject) => {
    shell.on("error", reject).on("close", resolve);
  });
  clearInterval(look);
  const wall = (performance.now() - started) / 1_000;
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${output().slice(-4_000)}`);
  const [, ofChildren = ""] = times().trim().split("\n");
  return {
    wall,
    cpu: secondsIn(ofChildren),
    peakMegabytes: peak > 0 ? peak / 1e6 : undefined,
    output: output(),
  };
}

/** Reads what `times` prints for user and system: "0m1.250s 0m0.340s". */
function secondsIn(line: string): number {
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

function collected(stream: unknown): () => string {
  let text = "";
  (stream as NodeJS.ReadableStream).setEncoding("utf-8").on("data", (part: string) => (text += part));
  return () => text;
}

function residentBytes(pid: number): number {
  if (!existsSync("/proc/self/statm")) return 0;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf-8").split(" ")[1]);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf-8").trim();
    const below = children === "" ? [] : children.split(" ");
    return below.reduce((sum, child) => sum + residentBytes(Number(child)), pages * pageSize);
  } catch {
    return 0; // it ended between two looks
  }
}

/** Linux on the processors that Node is built for. */
const pageSize = 4_096;
