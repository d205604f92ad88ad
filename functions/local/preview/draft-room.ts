import { asInstant } from "../../content/instant.ts";
import type { Instant } from "../../content/instant.ts";
import type { Problem } from "../../content/problem.ts";
import type { Head, Rows, Sources } from "../../pipeline/ports.ts";
import { publish } from "../../pipeline/publish.ts";
import type { SiteObject } from "../../site/site-object.ts";
import type { Checkout } from "../checkout.ts";
import { inProcessPorts } from "../in-process.ts";
import { rememberedListings } from "../remembered-listings.ts";
import { SavedMeanwhile } from "./working-tree.ts";
import type { WorkingTree } from "./working-tree.ts";

/** The site as it would be if everything saved were committed now, and what that would change. */
export interface DraftRoom {
  /** Looks whether anything was saved or committed, or has become due. One look at a time. */
  look(): Promise<Draft>;
}

export interface Draft {
  readonly site: ReadonlyMap<string, SiteObject>;
  /** What is to be mended before it can be published; the site is as it was before the first of them. */
  readonly problems: readonly Problem[];
  /** What a commit would change, by key. */
  readonly changes: ReadonlyMap<string, Difference>;
  /** Another number for anything else to be seen. */
  readonly version: number;
  /** As of when the site is. */
  readonly instant: Instant;
  readonly rows: Rows;
  readonly sources: Pick<Sources, "bytes">;
}

/** An object as it is committed and as it is saved; undefined where it is not there. */
export interface Difference {
  readonly before: SiteObject | undefined;
  readonly after: SiteObject | undefined;
}

/**
 * Runs the same story as the press room, into memory: first for what is committed, then for what is saved on top of it.
 * What the second changes is what the commit would change.
 *
 * @param committed  undefined where there is no history: then nothing is told apart
 */
export function draftRoom(options: {
  readonly saved: WorkingTree;
  readonly committed: Checkout | undefined;
  readonly heldFolder: string;
  readonly now: () => Instant;
}): DraftRoom {
  const { saved, committed } = options;
  const site = new Map<string, SiteObject>();
  const changes = new Map<string, Difference>();
  let logging = false;
  const note = (key: string, after: SiteObject | undefined): void => {
    if (!logging) return;
    const before = changes.has(key) ? changes.get(key)?.before : site.get(key);
    if (before?.digest === after?.digest) changes.delete(key);
    else changes.set(key, { before, after });
  };

  const listings = rememberedListings((tree) =>
    Promise.resolve(saved.listing(tree) ?? committed?.listing(tree) ?? gone(tree)),
  );
  const sources = {
    listing: (tree: string) => listings.of(tree),
    bytes: async (object: string, first?: number) => {
      try {
        return await saved.bytes(object, first);
      } catch (error) {
        if (!(error instanceof SavedMeanwhile) || committed === undefined) throw error;
        return committed.bytes(object, first);
      }
    },
  };
  let head: Head | undefined;
  const ports = inProcessPorts(
    { ...sources, head: () => Promise.resolve(head) },
    {
      put(object) {
        note(object.key, object);
        site.set(object.key, object);
        return Promise.resolve();
      },
      delete(keys) {
        for (const key of keys) {
          note(key, undefined);
          site.delete(key);
        }
        return Promise.resolve();
      },
    },
    options.heldFolder,
    options.now,
  );

  /** A draft is corrected as often as its author likes, so what was published before does not count. */
  const bringTo = async (tree: string): Promise<readonly Problem[]> => {
    head = { commit: tree, tree, forced: true };
    const last = (await publish(ports)).at(-1);
    return last?.problems ?? [];
  };

  let base: string | undefined;
  let shown: string | undefined;
  let problems: readonly Problem[] = [];
  let version = 0;

  const lookOnce = async (): Promise<void> => {
    const commit = await committed?.head();
    const tree = saved.look();
    const { nextDue } = await ports.ledger.read();
    const isDue = nextDue !== undefined && nextDue <= options.now();
    const isAnotherCommit = commit !== undefined && commit.tree !== base;
    if (isAnotherCommit || (commit !== undefined && isDue)) {
      logging = false;
      await bringTo(commit.tree);
      base = commit.tree;
      changes.clear();
      shown = undefined;
    }
    if (shown === tree && !isDue) return;
    logging = committed !== undefined;
    problems = await bringTo(tree);
    shown = tree;
    version += 1;
    if (problems.length === 0) listings.forgetAllBut([tree, ...(base === undefined ? [] : [base])]);
  };

  const lookNow = async (): Promise<Draft> => {
    await unlessSavedMeanwhile(lookOnce);
    const { live } = await ports.ledger.read();
    const instant = live?.instant ?? asInstant(0);
    return { site, problems, changes, version, instant, rows: ports.rows, sources };
  };
  let looking: Promise<unknown> = Promise.resolve();
  return {
    look() {
      const next = looking.then(lookNow, lookNow);
      looking = next;
      return next;
    },
  };
}

/** Whoever writes a file in pieces is done after a few of them. */
const mostTries = 5;

async function unlessSavedMeanwhile(look: () => Promise<void>, tries = 1): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (!(error instanceof SavedMeanwhile) || tries === mostTries) throw error;
    await unlessSavedMeanwhile(look, tries + 1);
  }
}

function gone(tree: string): never {
  throw new SavedMeanwhile(`The folder ${tree}`);
}
