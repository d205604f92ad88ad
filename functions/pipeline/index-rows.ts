import { addressesOf, formerAddressesOf } from "../content/addresses.ts";
import type { Entry, Id, Kind, Translations } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import type { ReadEntry } from "../content/read-content.ts";
import { referencesOf } from "../content/references.ts";
import type { Dates } from "../site/api/api-library.ts";
import type { SearchableRelease, WithdrawnCard } from "../site/library.ts";
import { photoKeyOf } from "../site/manifest.ts";
import { cardOf } from "../site/release-card.ts";
import type { Subject } from "../site/subject.ts";
import { personSlug } from "../site/gallery.ts";
import { turningPoints } from "../site/turning-points.ts";
import { topicNames } from "../site/topics.ts";
import { indexKeys, listPartition } from "./index-keys.ts";
import type { Row, RowKey } from "./ports.ts";

/** What the index keeps of an entry. */
export interface IndexedEntry {
  /** A release without its texts: those are read from the sources where a page needs them. */
  readonly entry: Entry;
  readonly unit: string;
  readonly sources: Readonly<Record<string, string>>;
  /** Absent in rows of before there was such an account. */
  readonly dates?: Dates;
}

/** An entry by its name. */
export interface Owner {
  readonly kind: Kind;
  readonly id: Id;
}

/** What changes by itself at the instant of its row: these subjects, or whatever the entry affects. */
export interface Due extends Owner {
  readonly subjects?: readonly Subject[];
}

/** That somebody is in a photo. */
export interface IndexedPerson {
  readonly person: string;
  readonly id: Id;
}

/** What came of a unit of sources: the entry, and all rows that may be in the index because of it. */
export interface IndexedUnit {
  readonly owner: Owner;
  readonly keys: readonly RowKey[];
}

/** All rows of one entry, but for its unit's. */
export function rowsOf(read: ReadEntry, unit: string, dates?: Dates): readonly Row[] {
  const { entry } = read;
  const owner: Owner = { kind: entry.kind, id: entry.id };
  const indexed: IndexedEntry = {
    entry: withoutTexts(entry),
    unit,
    sources: read.sources,
    ...(dates && { dates }),
  };
  return [
    { ...indexKeys.entry(entry.kind, entry.id), value: indexed },
    { ...indexKeys.ofKind(entry.kind, entry.id), value: owner },
    ...[...addressesOf(entry), ...formerAddressesOf(entry)].map((address) => ({
      ...indexKeys.address(address),
      value: owner,
    })),
    ...referenceRows(entry),
    ...listRows(read),
    ...dueRows(entry, owner),
    ...pendingRows(entry),
    ...stepRows(entry),
    ...(entry.kind === "photo" ? [{ ...indexKeys.madeFor(photoKeyOf(entry), entry.id), value: owner }] : []),
    ...peopleRows(entry),
  ];
}

export function withoutTexts(entry: Entry): Entry {
  if (entry.kind !== "release") return entry;
  return {
    ...entry,
    translations: textless(entry.translations),
    earlier: entry.earlier.map(textless),
  };
}

function textless({ da, en }: Translations): Translations {
  return { da: { ...da, blocks: [] }, ...(en === undefined ? {} : { en: { ...en, blocks: [] } }) };
}

function referenceRows(entry: Entry): readonly Row[] {
  const cited = new Map(
    referencesOf(entry).map((reference) => [`${reference.kind}#${reference.id}`, reference]),
  );
  const value = entry.kind === "release" ? cardOf(entry) : { kind: entry.kind, id: entry.id };
  return [...cited.values()].map((reference) => ({ ...indexKeys.reference(reference, entry), value }));
}

function listRows({ entry, words = { da: "" } }: ReadEntry): readonly Row[] {
  if (entry.kind !== "release") return [];
  const card = cardOf(entry);
  if (entry.withdrawn !== undefined) {
    const { at, reason } = entry.withdrawn;
    return [{ ...indexKeys.withdrawn(at, entry.id), value: { card, at, reason } satisfies WithdrawnCard }];
  }
  const topics = topicNames(entry.topics);
  const lists = ["all" as const, { month: entry.date.slice(0, 7) }, ...topics.map((topic) => ({ topic }))];
  return [
    ...lists.map((list) => ({ ...indexKeys.inList(listPartition(list), card), value: card })),
    { ...indexKeys.searchable(card), value: { card, words } satisfies SearchableRelease },
    ...topics.map((topic) => ({ ...indexKeys.topic(topic, entry.id), value: { topic } })),
  ];
}

/** Several turning points at one instant are one row, for all that any of them is about. */
function dueRows(entry: Entry, owner: Owner): readonly Row[] {
  const points = turningPoints(entry);
  return [...new Set(points.map(({ at }) => at))].map((at) => {
    const subjects = points.filter((point) => point.at === at).map((point) => point.subjects);
    const named = subjects.every((some) => some !== undefined) ? { subjects: subjects.flat() } : {};
    return { ...indexKeys.due(at, owner), value: { ...owner, ...named } satisfies Due };
  });
}

function peopleRows(entry: Entry): readonly Row[] {
  if (entry.kind !== "photo") return [];
  const people = new Set(entry.people.map(({ name }) => personSlug(name)));
  return [...people].map((person) => ({
    ...indexKeys.depicted(person, entry),
    value: { person, id: entry.id } satisfies IndexedPerson,
  }));
}

function pendingRows(entry: Entry): readonly Row[] {
  if (entry.kind !== "case") return [];
  return entry.steps
    .filter(({ outcome }) => outcome === undefined)
    .map((step) => ({
      ...indexKeys.pending(step.overdueFrom, entry.id, step.id),
      value: { case: entry.id, step: step.id },
    }));
}

/** What a body's lists know of one of its steps. */
export interface IndexedStep {
  readonly case: Id;
  readonly step: Id;
  readonly liveFrom?: Instant;
}

function stepRows(entry: Entry): readonly Row[] {
  if (entry.kind !== "case") return [];
  return entry.steps.map((step) => ({
    ...indexKeys.stepOf(step, entry.id),
    value: {
      case: entry.id,
      step: step.id,
      ...(entry.liveFrom === undefined ? {} : { liveFrom: entry.liveFrom }),
    } satisfies IndexedStep,
  }));
}
