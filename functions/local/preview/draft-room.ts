import { asInstant } from "../../content/instant.ts";
import type { Instant } from "../../content/instant.ts";
import type { Problem } from "../../content/problem.ts";
import { inPieces } from "../../pipeline/in-turns.ts";
import { afterInstant, duePartition, indexKeys } from "../../pipeline/index-keys.ts";
import { indexLibrary } from "../../pipeline/index-library.ts";
import type { Due, Owner } from "../../pipeline/index-rows.ts";
import type { Head, Rows, Site, Sources } from "../../pipeline/ports.ts";
import { planSubjects, promote } from "../../pipeline/promote.ts";
import { publish } from "../../pipeline/publish.ts";
import type { PublishPorts } from "../../pipeline/publish.ts";
import type { RenderPagesResult } from "../../pipeline/render-pages.ts";
import { waves } from "../../site/plan-subject.ts";
import type { HandedOver } from "../../site/plan-subject.ts";
import type { SiteObject } from "../../site/site-object.ts";
import type { Subject } from "../../site/subject.ts";
import { subjectsOfKey } from "../../site/subjects-of-key.ts";
import type { Owners } from "../../site/subjects-of-key.ts";
import type { Checkout } from "../checkout.ts";
import { inProcessPorts } from "../in-process.ts";
import type { KeptReadings } from "../kept-readings.ts";
import { rememberedListings } from "../remembered-listings.ts";
import { SavedMeanwhile } from "./working-tree.ts";
import type { WorkingTree } from "./working-tree.ts";

/** The site as it would be if everything saved were committed now, and what that would change. */
export interface DraftRoom {
  /** Looks whether anything was saved or committed, or has become due. One look at a time. */
  look(): Promise<Draft>;
}

export interface Draft {
  /** What stands under a key, made when it is first asked for; undefined where there is nothing. */
  object(key: string): Promise<SiteObject | undefined>;
  /** Makes everything that nobody has asked for yet: some minutes for ten thousand releases. */
  whole(): Promise<ReadonlyMap<string, SiteObject>>;
  /** Makes what is not made yet of these subjects. */
  make(subjects: readonly Subject[]): Promise<void>;
  /** There was nothing so far that a site could be made of. */
  readonly isEmpty: boolean;
  /** What is to be mended before it can be published; the site is as it was before the first of them. */
  readonly problems: readonly Problem[];
  /** What a commit would change, by key. */
  readonly changes: ReadonlyMap<string, Difference>;
  /** A commit would change what all pages share, and most of them were not made yet: they are among the changes once they are. */
  readonly changesAll: boolean;
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

/** Up to here a change is carried out as a whole: a second's work. Of what is more, pages are made when they are asked for. */
const madeAtOnce = 500;
/** Subjects that are in memory as plans at the same time. */
const pieceOfWork = 200;

/**
 * Runs the same story as the press room, into memory: first for what is committed, then for what is saved on top of it.
 * What the second changes is what the commit would change. Of a large newsroom only what somebody looks at is rendered,
 * and what a change touches, as it was and as it is.
 *
 * @param committed   undefined where there is no history: then nothing is told apart
 * @param readings    what was read of the sources before
 */
export function draftRoom(options: {
  readonly saved: WorkingTree;
  readonly committed: Checkout | undefined;
  readonly heldFolder: string;
  readonly now: () => Instant;
  readonly readings?: () => Pick<KeptReadings, "remember" | "save">;
  /** Up to how many subjects all are made, whether anybody looks at them or not. */
  readonly atOnce?: number;
}): DraftRoom {
  const { saved, committed } = options;
  const objects = new Map<string, SiteObject>();
  const changes = new Map<string, Difference>();
  let logging = false;
  const note = (key: string, after: SiteObject | undefined): void => {
    if (!logging) return;
    const before = changes.has(key) ? changes.get(key)?.before : objects.get(key);
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
  const site: Site = {
    put(object) {
      note(object.key, object);
      objects.set(object.key, object);
      return Promise.resolve();
    },
    delete(keys) {
      for (const key of keys) {
        note(key, undefined);
        objects.delete(key);
      }
      return Promise.resolve();
    },
  };
  /** Not made yet as they are now. */
  const waiting = new Set<Subject>();
  /** How it is committed, once a draft has changed everything; until then what waits is in both the same. */
  let committedRows: { readonly rows: Rows; readonly instant: Instant } | undefined;

  const inProcess = inProcessPorts(
    { ...sources, head: () => Promise.resolve(head) },
    site,
    options.heldFolder,
    options.now,
  );
  const { rows, ledger } = inProcess;
  let readings = options.readings;
  let isMuchWaiting = false;
  const ports: PublishPorts = {
    ...inProcess,
    ledger: {
      ...ledger,
      // The last moment at which the index is as it was: what is about to change is made as it was, for telling the two apart.
      async begin(publisher, underway) {
        if (logging) await beforeItChanges(underway.subjects);
        return ledger.begin(publisher, underway);
      },
    },
    workers: {
      ...inProcess.workers,
      // So many are only handed on where nearly all of them are nobody's concern today.
      renderPages({ subjects }) {
        isMuchWaiting = true;
        for (const subject of subjects) waiting.add(subject);
        return Promise.resolve(nothingDone);
      },
    },
  };

  const instantNow = async (): Promise<Instant> => (await ledger.read()).live?.instant ?? asInstant(0);

  async function beforeItChanges(subjects: readonly Subject[] | "all"): Promise<void> {
    if (subjects !== "all") return makeWaiting(subjects);
    committedRows ??= { rows: rows.copy(), instant: await instantNow() };
  }

  /** Makes those of the subjects that wait, as they are committed where that is something else, and as they are. */
  async function makeWaiting(subjects: readonly Subject[]): Promise<void> {
    const some = [...new Set(subjects)].filter((subject) => waiting.has(subject));
    for (const piece of inPieces(some, pieceOfWork)) {
      const now = { rows, instant: await instantNow() };
      if (committedRows === undefined) await unlogged(() => makeFrom(now, piece));
      else {
        const known = await recordedAmong(piece);
        const committed = committedRows;
        await unlogged(() =>
          makeFrom(
            committed,
            piece.filter((subject) => !known.has(subject)),
          ),
        );
        await makeFrom(now, piece);
      }
      for (const subject of piece) waiting.delete(subject);
    }
  }

  async function makeFrom(
    { rows: from, instant }: { readonly rows: Rows; readonly instant: Instant },
    subjects: readonly Subject[],
    handedOver: readonly HandedOver[] = [],
  ): Promise<void> {
    const library = indexLibrary(from, sources, instant);
    const plans = await planSubjects(rows, library, subjects, false, handedOver);
    await promote({ rows, site }, plans, waves);
    // An address that another took, and that may have been made before: it is put once more, as the other's.
    const given = plans
      .flatMap(({ takenOver }) => takenOver)
      .filter(({ to }) => !subjects.includes(to) && !waiting.has(to));
    if (given.length > 0)
      await makeFrom({ rows: from, instant }, [...new Set(given.map(({ to }) => to))], given);
  }

  async function unlogged(work: () => Promise<void>): Promise<void> {
    const before = logging;
    logging = false;
    try {
      await work();
    } finally {
      logging = before;
    }
  }

  const recordedAmong = async (subjects: readonly Subject[]): Promise<ReadonlySet<string>> =>
    new Set((await rows.get(subjects.map((subject) => indexKeys.subject(subject)))).map(({ sk }) => sk));

  /** Makes anew what was looked at before, and all of it where that is little. */
  const makeSome = async (): Promise<void> => {
    const all = [...waiting];
    const known = all.length > (options.atOnce ?? madeAtOnce) ? await recordedAmong(all) : undefined;
    await makeWaiting(known === undefined ? all : all.filter((subject) => known.has(subject)));
  };

  /** A draft is corrected as often as its author likes, so what was published before does not count. */
  const bringTo = async (tree: string): Promise<readonly Problem[]> => {
    head = { commit: tree, tree, forced: true };
    const kept = readings?.();
    const last = (await publish({ ...ports, ...(kept && { remember: kept.remember }) })).at(-1);
    await kept?.save();
    readings = undefined; // from now on nearly nothing is read twice
    if (isMuchWaiting) await makeSome();
    isMuchWaiting = false;
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
      committedRows = undefined;
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
    return {
      object: (key) =>
        inTurn(() =>
          madeNow(
            async () => subjectsOfKey(key, owners),
            () => objects.get(key),
          ),
        ),
      make: (subjects) =>
        inTurn(() =>
          madeNow(
            () => Promise.resolve(subjects),
            () => undefined,
          ),
        ),
      whole: () =>
        inTurn(() =>
          madeNow(
            () => Promise.resolve([...waiting]),
            () => objects,
          ),
        ),
      isEmpty: live === undefined,
      problems,
      changes,
      changesAll: committedRows !== undefined && waiting.size > 0,
      version,
      instant: live?.instant ?? asInstant(0),
      rows,
      sources,
    };
  };

  const owners: Owners = {
    async ofAddress(address) {
      const [row] = await rows.get([indexKeys.address(address)]);
      return row?.value as Owner | undefined;
    },
    async withAdvanceCopies() {
      const due = await rows.query({ pk: duePartition, after: afterInstant(await instantNow()) });
      return due.map(({ value }) => value as Due).flatMap(({ kind, id }) => (kind === "release" ? id : []));
    },
  };
  /** What is saved while its page is made is looked at again. */
  const madeNow = async <T>(subjects: () => Promise<readonly Subject[]>, made: () => T): Promise<T> => {
    let again = false;
    await unlessSavedMeanwhile(async () => {
      if (again) await lookOnce();
      again = true;
      await makeWaiting(await subjects());
    });
    return made();
  };

  /** One after the other: a page is made of the index, and a look may change it. */
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = before.then(work, work);
    before = next;
    return next;
  };
  return { look: () => inTurn(lookNow) };
}

const nothingDone: RenderPagesResult = {
  put: 0,
  deleted: 0,
  touched: [],
  stale: [],
  unsettled: [],
  handedOver: [],
};

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
