import type { Instant } from "../content/instant.ts";
import { LedgerMovedOn } from "./ledger.ts";
import type { Clock, Held, Rows, Site } from "./ports.ts";

interface Changing {
  readonly rows: Rows;
  readonly site: Site;
  readonly held: Pick<Held, "delete">;
  readonly clock: Pick<Clock, "now">;
}

/**
 * The same ports, but nothing is written through them once the lease is over: whoever has it by then starts from what is
 * there, and a worker whose publisher has died, or one that wakes up late, would undo its work.
 *
 * @returns  ports whose writes throw LedgerMovedOn from that instant on
 */
export function whileLeased<P extends Changing>(ports: P, until: () => Instant | Promise<Instant>): P {
  const { rows, site, held, clock } = ports;
  const leased = async (write: () => Promise<void>): Promise<void> => {
    const end = await until();
    if (clock.now() >= end)
      throw new LedgerMovedOn("The lease is over, so nothing more is written. Trying again is safe.");
    await write();
  };
  return {
    ...ports,
    rows: { ...rows, write: (puts, deletes) => leased(() => rows.write(puts, deletes)) },
    site: {
      put: (object) => leased(() => site.put(object)),
      delete: (keys) => leased(() => site.delete(keys)),
    },
    held: { ...held, delete: (keys) => leased(() => held.delete(keys)) },
  };
}
