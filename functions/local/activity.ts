import { setImmediate } from "node:timers/promises";

/** Counts what is under way, for whoever wants to wait until nothing is. */
export interface Activity {
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way, also nothing that what was under way has set off. */
  idle(): Promise<void>;
}

export function createActivity(): Activity {
  const underWay = new Set<Promise<unknown>>();
  return {
    track(work) {
      const tracked = work.finally(() => underWay.delete(tracked));
      underWay.add(tracked);
      return tracked;
    },
    async idle() {
      do {
        await Promise.allSettled(underWay);
        // An object that was just put tells its listeners in the turn after its answer.
        await setImmediate();
        await setImmediate();
      } while (underWay.size > 0);
    },
  };
}
