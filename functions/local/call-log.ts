import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Call } from "./call-gate.ts";
import type { Deed } from "./policies.ts";

/** One call of one function, as it is written down: so that anyone can hold it against the function's policies. */
export interface CallRecord {
  /** The logical id. */
  readonly functionName: string;
  /** "s3" */
  readonly service: string;
  /** As the service names it: "PutObject" */
  readonly action: string;
  /** "bucket/key", "table", "table/T/index/I", or an ARN. */
  readonly resource: string;
  /** Of a copy: "bucket/key" */
  readonly source?: string;
}

export interface CallLog {
  record(call: Call, deeds: readonly Deed[]): void;
  close(): void;
}

/**
 * Opens a file to which each call of a function adds one line of JSON, also those that are then refused.
 *
 * @param functions  logical ids; what a person, a rule or the edge does is not written down
 */
export function openCallLog(file: string, functions: ReadonlySet<string>): CallLog {
  mkdirSync(dirname(file), { recursive: true });
  const opened = openSync(file, "a");
  return {
    record(call, deeds) {
      if (!functions.has(call.caller)) return;
      // Written at once: a log that lacks the last calls before a crash says nothing of the crash.
      for (const one of recordsOf(call, deeds)) writeSync(opened, `${JSON.stringify(one)}\n`);
    },
    close: () => closeSync(opened),
  };
}

function recordsOf({ caller, service, operation, resource }: Call, deeds: readonly Deed[]): CallRecord[] {
  const known = { functionName: caller, service, action: operation };
  if (service === "s3") {
    const copied = operation === "CopyObject" ? deeds[0]?.arn.replace("arn:aws:s3:::", "") : undefined;
    return [{ ...known, resource, ...(copied === undefined ? {} : { source: copied }) }];
  }
  // A call that acts on several tables needs leave for each.
  return deeds.map(({ arn }) => ({ ...known, resource: service === "dynamodb" ? tableOf(arn) : arn }));
}

function tableOf(arn: string): string {
  const table = arn.replace(/^[^/]*\//, "");
  return table.includes("/index/") ? `table/${table}` : table;
}
