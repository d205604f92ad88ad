import { inOrder } from "../content/format-problem.ts";
import type { Problem } from "../content/problem.ts";
import type { Subject } from "../site/subject.ts";
import { emptyHeld } from "./empty-held.ts";
import { holdKits } from "./hold-kits.ts";
import { givesUpAddress, indexEntries } from "./index-entries.ts";
import { indexLibrary } from "./index-library.ts";
import { letGo, noteLeaving } from "./leave-photos.ts";
import { withLease } from "./lease.ts";
import type { Lease } from "./lease.ts";
import { joined, mostRecorded, union } from "./ledger.ts";
import type { LedgerState, Publication, Target } from "./ledger.ts";
import { makePhotos } from "./make-photos.ts";
import { planAhead, stillHolds } from "./plan-ahead.ts";
import type { PlannedAhead } from "./plan-ahead.ts";
import type { Clock, EdgeCache, Held, Hub, Ledger, Rows, Site, Sources, Workers } from "./ports.ts";
import { readChanges } from "./read-changes.ts";
import type { Remember } from "./read-units.ts";
import { rememberedSources } from "./remembered-sources.ts";
import { renderEverywhere } from "./render-everywhere.ts";
import type { HowToRender, Rendered, Sharing } from "./render-everywhere.ts";
import { stalePaths } from "./stale-paths.ts";
import { allSubjects, newlyOverdue, nextDue, subjectsOfChanges } from "./subjects-to-render.ts";
import type { Affected } from "./subjects-to-render.ts";
import { tellHub } from "./tell-hub.ts";
import { whileLeased } from "./while-leased.ts";
import { isDone, workToDo } from "./work-to-do.ts";

export interface PublishPorts {
  readonly sources: Sources;
  readonly rows: Rows;
  readonly ledger: Ledger;
  readonly held: Pick<Held, "delete">;
  readonly site: Site;
  readonly workers: Workers;
  readonly edgeCache: EdgeCache;
  readonly hub: Hub;
  readonly clock: Clock;
  /** What was read of sources before, for those who keep it. */
  readonly remember?: Remember;
  /** For those who try with a few pages what is done with thousands. */
  readonly sharing?: Sharing;
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
  let ahead: PlannedAhead | undefined;
  for (let round = 0; round < mostRounds; round += 1) {
    const [state, head] = await Promise.all([ports.ledger.read(), ports.sources.head()]);
    const work = workToDo(state, head, ports.code, ports.clock.now());
    if (work.type === "nothing") break;
    // Waiting happens outside the lease: a commit may come first.
    if (work.type === "wait") {
      ahead = await planAhead(ports, state, work.until).catch(() => undefined); // what is wrong will be found at the instant
      await ports.clock.waitUntil(work.until);
    }
    const published = await withLease(ports, (leased, lease) =>
      publishOnce(
        whileLeased(ports, () => lease.until()),
        leased,
        lease,
        ahead,
      ),
    );
    if (published === "busy") break; // whoever is at work looks once more after letting go
    done.push(...published);
  }
  return done;
}

/** Two publications and a wait fit into one invocation many times over; what is left then is the next nudge's. */
const mostRounds = 10;
/** Looks again, now that nobody else can change anything, and carries it out. */
async function publishOnce(
  ports: PublishPorts,
  state: LedgerState,
  lease: Lease,
  ahead: PlannedAhead | undefined,
): Promise<readonly Publication[]> {
  const { ledger, clock, code, publisher, sources } = ports;
  const now = clock.now();
  const work = workToDo(state, await sources.head(), code, now);
  if (work.type !== "publish") return [];
  const { commit, tree, forced = false } = work.wanted;
  const again = work.wanted.again ?? state.live?.again;
  const wanted = { commit, tree, code, ...(again === undefined ? {} : { again }) };
  const planned = stillHolds(ahead, state, wanted) ? ahead : undefined;
  const earliest = state.live !== undefined && state.live.instant > now ? state.live.instant : now; // clocks may go back
  // As of the instant that it was planned for: what comes due between that and now is the next round's.
  const instant = planned?.instant ?? earliest;

  const target: Target = { ...wanted, instant };
  const result = await change(ports, state, target, lease, forced, planned);
  const { author } = work.wanted;
  const publication: Publication = {
    commit,
    tree,
    ...(author === undefined ? {} : { author }),
    instant,
    ...result,
    milliseconds: Date.parse(clock.now()) - Date.parse(now),
  };
  // Told before it is recorded: whoever dies between the two is followed by one that tells it once more.
  await ledger.report(publication);
  if (publication.outcome === "refused") await ledger.refuse(publisher, { commit, code, forced });
  else await ledger.record(publisher, target, await nextDue(ports.rows, instant));
  return [publication];
}

/** What a publication comes to, but for when and for whom it was. */
type Change = Pick<
  Publication,
  "outcome" | "problems" | "put" | "deleted" | "sources" | "because" | "changed" | "untold" | "overdue"
>;

/** One change of the site, in the order that lets it stop anywhere and be taken up by whoever comes next. */
async function change(
  ports: PublishPorts,
  { live, underway }: LedgerState,
  target: Target,
  lease: Lease,
  forced: boolean,
  planned: PlannedAhead | undefined,
): Promise<Change> {
  const { rows, ledger, publisher } = ports;
  const sources = rememberedSources(ports.sources);
  const isKept = live?.code === target.code && isDone(target.again, live.again);
  const anew = live === undefined || !isKept || underway?.paths === "all";
  const also = underway === undefined || underway.paths === "all" ? [] : underway.paths;
  const from = {
    tree: anew ? undefined : live.tree,
    also,
    ...(forced || live === undefined ? {} : { seen: live.instant }),
  };
  const changes = await readChanges({ ...ports, sources }, from, target.tree);
  const read = anew ? "all" : changes.paths.slice(0, mostRecorded);
  if (changes.problems.length > 0) return refused([...changes.problems, ...changes.leftOut], read);

  // What can still fail because of the content does so here, before the first byte of the site has changed: a photo that
  // cannot be opened is left out, and the rest goes on.
  const { units, leftOut } = await makePhotos(ports, changes.units, ["quick"], target.instant);

  const library = indexLibrary(rows, sources, target.instant);
  const affected = anew
    ? everything
    : (planned?.affected ?? (await subjectsOfChanges(rows, library, units, live.instant)));
  const subjects = union(underway?.subjects ?? [], affected.subjects);
  await ledger.begin(publisher, joined(underway, { target, paths: anew ? "all" : changes.paths, subjects }));

  await noteLeaving(rows, units);
  await indexEntries(rows, units, target.instant, live?.instant);
  const show = async (some: readonly Subject[], how: HowToRender): Promise<Rendered> => {
    const rendered = await renderEverywhere({ ...ports, sources, lease }, target.instant, some, how);
    // After the bytes, so that no cache takes in an old page again; before the record, so that a crash repeats it.
    await ports.edgeCache.purge(stalePaths(rendered.stale, underway !== undefined));
    return rendered;
  };
  const named = subjects === "all" ? await allSubjects(rows) : subjects;
  const first = await show(named, {
    again: live !== undefined && !isDone(target.again, live.again),
    mayHandOver: underway !== undefined || units.some(givesUpAddress),
    planned: planned?.plans,
  });
  // Readers have the pages with JPEG and WebP by now; AVIF joins when it is ready.
  const { made } = await makePhotos(ports, units, ["slow"], target.instant);
  const joining =
    made.length === 0
      ? undefined
      : await subjectsOfChanges(rows, indexLibrary(rows, sources, target.instant), made, undefined);
  const second =
    joining &&
    (await show(joining.subjects === "all" ? await allSubjects(rows) : joining.subjects, {
      again: false,
      mayHandOver: false,
    }));

  await emptyHeld(ports, named, target.instant);
  await letGo(ports);
  await holdKits({ ...ports, sources }, named, target.instant);
  const overdue = live === undefined ? [] : await newlyOverdue(rows, live.instant, target.instant);
  const touched = [...new Set([...first.touched, ...(second?.touched ?? [])])];
  // Last: a hub fetches what it is told of at once. Before the record, so that a crash tells it once more.
  const after = indexLibrary(rows, sources, target.instant);
  const untold = await tellHub(ports.hub, () => after.newsroom(), touched);
  return {
    outcome: "published",
    problems: inOrder([...changes.leftOut, ...leftOut]),
    put: first.put + (second?.put ?? 0),
    deleted: first.deleted + (second?.deleted ?? 0),
    sources: read,
    because: Object.fromEntries([...affected.because].slice(0, mostRecorded)),
    changed: touched.slice(0, mostRecorded),
    ...(untold === undefined ? {} : { untold }),
    overdue,
  };
}

function refused(problems: readonly Problem[], sources: Publication["sources"]): Change {
  const nothing = { put: 0, deleted: 0, because: {}, changed: [], overdue: [] };
  return { outcome: "refused", problems: inOrder(problems), sources, ...nothing };
}

const everything: Affected = { subjects: "all", because: new Map() };
