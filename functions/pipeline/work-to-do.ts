import { asInstant } from "../content/instant.ts";
import type { Instant } from "../content/instant.ts";
import type { LedgerState } from "./ledger.ts";
import type { Head } from "./ports.ts";

/** A nudge comes each minute: what is due before the one after the next is waited for, so that it is on time. */
const patience = 70_000;

export type Work =
  | { readonly type: "nothing" }
  | { readonly type: "wait"; readonly until: Instant }
  | { readonly type: "publish"; readonly wanted: Head };

/** A refused commit holds nothing up: what is live stays wanted, and its embargoes end. */
export function workToDo(state: LedgerState, head: Head | undefined, code: string, now: Instant): Work {
  const { live, refused, underway, nextDue: due } = state;
  const isRefused =
    refused !== undefined &&
    refused.commit === head?.commit &&
    refused.forced === (head.forced ?? false) &&
    refused.code === code;
  const wanted = isRefused ? live : head;
  if (wanted === undefined) return { type: "nothing" };
  const asWanted =
    underway === undefined &&
    live !== undefined &&
    live.commit === wanted.commit &&
    live.tree === wanted.tree &&
    isDone(wanted.again, live.again) &&
    (live.code === code || isRefused);
  if (!asWanted || (due !== undefined && due <= now)) return { type: "publish", wanted };
  const soon = asInstant(Date.parse(now) + patience);
  return due !== undefined && due <= soon ? { type: "wait", until: due } : { type: "nothing" };
}

/** Whether everything was made again since somebody asked for it. */
export function isDone(asked: string | undefined, done: string | undefined): boolean {
  return asked === undefined || asked === done;
}
