import { asInstant } from "../../functions/content/instant.ts";
import type { Instant } from "../../functions/content/instant.ts";
import { answerQuery } from "../../functions/pipeline/answer-query.ts";
import type { DrawPicturesOrder } from "../../functions/pipeline/draw-pictures.ts";
import { memoryRows } from "../../functions/pipeline/memory-rows.ts";
import type { Clock, Rows, Site, Workers } from "../../functions/pipeline/ports.ts";
import { publish } from "../../functions/pipeline/publish.ts";
import type { Sharing } from "../../functions/pipeline/render-everywhere.ts";
import { renderPages } from "../../functions/pipeline/render-pages.ts";
import type { ApiAnswer } from "../../functions/site/api/answer.ts";
import type { Kit } from "../../functions/site/kit/kit.ts";
import { heldKeyOf } from "../../functions/site/manifest.ts";
import type { SiteObject } from "../../functions/site/site-object.ts";
import { heldKeyOfPicture } from "../../functions/site/social-picture.ts";
import type { SocialPicture } from "../../functions/site/social-picture.ts";
import { faults } from "./faults.ts";
import type { Faults } from "./faults.ts";
import { memoryLedger } from "./memory-ledger.ts";
import { memorySources } from "./memory-sources.ts";
import type { MemorySources } from "./memory-sources.ts";
import { standInRenditions } from "./stand-in-renditions.ts";

/** The pipeline with every port in memory: fast enough to be tried a thousand times, and able to break off anywhere. */
export interface MemoryPressRoom {
  readonly sources: MemorySources;
  readonly site: ReadonlyMap<string, SiteObject>;
  /** The kits that were asked for ahead of their release. */
  readonly kits: readonly Kit[];
  /** When pictures were drawn, and of what. */
  readonly drawn: readonly { readonly at: string; readonly picture: SocialPicture }[];
  /** Keys of what is ready but out of reach. */
  readonly held: ReadonlySet<string>;
  readonly rows: Rows;
  readonly purged: string[];
  readonly told: readonly { readonly hub: string; readonly feeds: readonly string[] }[];
  readonly faults: Faults;
  now(): string;
  /** Publishes as of an instant. A publisher of another name is another one. */
  publishAt(instant: string, publisher?: string): ReturnType<typeof publish>;
  /** The site, the index and the ledger are gone; what was committed is there. */
  loseEverythingButSources(): Promise<void>;
  /** Somebody writes over an object on the site. */
  damage(key: string): void;
  /** Asks the API: "/api/v1/releases?limit=2". */
  ask(address: string): Promise<ApiAnswer>;
  /** Called after each change of the site. */
  onChange(listener: (key: string) => void): void;
}

/**
 * @param pause    comes before each call of a port, so that two publishers can get into each other's way
 * @param sharing  what workers are given, where that is not what they ordinarily are
 */
export function memoryPressRoom(pause?: () => Promise<unknown>, sharing?: Sharing): MemoryPressRoom {
  const sources = memorySources();
  const site = new Map<string, SiteObject>();
  const held = new Set<string>();
  const kits: Kit[] = [];
  const drawn: { readonly at: string; readonly picture: SocialPicture }[] = [];
  const purged: string[] = [];
  const told: { readonly hub: string; readonly feeds: readonly string[] }[] = [];
  const listeners: ((key: string) => void)[] = [];
  const world = faults(pause);
  let memory = memoryRows();
  let ledger = memoryLedger();
  let now = asInstant(0);

  const changed = (key: string): void => {
    for (const listener of listeners) listener(key);
  };
  const rows: Rows = {
    get: (keys) => world.around(() => memory.get(keys)),
    query: (query) => world.around(() => memory.query(query)),
    async write(puts, deletes) {
      // Row by row, as a table takes them in: half of an order may be all that happens.
      for (const row of puts) await world.around(() => memory.write([structuredClone(row)], []));
      for (const key of deletes) {
        if (puts.some(({ pk, sk }) => pk === key.pk && sk === key.sk)) continue;
        await world.around(() => memory.write([], [key]));
      }
    },
  };
  const siteAt: Site = {
    put: (object) =>
      world.around(() => {
        if ("heldKey" in object.body && object.body.kit === undefined && !held.has(object.body.heldKey))
          throw new Error(`${object.key} is to be copied from ${object.body.heldKey}, which is not held.`);
        site.set(object.key, object);
        changed(object.key);
        return Promise.resolve();
      }),
    async delete(keys) {
      for (const key of keys)
        await world.around(() => {
          site.delete(key);
          changed(key);
          return Promise.resolve();
        });
    },
  };
  const heldAt = world.in({
    delete: (keys: readonly string[]) => Promise.resolve(keys.forEach((key) => held.delete(key))),
  });
  const pictures = {
    drawPictures(order: DrawPicturesOrder) {
      for (const picture of order.pictures) {
        drawn.push({ at: now, picture });
        held.add(heldKeyOfPicture(picture));
      }
      return Promise.resolve();
    },
  };
  const workers: Workers = {
    ...pictures,
    holdKit: (kit) => Promise.resolve(void kits.push(kit)),
    renderPages: (order) =>
      renderPages(
        {
          sources: world.in(sources),
          rows,
          site: siteAt,
          held: heldAt,
          workers: world.in(pictures),
          ledger,
          clock,
        },
        order,
      ),
    async makeRenditions(order) {
      const { bytes } = await sources.bytes(order.photo.original.object);
      const { result, names } = standInRenditions(order, bytes);
      for (const name of names) held.add(heldKeyOf(order.photoKey, name));
      return result;
    },
  };
  const clock: Clock = {
    now: () => now,
    waitUntil(instant: Instant) {
      now = instant;
      return Promise.resolve();
    },
    every: () => ({ failed: new Promise<never>(() => {}), stop: () => {} }),
  };

  return {
    sources,
    site,
    kits,
    drawn,
    held,
    rows,
    purged,
    told,
    faults: world,
    now: () => now,
    publishAt(instant, publisher = "one") {
      now = asInstant(Date.parse(instant));
      return publish({
        sources: world.in(sources),
        rows,
        ledger: world.in(ledger),
        held: heldAt,
        site: siteAt,
        workers: world.in(workers),
        edgeCache: world.in({
          purge: (paths: readonly string[]) => Promise.resolve(void purged.push(...paths)),
        }),
        hub: { tell: (hub, feeds) => Promise.resolve(void told.push({ hub, feeds })) },
        clock,
        code: "1",
        publisher,
        ...(sharing === undefined ? {} : { sharing }),
      });
    },
    async loseEverythingButSources() {
      await Promise.resolve();
      site.clear();
      held.clear();
      memory = memoryRows();
      ledger = memoryLedger();
    },
    ask(address) {
      const { pathname, searchParams } = new URL(address, "https://presse.example");
      const query = Object.fromEntries(searchParams);
      return answerQuery({ rows: memory, ledger }, { path: pathname, query });
    },
    damage(key) {
      const object = site.get(key);
      if (object === undefined) throw new Error(`${key} is not on the site.`);
      site.set(key, { ...object, body: { text: "damaged" }, digest: "damaged" });
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
