import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Call } from "./call-gate.ts";

export interface CallLog {
  record(call: Call): void;
  close(): void;
}

/** Opens a file to which each call adds one line of JSON, also those that are then refused. */
export function openCallLog(file: string): CallLog {
  mkdirSync(dirname(file), { recursive: true });
  const opened = openSync(file, "a");
  return {
    // Written at once: a log that lacks the last calls before a crash says nothing of the crash.
    record: (call) => void writeSync(opened, `${JSON.stringify(call)}\n`),
    close: () => closeSync(opened),
  };
}
