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
  readonly holder: string;
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
  const lease = { holder: publisher, until: () => lastWriteIn(until) };
  try {
    return await Promise.race([work(state, lease), renewal.failed]);
  } finally {
    renewal.stop();
    await ledger.release(publisher);
  }
}

/** The lease as a worker was told of it with its order; the publisher may have renewed it since. */
export interface ToldLease {
  readonly holder: string;
  readonly until: Instant;
}

/**
 * The instant from which on a worker begins no write: when the one it was told of has come, it asks for the one there is
 * now. A batch may take longer than a lease, on a machine that has much to do.
 */
export function leaseAskedFor(
  ports: { readonly ledger: Pick<Ledger, "leaseOf">; readonly clock: Pick<Clock, "now"> },
  { holder, until: told }: ToldLease,
): () => Promise<Instant> {
  let until = told;
  return async () => {
    if (ports.clock.now() < until) return until;
    const renewed = await ports.ledger.leaseOf(holder);
    if (renewed !== undefined) until = lastWriteIn(renewed);
    return until;
  };
}

function lastWriteIn(until: Instant): Instant {
  return asInstant(Date.parse(until) - longestWrite);
}

function leaseFrom(now: Instant): Instant {
  return asInstant(Date.parse(now) + leaseLasts);
}
