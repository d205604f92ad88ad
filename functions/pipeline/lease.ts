import { asInstant } from "../content/instant.ts";
import type { Instant } from "../content/instant.ts";
import type { LedgerState } from "./ledger.ts";
import type { Clock, Ledger } from "./ports.ts";

/** How long a publisher that died keeps the others waiting. */
const leaseLasts = 60_000;
/** Two renewals may be lost before the lease is. */
const renewedEvery = 20_000;

/**
 * Does the work while nobody else can do it.
 *
 * @param work    gets what is live, read together with the lease
 * @returns       "busy" when another publisher is at work
 * @throws        LedgerMovedOn, when the lease was lost half-way: whoever has it now starts from what is there
 */
export async function withLease<T>(
  ports: { readonly ledger: Ledger; readonly clock: Clock; readonly publisher: string },
  work: (state: LedgerState) => Promise<T>,
): Promise<T | "busy"> {
  const { ledger, clock, publisher } = ports;
  const until = (now: Instant) => asInstant(Date.parse(now) + leaseLasts);
  const now = clock.now();
  const state = await ledger.take(publisher, now, until(now));
  if (state === undefined) return "busy";
  const renewal = clock.every(renewedEvery, () => ledger.renew(publisher, until(clock.now())));
  try {
    return await Promise.race([work(state), renewal.failed]);
  } finally {
    renewal.stop();
    await ledger.release(publisher);
  }
}
