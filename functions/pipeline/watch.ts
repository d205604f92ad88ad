import type { Clock, Ledger, Sources } from "./ports.ts";
import { isDone } from "./work-to-do.ts";

export interface WatchPorts {
  readonly sources: Pick<Sources, "head">;
  readonly ledger: Pick<Ledger, "read">;
  readonly clock: Pick<Clock, "now">;
}

/** How the press room stands to what it should be. */
export interface Signs {
  /** The newest commit is neither live nor refused. */
  readonly headWaiting: boolean;
  /** Seconds since the site should have changed by itself and did not; 0 where it did. */
  readonly secondsOverdue: number;
}

/**
 * Compares what is wanted with what is live. It changes nothing and shares nothing with the publisher but what both read,
 * so that it can tell of one that has died.
 */
export async function watch({ sources, ledger, clock }: WatchPorts): Promise<Signs> {
  const [head, { live, refused, nextDue }] = await Promise.all([sources.head(), ledger.read()]);
  const isLive =
    head === undefined ||
    (live?.commit === head.commit && live.tree === head.tree && isDone(head.again, live.again));
  const isRefused = refused?.commit === head?.commit && refused?.forced === (head?.forced ?? false);
  const late = nextDue === undefined ? 0 : Date.parse(clock.now()) - Date.parse(nextDue);
  return { headWaiting: !isLive && !isRefused, secondsOverdue: Math.max(0, Math.floor(late / 1000)) };
}
