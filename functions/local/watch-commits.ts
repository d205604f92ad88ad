import { setTimeout as pause } from "node:timers/promises";
import type { Checkout } from "./checkout.ts";

/** How soon a commit is seen. Asking Git takes some milliseconds, and works on every file system, which watching does not. */
const lookEvery = 1_000;

/**
 * Calls `publish` each time that something else counts than before; one call at a time. A failure is told and the
 * next look tries again.
 */
export function watchCommits(
  checkout: Pick<Checkout, "head">,
  publish: () => Promise<unknown>,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let last: string | undefined;

  const watching = (async () => {
    last = await stateOf(checkout);
    while (!signal.aborted) {
      await pause(lookEvery, undefined, { signal }).catch(() => {}); // cut short by stop(), which is seen below
      if (signal.aborted) return;
      try {
        const now = await stateOf(checkout);
        if (now !== last) await publish();
        last = now;
      } catch (error) {
        console.error("The newest commit could not be published; trying again.", error);
      }
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}

async function stateOf(checkout: Pick<Checkout, "head">): Promise<string> {
  const { commit, tree } = await checkout.head();
  return `${commit} ${tree}`;
}
