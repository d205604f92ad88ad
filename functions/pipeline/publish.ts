import { asInstant } from "../content/instant.ts";
import type { Instant } from "../content/instant.ts";
import type { Problem } from "../content/problem.ts";
import { indexEntries } from "./index-entries.ts";
import { indexLibrary } from "./index-library.ts";
import { withLease } from "./lease.ts";
import { joined, union } from "./ledger.ts";
import type { LedgerState, Publication, Target } from "./ledger.ts";
import { makePhotos } from "./make-photos.ts";
import type { Clock, EdgeCache, Head, Ledger, Rows, Site, Sources, Workers } from "./ports.ts";
import { readChanges } from "./read-changes.ts";
import { renderEverywhere } from "./render-everywhere.ts";
import type { Rendered } from "./render-everywhere.ts";
import { stalePaths } from "./stale-paths.ts";
import { allSubjects, nextDue, subjectsOfChanges } from "./subjects-to-render.ts";

export interface PublishPorts {
  readonly sources: Sources;
  readonly rows: Rows;
  readonly ledger: Ledger;
  readonly site: Site;
  readonly workers: Workers;
  readonly edgeCache: EdgeCache;
  readonly clock: Clock;
  /** The version of everything that makes the bytes. */
  readonly code: string;
  /** Names this publisher among others: another one for each invocation. */
  readonly publisher: string;
}

/**
 * Brings the site to the newest commit as of now. Everything that may change the site wakes this one story, and what
 * woke it does not matter: it looks for itself, does what is to be done, and does nothing where there is nothing.
 *
 * @returns  what was done, oldest first; empty where the site was as it should be, or another publisher is at work
 * @throws   what the world did wrong; trying again is safe at any point
 */
export async function publish(ports: PublishPorts): Promise<readonly Publication[]> {
  const done: Publication[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const [state, head] = await Promise.all([ports.ledger.read(), ports.sources.head()]);
    const work = workToDo(state, head, ports.code, ports.clock.now());
    if (work.type === "nothing") break;
    // Waiting happens outside the lease: a commit may come first.
    if (work.type === "wait") await ports.clock.waitUntil(work.until);

    const published = await withLease(ports, (leased) => publishOnce(ports, leased));
    if (published === "busy") break; // whoever is at work looks once more after letting go
    done.push(...published);
  }
  return done;
}

/** Two publications and a wait fit into one invocation many times over; what is left then is the next nudge's. */
const mostRounds = 10;
/** A nudge comes each minute: what is due before the one after the next is waited for, so that it is on time. */
const patience = 70_000;

type Work =
  | { readonly type: "nothing" }
  | { readonly type: "wait"; readonly until: Instant }
  | { readonly type: "publish"; readonly wanted: Head };

/** A refused commit holds nothing up: what is live stays wanted, and its embargoes end. */
function workToDo(state: LedgerState, head: Head | undefined, code: string, now: Instant): Work {
  const { live, refused, underway, nextDue: due } = state;
  const isRefused =
    refused !== undefined &&
    refused.commit === head?.commit &&
    refused.forced === (head.forced ?? false) &&
    refused.code === code;
  const wanted = isRefused ? live : head;
  if (wanted === undefined) return { type: "nothing" };
  const asWanted =
    underway === undefined &&
    live !== undefined &&
    live.commit === wanted.commit &&
    live.tree === wanted.tree &&
    isDone(wanted.again, live.again) &&
    (live.code === code || isRefused);
  if (!asWanted || (due !== undefined && due <= now)) return { type: "publish", wanted };
  const soon = asInstant(Date.parse(now) + patience);
  return due !== undefined && due <= soon ? { type: "wait", until: due } : { type: "nothing" };
}

function isDone(asked: string | undefined, done: string | undefined): boolean {
  return asked === undefined || asked === done;
}

/** Looks again, now that nobody else can change anything, and carries it out. */
async function publishOnce(ports: PublishPorts, state: LedgerState): Promise<readonly Publication[]> {
  const { ledger, clock, code, publisher, sources } = ports;
  const now = clock.now();
  const work = workToDo(state, await sources.head(), code, now);
  if (work.type !== "publish") return [];
  const { commit, tree, forced = false } = work.wanted;
  const again = work.wanted.again ?? state.live?.again;
  const instant = state.live !== undefined && state.live.instant > now ? state.live.instant : now; // clocks may go back

  const target: Target = { commit, tree, instant, code, ...(again === undefined ? {} : { again }) };
  const result = await change(ports, state, target, forced);
  if ("problems" in result) await ledger.refuse(publisher, { commit, code, forced });
  const publication: Publication = {
    commit,
    instant,
    outcome: "problems" in result ? "refused" : "published",
    problems: "problems" in result ? result.problems : [],
    put: "problems" in result ? 0 : result.put,
    deleted: "problems" in result ? 0 : result.deleted,
    milliseconds: Date.parse(clock.now()) - Date.parse(now),
  };
  await ledger.report(publication);
  return [publication];
}

/** One change of the site, in the order that lets it stop anywhere and be taken up by whoever comes next. */
async function change(
  ports: PublishPorts,
  { live, underway }: LedgerState,
  target: Target,
  forced: boolean,
): Promise<Rendered | { readonly problems: readonly Problem[] }> {
  const { rows, sources, ledger, publisher } = ports;
  const isKept = live?.code === target.code && isDone(target.again, live.again);
  const anew = live === undefined || !isKept || underway?.paths === "all";
  const also = underway === undefined || underway.paths === "all" ? [] : underway.paths;
  const from = {
    tree: anew ? undefined : live.tree,
    also,
    ...(forced || live === undefined ? {} : { seen: live.instant }),
  };
  const changes = await readChanges(ports, from, target.tree);
  if (changes.problems.length > 0) return { problems: changes.problems };

  // What can still fail because of the content does so here, before the first byte of the site has changed.
  const unreadable = await makePhotos(ports, changes.units);
  if (unreadable.length > 0) return { problems: unreadable };

  const library = indexLibrary(rows, sources, target.instant);
  const affected = anew ? "all" : await subjectsOfChanges(rows, library, changes.units, live.instant);
  const subjects = union(underway?.subjects ?? [], affected);
  await ledger.begin(publisher, joined(underway, { target, paths: anew ? "all" : changes.paths, subjects }));

  await indexEntries(rows, changes.units);
  const rendered = await renderEverywhere(
    ports,
    target.instant,
    subjects === "all" ? await allSubjects(rows) : subjects,
    live !== undefined && !isDone(target.again, live.again),
  );
  // After the bytes, so that no cache takes in an old page again; before the record, so that a crash repeats it.
  await ports.edgeCache.purge(stalePaths(rendered.stale, underway !== undefined));
  await ledger.record(publisher, target, await nextDue(rows, target.instant));
  return rendered;
}
