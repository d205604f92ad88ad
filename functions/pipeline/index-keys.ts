import type { Entry, Id, Kind, Photo, Step } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import type { GoneKind } from "../site/api/api-library.ts";
import type { ReleaseCard } from "../site/release-card.ts";
import { releaseOrder } from "../site/release-card.ts";
import type { ReleaseList } from "../site/library.ts";
import type { Part } from "../site/manifest.ts";
import type { Subject } from "../site/subject.ts";
import type { ListName } from "../site/yearly.ts";
import type { RowKey, RowQuery } from "./ports.ts";

const ofAddress = "address#";

/**
 * Where everything stands in the index: one table, a partition for each question, sorted by what is asked for first.
 * No scan, no secondary index; each question of the pages is one query or one get.
 */
export const indexKeys = {
  /** An entry by kind and id. */
  entry: (kind: Kind, id: Id): RowKey => ({ pk: `entry#${kind}#${id}`, sk: "entry" }),
  /** What came of a unit of sources: "releases/2008/klyngeprogram". */
  unit: (unit: string): RowKey => ({ pk: unitsPartition, sk: unit }),
  /** A photo's unit of which no entry came, because nothing can be made of its file: whoever cites it cites something. */
  leftOut: (unit: string): RowKey => ({ pk: leftOutPartition, sk: unit }),
  /** All entries of a kind, by id. */
  ofKind: (kind: Kind, id: Id): RowKey => ({ pk: kindPartition(kind), sk: id }),
  /** That there was one which readers knew of, and is no more. */
  gone: (kind: GoneKind, id: Id): RowKey => ({ pk: gonePartition(kind), sk: id }),
  /** Who has an address: "da/2008/05/slug". */
  address: (address: string): RowKey => ({ pk: `${ofAddress}${address}`, sk: "owner" }),
  /** Who cites an entry; releases among them by date. */
  reference: (to: { readonly kind: Kind; readonly id: Id }, from: Entry): RowKey => ({
    pk: referencesPartition(to.kind, to.id),
    sk: from.kind === "release" ? `release#${releaseOrder(from)}` : `${from.kind}#${from.id}`,
  }),
  /** That a topic has a release, for finding all topics. */
  topic: (topic: string, id: Id): RowKey => ({ pk: topicsPartition, sk: `${topic}#${id}` }),
  searchable: (card: Pick<ReleaseCard, "released" | "id" | "date">): RowKey => ({
    pk: searchPartition(card.date.slice(0, 4)),
    sk: releaseOrder(card),
  }),
  /** That somebody is in a photo: the newest taken last. */
  depicted: (person: string, { id, taken = "" }: Pick<Photo, "id" | "taken">): RowKey => ({
    pk: peoplePartition,
    sk: `${person}#${taken}#${id}`,
  }),
  withdrawn: (at: Instant, id: Id): RowKey => ({ pk: withdrawnPartition, sk: `${at}#${id}` }),
  inList: (partition: string, card: Pick<ReleaseCard, "released" | "id">): RowKey => ({
    pk: partition,
    sk: releaseOrder(card),
  }),
  /** A body's step, of which each year has its list: by its day. */
  stepOf: (step: Step, matter: Id): RowKey => ({
    pk: stepsPartition(step.body),
    sk: `${step.date}#${matter}#${step.id}`,
  }),
  /** That a list has something in a year: "topic/erhverv/2008" among the list's years, and among the year's lists. */
  yearOfList: (list: ListName, year: string): RowKey => ({ pk: listYearsPartition, sk: `${list}/${year}` }),
  listOfYear: (list: ListName, year: string): RowKey => ({ pk: yearListsPartition(year), sk: list }),
  month: (month: string): RowKey => ({ pk: monthsPartition, sk: month }),
  /** A month in which a list of photos has some; the list is called "person/rodin-genoff" or "programme/klyngeprogrammet". */
  photoMonth: (list: string, month: string): RowKey => ({ pk: photoMonthsPartition(list), sk: month }),
  /** The lists of photos, by name, that have some of a month. */
  photoLists: (month: string): RowKey => ({ pk: photoListsPartition, sk: month }),
  /** What changes by itself, by the instant at which it does. */
  due: (instant: Instant, entry: { readonly kind: Kind; readonly id: Id }): RowKey => ({
    pk: duePartition,
    sk: `${instant}#${entry.kind}#${entry.id}`,
  }),
  /** Steps without outcome, by the instant from which they are overdue. */
  pending: (overdueFrom: Instant, matter: Id, step: Id): RowKey => ({
    pk: pendingPartition,
    sk: `${overdueFrom}#${matter}#${step}`,
  }),
  /** What a photo was made into, one row for each part that is all there. */
  renditions: (photoKey: string, part: Part): RowKey => ({ pk: `renditions#${photoKey}`, sk: part }),
  /** That what was made from a photo is no longer held: its consent has ended. */
  emptied: (photoKey: string): RowKey => ({ pk: `renditions#${photoKey}`, sk: "emptied" }),
  /** The cut of a photo that contact cards carry, in base64: kept apart, because pages read the rest far more often. */
  cardPicture: (photoKey: string): RowKey => ({ pk: `renditions#${photoKey}`, sk: "card" }),
  /** Whose photo was made into that: more than one where the same original is there twice. */
  madeFor: (photoKey: string, photo: Id): RowKey => ({ pk: `made#${photoKey}`, sk: photo }),
  /** What was made from a photo that is gone or another now, and is still to be let go of. */
  leaving: (photoKey: string): RowKey => ({ pk: leavingPartition, sk: photoKey }),
  /** The objects that a subject has on the site. */
  subject: (subject: Subject): RowKey => ({ pk: subjectsPartition, sk: subject }),
};

/** Whether it says who has an address. */
export function isAddress({ pk }: RowKey): boolean {
  return pk.startsWith(ofAddress);
}

export const unitsPartition = "units";
export const topicsPartition = "topics";
export const peoplePartition = "people";
export const withdrawnPartition = "withdrawn";
export const leftOutPartition = "left-out";
export const monthsPartition = "list#months";
export const listYearsPartition = "list#years";
export const photoListsPartition = "list#photo-lists";
export const duePartition = "due";
export const pendingPartition = "pending";
export const leavingPartition = "leaving";
export const subjectsPartition = "subjects";

export function kindPartition(kind: Kind): string {
  return `kind#${kind}`;
}
export function gonePartition(kind: GoneKind): string {
  return `gone#${kind}`;
}
export function photoMonthsPartition(list: string): string {
  return `list#photo-months#${list}`;
}
export function referencesPartition(kind: Kind, id: Id): string {
  return `refs#${kind}#${id}`;
}
export function stepsPartition(body: Id): string {
  return `list#steps#${body}`;
}
export function yearListsPartition(year: string): string {
  return `list#of-year#${year}`;
}
export function searchPartition(year: string): string {
  return `search#${year}`;
}
export function listPartition(list: "all" | { readonly month: string } | { readonly topic: string }): string {
  if (list === "all") return "list#releases";
  return "month" in list ? `list#month#${list.month}` : `list#topic#${list.topic}`;
}

/** The partition of a list of releases, and what its sort keys begin with. */
export function listOf(list: ReleaseList): { readonly pk: string; readonly prefix: string } {
  if (list === "all" || "month" in list || "topic" in list) return { pk: listPartition(list), prefix: "" };
  const [[kind, id]] = Object.entries(list) as [["programme" | "case" | "contact" | "photo", Id]];
  return { pk: referencesPartition(kind, id), prefix: "release#" };
}

/** Sorts after everything of that very instant, and before everything later: "~" comes after "#". */
export function afterInstant(instant: Instant): string {
  return `${instant}~`;
}

/**
 * Where the releases of a year stand among those of a list. They are sorted by instant and a year is of the newsroom's
 * days, so that a little of the years beside it is in it.
 */
export function aroundYear(list: ReleaseList, year: string): RowQuery {
  const { pk, prefix } = listOf(list);
  const [before, after] = [Number(year) - 1, Number(year) + 1].map(String);
  return { pk, prefix, after: `${prefix}${before}-12-30`, before: `${prefix}${after}-01-03` };
}
