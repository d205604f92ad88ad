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
  let stopped = false;
  let last: string | undefined;
  let wake = (): void => {};

  const watching = (async () => {
    last = await stateOf(checkout);
    while (!stopped) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, lookEvery);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (stopped) return;
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
      stopped = true;
      wake();
      await watching;
    },
  };
}

async function stateOf(checkout: Pick<Checkout, "head">): Promise<string> {
  const { commit, tree } = await checkout.head();
  return `${commit} ${tree}`;
}
