import type { Instant } from "../../functions/content/instant.ts";
import { LedgerMovedOn } from "../../functions/pipeline/ledger.ts";
import type { LedgerState, Publication } from "../../functions/pipeline/ledger.ts";
import type { Ledger } from "../../functions/pipeline/ports.ts";

/** The ledger with its lease, in memory; held to the same promises as the one in DynamoDB by test/ports. */
export function memoryLedger(): Ledger & { readonly reports: readonly Publication[] } {
  const reports: Publication[] = [];
  let state: LedgerState = {};
  let lease: { readonly holder: string; readonly until: Instant } | undefined;

  const change = (publisher: string, after: () => LedgerState): Promise<void> => {
    if (lease?.holder !== publisher) return Promise.reject(new LedgerMovedOn(`${publisher} has no lease.`));
    state = after();
    return Promise.resolve();
  };
  return {
    reports,
    read: () => Promise.resolve(state),
    take(publisher, now, until) {
      if (lease !== undefined && lease.holder !== publisher && lease.until >= now)
        return Promise.resolve(undefined);
      lease = { holder: publisher, until };
      return Promise.resolve(state);
    },
    renew(publisher, until) {
      if (lease?.holder === publisher) lease = { holder: publisher, until };
      return change(publisher, () => state);
    },
    begin: (publisher, underway) => change(publisher, () => ({ ...state, underway })),
    record: (publisher, live, nextDue) =>
      change(publisher, () => ({ live, ...(nextDue === undefined ? {} : { nextDue }) })),
    refuse: (publisher, refused) => change(publisher, () => ({ ...state, refused })),
    report(publication) {
      reports.push(publication);
      return Promise.resolve();
    },
    release(publisher) {
      if (lease?.holder === publisher) lease = undefined;
      return Promise.resolve();
    },
    leaseOf: (publisher) => Promise.resolve(lease?.holder === publisher ? lease.until : undefined),
  };
}
