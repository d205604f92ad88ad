import type { Entry, Kind } from "../content/entry.ts";
import { checkPublished } from "../content/check-published.ts";
import { checkReferences } from "../content/check-references.ts";
import { inOrder } from "../content/format-problem.ts";
import type { Instant } from "../content/instant.ts";
import type { Problem } from "../content/problem.ts";
import type { ReadContent, ReadEntry } from "../content/read-content.ts";
import { strayFile } from "../content/stray-file.ts";
import { unitOf } from "../content/unit-of.ts";
import { diffTrees } from "./diff-trees.ts";
import { inTurns } from "./in-turns.ts";
import type { UnitChange } from "./index-entries.ts";
import { indexKeys, leftOutPartition, referencesPartition, unitsPartition } from "./index-keys.ts";
import type { IndexedEntry, IndexedUnit, Owner } from "./index-rows.ts";
import { indexedContent } from "./known-content.ts";
import type { Rows, Sources } from "./ports.ts";
import { readOnce } from "./read-once.ts";
import type { ReadRows } from "./read-once.ts";
import { readUnits } from "./read-units.ts";
import type { Remember } from "./read-units.ts";

/** What a commit changes, read and checked. */
export interface Changes {
  readonly units: readonly UnitChange[];
  /** The files that differ, for the account of what is under way. */
  readonly paths: readonly string[];
  /** Everything that is wrong with them. With any of these nothing may be changed. */
  readonly problems: readonly Problem[];
  /** Why photos are left out: the rest goes on without them. */
  readonly leftOut: readonly Problem[];
}

/** What to read: the difference to a tree, and the paths that may be otherwise than the index has them. */
export interface ReadFrom {
  /** The live tree; undefined to read everything. */
  readonly tree: string | undefined;
  readonly also: readonly string[];
  /** As of when readers see the site, for holding changes against what they saw; undefined where that is not to count. */
  readonly seen?: Instant;
}

/** As many as one batch of the index has room for. */
const unitsAtOnce = 100;
/** Of an entry that goes away while others still cite it, so many of those are named: enough to see what is meant. */
const namedReferrers = 100;

/** Reads and checks what is not in the index as it is in the wanted tree. Changes nothing. */
export async function readChanges(
  ports: {
    readonly sources: Pick<Sources, "listing" | "bytes">;
    readonly rows: Rows;
    readonly remember?: Remember;
  },
  from: ReadFrom,
  wanted: string,
): Promise<Changes> {
  const { sources } = ports;
  const rows = readOnce(ports.rows);
  const files = await diffTrees(sources, from.tree, wanted);
  const strays = files.flatMap(({ path, object, type }) =>
    object === undefined ? [] : (strayFile(path, type) ?? []),
  );
  const paths = [...new Set([...files.map(({ path }) => path), ...from.also])];
  const changed = new Set(paths.flatMap((path) => unitOf(path) ?? []));
  if (from.tree === undefined) for (const unit of await indexedUnits(rows)) changed.add(unit);

  const zone = await zoneOf(sources, rows, wanted, changed);
  if (zone.changed && from.tree !== undefined) {
    // Every date means another instant, so all is read; what differs stays named, or nobody would look again at what is gone.
    return readChanges(ports, { ...from, tree: undefined, also: paths }, wanted);
  }
  const units = [...changed];
  const read = await readUnits(sources, wanted, units, zone.name, ports.remember);
  const changes = await inTurns(units, unitsAtOnce, async (unit): Promise<UnitChange> => {
    const [after] = read.get(unit)?.entries ?? [];
    const before = await unitBefore(rows, unit);
    const isLeftOut = (read.get(unit)?.leftOut.length ?? 0) > 0;
    return {
      unit,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(isLeftOut ? { leftOut: true } : {}),
    };
  });

  const unreadable = new Set(
    [...read].flatMap(([unit, { problems, leftOut }]) =>
      problems.length + leftOut.length > 0 ? [unit] : [],
    ),
  );
  const citers = await readCiters(sources, rows, wanted, zone.name, changes, unreadable);
  const entries = [...changes.flatMap(({ after }) => after ?? []), ...citers];
  const cited = [...read.values()].flatMap((unit) => unit.cited);
  const references = await checkReferences(entries, indexedContent(rows, changes, unreadable), cited);
  const published = from.seen === undefined ? [] : againstPublished(changes, unreadable, from.seen);
  const own = [...read.values()].flatMap(({ problems }) => problems);
  return {
    units: changes,
    paths,
    problems: inOrder([...strays, ...own, ...references, ...published]),
    leftOut: inOrder([...read.values()].flatMap(({ leftOut }) => leftOut)),
  };
}

/** A release that is in another folder now is still the same. */
function againstPublished(
  changes: readonly UnitChange[],
  unreadable: ReadonlySet<string>,
  seen: Instant,
): readonly Problem[] {
  const after = new Map(changes.flatMap(({ after }) => (after ? [[nameOf(after.entry), after]] : [])));
  return changes.flatMap(({ unit, before }) => {
    if (before?.entry === undefined || unreadable.has(unit)) return [];
    return checkPublished(before.entry, unit, after.get(nameOf(before.entry)), seen);
  });
}

/** The zone in which dates are meant: as the wanted newsroom says, or as it said. */
async function zoneOf(
  sources: Pick<Sources, "listing" | "bytes">,
  rows: ReadRows,
  wanted: string,
  changed: ReadonlySet<string>,
): Promise<{ readonly name: string; readonly changed: boolean }> {
  const known = (await rows.get(indexKeys.entry("newsroom", "newsroom"))) as IndexedEntry | undefined;
  const before = known && zoneIn(known.entry);
  if (!changed.has("newsroom")) return { name: before ?? defaultZone, changed: false };
  const read = await readUnits(sources, wanted, ["newsroom"], defaultZone);
  const [after] = read.get("newsroom")?.entries ?? [];
  const name = (after && zoneIn(after.entry)) ?? before ?? defaultZone;
  return { name, changed: before !== undefined && name !== before };
}

const defaultZone = "Europe/Copenhagen";

function zoneIn(entry: Entry): string | undefined {
  return entry.kind === "newsroom" ? entry.zone : undefined;
}

async function unitBefore(rows: ReadRows, unit: string): Promise<UnitChange["before"]> {
  const known = (await rows.get(indexKeys.unit(unit))) as IndexedUnit | undefined;
  if (known === undefined) return undefined;
  const { owner, keys } = known;
  const { entry, dates } = (await indexedEntry(rows, owner)) ?? {};
  return { keys, ...(entry === undefined ? {} : { entry }), ...(dates === undefined ? {} : { dates }) };
}

async function indexedEntry(rows: ReadRows, { kind, id }: Owner): Promise<IndexedEntry | undefined> {
  return (await rows.get(indexKeys.entry(kind, id))) as IndexedEntry | undefined;
}

/** Every unit that the index knows, for reading everything anew: some may be gone from the wanted tree. */
async function indexedUnits(rows: ReadRows): Promise<readonly string[]> {
  const found = await Promise.all([unitsPartition, leftOutPartition].map((pk) => rows.query({ pk })));
  return found.flat().map(({ sk }) => sk);
}

/** Those that cite what goes away, or what comes later than it did: unchanged themselves, and wrong now all the same. */
async function readCiters(
  sources: Pick<Sources, "listing" | "bytes">,
  rows: ReadRows,
  wanted: string,
  zone: string,
  changes: readonly UnitChange[],
  unreadable: ReadonlySet<string>,
): Promise<readonly ReadEntry[]> {
  const changed = new Set(changes.map(({ unit }) => unit));
  const after = new Map(changes.map(({ after }) => [after && nameOf(after.entry), after?.entry]));
  const lost = changes.flatMap(({ unit, before }) => {
    const entry = before?.entry;
    if (entry === undefined || unreadable.has(unit)) return [];
    const now = after.get(nameOf(entry));
    return now === undefined || liveFromOf(now) > liveFromOf(entry) ? [entry] : [];
  });
  const citers = await inTurns(lost, unitsAtOnce, ({ kind, id }) =>
    rows.query({ pk: referencesPartition(kind, id), limit: namedReferrers }),
  );
  const units = await inTurns(citers.flat(), unitsAtOnce, async ({ value, sk }) => {
    const kind = sk.slice(0, sk.indexOf("#")) as Kind;
    return (await indexedEntry(rows, { kind, id: (value as Owner).id }))?.unit ?? [];
  });
  const unchanged = [...new Set(units.flat())].filter((unit) => !changed.has(unit));
  const read: ReadonlyMap<string, ReadContent> = await readUnits(sources, wanted, unchanged, zone);
  return [...read.values()].flatMap(({ entries }) => entries);
}

function nameOf({ kind, id }: Owner): string {
  return `${kind}#${id}`;
}

function liveFromOf(entry: Entry): string {
  return ("liveFrom" in entry ? entry.liveFrom : undefined) ?? "";
}
