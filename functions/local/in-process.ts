import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { systemClock } from "../aws/system-clock.ts";
import type { Instant } from "../content/instant.ts";
import { sharpImages } from "../images/sharp-images.ts";
import type { LedgerState } from "../pipeline/ledger.ts";
import { makeRenditions } from "../pipeline/make-renditions.ts";
import type { MadeParts } from "../pipeline/make-renditions.ts";
import { memoryRows } from "../pipeline/memory-rows.ts";
import type { MemoryRows } from "../pipeline/memory-rows.ts";
import type { Clock, Held, HeldBytes, Ledger, Site, Sources, Workers } from "../pipeline/ports.ts";
import type { PublishPorts } from "../pipeline/publish.ts";
import { renderPages } from "../pipeline/render-pages.ts";
import { heldKeyOf } from "../site/manifest.ts";
import type { Part } from "../site/manifest.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * The ports of a publication that happens within this process: for the export and the preview. Renditions are kept in
 * a folder and made once; everything else is in memory, or where `site` puts it.
 */
export function inProcessPorts(
  sources: Sources,
  site: Site,
  heldFolder: string,
  instant: () => Instant,
): PublishPorts & { readonly rows: MemoryRows } {
  const rows = memoryRows();
  const clock = fixedClock(instant);
  const ledger = memoryLedger();
  const held = { delete: () => Promise.resolve() }; // the originals are on this very machine: nothing is let go of
  const workers = { drawPictures: () => Promise.resolve() }; // whoever wants to see one has it drawn: see `bytesOf`
  return {
    sources,
    rows,
    held,
    site,
    ledger,
    workers: {
      ...workers,
      renderPages: (order) => renderPages({ sources, rows, site, held, workers, ledger, clock }, order),
      makeRenditions: renditionsIn(heldFolder, sources),
      holdKit: () => Promise.resolve(), // nobody waits for an instant here
    },
    edgeCache: { purge: () => Promise.resolve() },
    hub: { tell: () => Promise.resolve() },
    clock,
    code: "in-process",
    publisher: "in-process",
  };
}

/** Made files in a folder, under the keys that they have in the held bucket. */
export interface HeldInFolder extends Pick<Held, "put"> {
  has(key: string): boolean;
  readonly bytes: HeldBytes;
}

export function heldInFolder(folder: string): HeldInFolder {
  return {
    put: (key, bytes) => writeWhole(join(folder, key), bytes),
    has: (key) => existsSync(join(folder, key)),
    bytes: { read: (key) => createReadStream(join(folder, key)) },
  };
}

/** A part of a photo whose account is in the folder was made before; the account is written last. */
function renditionsIn(folder: string, sources: Sources): Workers["makeRenditions"] {
  const held = heldInFolder(folder);
  return async (order) => {
    const path = (part: Part) => join(folder, heldKeyOf(order.photoKey, `${part}.json`));
    const known = await Promise.all(order.parts.map((part) => readIfThere(path(part))));
    const there = Object.assign(
      {},
      ...known.map((text) => JSON.parse(text ?? "{}") as MadeParts),
    ) as MadeParts;
    const missing = order.parts.filter((part) => there[part] === undefined);
    if (missing.length === 0) return there;
    const result = await makeRenditions({ sources, held, images: sharpImages }, { ...order, parts: missing });
    if ("unreadable" in result) return result;
    const { quick, slow, card } = result;
    const accounts: Record<Part, MadeParts> = {
      quick: { ...(quick && { quick }), ...(card === undefined ? {} : { card }) },
      slow: { ...(slow && { slow }) },
    };
    for (const part of missing) await writeWhole(path(part), JSON.stringify(accounts[part]));
    return { ...there, ...result };
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf-8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** One publisher, so the lease is always to be had. */
function memoryLedger(): Ledger {
  let state: LedgerState = {};
  const done = Promise.resolve();
  return {
    read: () => Promise.resolve(state),
    take: () => Promise.resolve(state),
    renew: () => done,
    begin(_, underway) {
      state = { ...state, underway };
      return done;
    },
    record(_, live, nextDue) {
      state = { live, ...(nextDue === undefined ? {} : { nextDue }) };
      return done;
    },
    refuse(_, refused) {
      state = { ...state, refused };
      return done;
    },
    report: () => done,
    release: () => done,
    leaseOf: () => Promise.resolve(undefined), // its end never comes: the clock stands
  };
}

/** Says what it is told to say; there is nothing to wait for. */
function fixedClock(instant: () => Instant): Clock {
  return {
    now: instant,
    waitUntil: () => Promise.resolve(),
    every: (milliseconds, work) => systemClock.every(milliseconds, work),
  };
}
