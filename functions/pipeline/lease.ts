import { asInstant } from "../content/instant.ts";
import type { Instant } from "../content/instant.ts";
import type { LedgerState } from "./ledger.ts";
import type { Clock, Ledger } from "./ports.ts";

/** How long a publisher that died keeps the others waiting. */
const leaseLasts = 60_000;
/** Two renewals may be lost before the lease is. */
const renewedEvery = 20_000;
/** No single write takes longer, but for a kit that is put together first: it has the same address before and after. */
const longestWrite = 10_000;

/** While it lasts nobody else changes anything. */
export interface Lease {
  /** The instant from which on its holder, and whoever works for it, begins no write any more. */
  until(): Instant;
}

/**
 * Does the work while nobody else can do it.
 *
 * @param work    gets the lease, and what is live, read together with it
 * @returns       "busy" when another publisher is at work
 * @throws        LedgerMovedOn, when the lease was lost half-way: whoever has it now starts from what is there
 */
export async function withLease<T>(
  ports: { readonly ledger: Ledger; readonly clock: Clock; readonly publisher: string },
  work: (state: LedgerState, lease: Lease) => Promise<T>,
): Promise<T | "busy"> {
  const { ledger, clock, publisher } = ports;
  const now = clock.now();
  let until = leaseFrom(now);
  const state = await ledger.take(publisher, now, until);
  if (state === undefined) return "busy";
  const renewal = clock.every(renewedEvery, async () => {
    const renewed = leaseFrom(clock.now());
    await ledger.renew(publisher, renewed);
    until = renewed;
  });
  const lease = { until: () => asInstant(Date.parse(until) - longestWrite) };
  try {
    return await Promise.race([work(state, lease), renewal.failed]);
  } finally {
    renewal.stop();
    await ledger.release(publisher);
  }
}

function leaseFrom(now: Instant): Instant {
  return asInstant(Date.parse(now) + leaseLasts);
}
