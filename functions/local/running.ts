import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** With these variables a command acts on the press room that is running in this data folder. */
export type Connection = Readonly<Record<string, string>>;

function fileIn(dataDir: string): string {
  return join(dataDir, "running.json");
}

/** @returns  takes it away again, when the press room stops */
export function announceRunning(dataDir: string, connection: Connection): () => void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(fileIn(dataDir), JSON.stringify(connection), { mode: 0o600 });
  return () => rmSync(fileIn(dataDir), { force: true });
}

/** Undefined where none is running; one that was killed may still be named. */
export function findRunning(dataDir: string): Connection | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), "utf-8")) as Connection;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
