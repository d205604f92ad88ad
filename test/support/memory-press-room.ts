import { asInstant } from "../../functions/content/instant.ts";
import type { Instant } from "../../functions/content/instant.ts";
import type { LedgerState } from "../../functions/pipeline/ledger.ts";
import { memoryRows } from "../../functions/pipeline/memory-rows.ts";
import type { Ledger, Rows } from "../../functions/pipeline/ports.ts";
import { publish } from "../../functions/pipeline/publish.ts";
import type { PublishPorts } from "../../functions/pipeline/publish.ts";
import { renderPages } from "../../functions/pipeline/render-pages.ts";
import type { SiteObject } from "../../functions/site/site-object.ts";
import { memorySources } from "./memory-sources.ts";
import type { MemorySources } from "./memory-sources.ts";

/** The pipeline with every port in memory: fast enough to be tried a hundred times, and able to break off anywhere. */
export interface MemoryPressRoom {
  readonly sources: MemorySources;
  readonly site: ReadonlyMap<string, SiteObject>;
  readonly rows: Rows;
  readonly purged: string[];
  /** Publishes as of an instant. */
  publishAt(instant: string): ReturnType<typeof publish>;
  /** Lets so many writes through, and fails the next. Infinity for none. */
  failAfterWrites(count: number): void;
  /** The site, the index and the ledger are gone; what was committed is there. */
  loseEverythingButSources(): Promise<void>;
  /** Somebody writes over an object on the site. */
  damage(key: string): void;
  /** Called after each change of the site. */
  onChange(listener: (key: string) => void): void;
}

export class Crash extends Error {
  override readonly name = "Crash";
}

export function memoryPressRoom(): MemoryPressRoom {
  const sources = memorySources();
  const site = new Map<string, SiteObject>();
  const purged: string[] = [];
  const listeners: ((key: string) => void)[] = [];
  let memory = memoryRows();
  let writesLeft = Infinity;
  let now = asInstant(0);

  const write = (): void => {
    if (writesLeft <= 0) throw new Crash("This write was made to fail.");
    writesLeft -= 1;
  };
  const changed = (key: string): void => {
    for (const listener of listeners) listener(key);
  };
  const rows: Rows = {
    get: (keys) => memory.get(keys),
    query: (query) => memory.query(query),
    async write(puts, deletes) {
      // Row by row, as a table takes them in: half of an order may be all that happens.
      for (const row of puts) {
        write();
        await memory.write([structuredClone(row)], []);
      }
      for (const key of deletes) {
        if (puts.some(({ pk, sk }) => pk === key.pk && sk === key.sk)) continue;
        write();
        await memory.write([], [key]);
      }
    },
  };
  const siteAt: PublishPorts["site"] = {
    async put(object) {
      await Promise.resolve();
      write();
      site.set(object.key, object);
      changed(object.key);
    },
    async delete(keys) {
      await Promise.resolve();
      for (const key of keys) {
        write();
        site.delete(key);
        changed(key);
      }
    },
  };
  const ports: { -readonly [Port in keyof PublishPorts]: PublishPorts[Port] } = {
    sources,
    rows,
    site: siteAt,
    ledger: memoryLedger(write),
    workers: {
      renderPages: (order) => renderPages({ sources, rows, site: siteAt }, order),
      makeRenditions: ({ photoKey }) =>
        Promise.resolve({
          manifest: {
            photoKey,
            // Stands in for sharp, which the photo tests run for real: pages only need to know the files' names.
            files: [
              { name: "original.jpg", contentType: "image/jpeg", width: 60, height: 40, bytes: 1 },
              { name: "w60.jpg", contentType: "image/jpeg", width: 60, height: 40, bytes: 1 },
            ],
          },
        }),
    },
    edgeCache: {
      async purge(paths) {
        await Promise.resolve();
        write();
        purged.push(...paths);
      },
    },
    clock: {
      now: () => now,
      waitUntil(instant: Instant) {
        now = instant;
        return Promise.resolve();
      },
      every: () => ({ failed: new Promise<never>(() => {}), stop: () => {} }),
    },
    code: "1",
    publisher: "test",
  };
  return {
    sources,
    site,
    rows,
    purged,
    publishAt(instant) {
      now = asInstant(Date.parse(instant));
      return publish(ports);
    },
    failAfterWrites(count) {
      writesLeft = count;
    },
    async loseEverythingButSources() {
      await Promise.resolve();
      site.clear();
      memory = memoryRows();
      ports.ledger = memoryLedger(write);
    },
    damage(key) {
      const object = site.get(key);
      if (object === undefined) throw new Error(`${key} is not on the site.`);
      site.set(key, { ...object, body: { text: "damaged" }, digest: "damaged" });
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

function memoryLedger(write: () => void): Ledger {
  let state: LedgerState = {};
  const set = async (change: LedgerState): Promise<void> => {
    await Promise.resolve();
    write();
    state = change;
  };
  return {
    read: () => Promise.resolve(state),
    take: () => Promise.resolve(state),
    renew: () => Promise.resolve(),
    begin: (_, underway) => set({ ...state, underway }),
    record: (_, live, nextDue) => set({ live, ...(nextDue === undefined ? {} : { nextDue }) }),
    refuse: (_, refused) => set({ ...state, refused }),
    report: () => Promise.resolve(),
    release: () => Promise.resolve(),
  };
}
