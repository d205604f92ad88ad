import { isAdvance } from "../contract.ts";
import { saysGone } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";
import type { Subject } from "./subject.ts";

/**
 * The objects that a subject has on the site, by key: the digest of what was put, or, while a publication is under
 * way, what is about to happen to the key. Whoever finds such a mark takes nothing for granted.
 */
export type Recorded = Readonly<Record<string, string>>;
/**
 * It may be there or not; nothing that readers can come to leads to it. Behind a digest: it is there with these bytes, and
 * nothing leads to it yet.
 */
export const notLinked = "new?";
/** It is there, as it was or as it is to be. */
export const aboutToChange = "changed?";

/** Whether readers may have come to what this is recorded of, and find it. */
export function isThere(digest: string | undefined): boolean {
  return digest !== undefined && !isNotLinked(digest) && !saysGone(digest);
}

function isNotLinked(digest: string): boolean {
  return digest.endsWith(notLinked);
}

/** The account from when on something may lead to all that has come; the same one where that changes nothing. */
export function mayBeLinked(recorded: Recorded): Recorded {
  const waiting = Object.entries(recorded).filter(
    ([, digest]) => isNotLinked(digest) && digest !== notLinked,
  );
  if (waiting.length === 0) return recorded;
  const linked = waiting.map(([key, digest]) => [key, digest.slice(0, -notLinked.length)]);
  return { ...recorded, ...Object.fromEntries(linked) };
}

/**
 * In this order over the whole publication: what is new is not linked to yet, so it can come first; then what
 * changes may link to it; what leaves (is deleted, or says from now on that it is gone) is no longer linked to by then.
 * Pages leave before the pictures that they show. So no reader is ever sent to nothing.
 */
export const waves = ["new", "changed", "leaving", "gone"] as const;
export type Wave = (typeof waves)[number];

/** A key that is deleted, or an object that says from now on that it is gone. */
export type Leaving = string | SiteObject;

/** What one subject needs, to be on the site as it is wanted. */
export interface SubjectPlan {
  readonly subject: Subject;
  readonly recorded: Recorded;
  readonly wanted: Recorded;
  readonly new: readonly SiteObject[];
  readonly changed: readonly SiteObject[];
  /** What leads readers on: pages, feeds, data. */
  readonly leaving: readonly Leaving[];
  /** What those show or offer, and what nothing needs any more once they have left. */
  readonly gone: readonly Leaving[];
  /** Of those that are gone from this subject: another one has them now, so they are not to be deleted. */
  readonly takenOver: readonly HandedOver[];
}

/** A key that one subject gives up, and the subject that has it now: an address that one entry left and another took. */
export interface HandedOver {
  readonly key: string;
  readonly to: Subject;
  /** Something may lead to it as long as it is the one's that gives it up. */
  readonly isLinked: boolean;
}

/** @param takenOver  keys that have become another subject's */
export function planSubject(
  subject: Subject,
  objects: readonly SiteObject[],
  recorded: Recorded,
  takenOver: readonly HandedOver[] = [],
): SubjectPlan {
  const wanted = Object.fromEntries(objects.map(({ key, digest }) => [key, digest]));
  const isKnown = ({ key }: SiteObject) => recorded[key] !== undefined;
  const isEnd = (object: SiteObject) => saysGone(object.digest) && isKnown(object);
  const isOther = ({ key, digest }: SiteObject) =>
    recorded[key] !== digest && recorded[key] !== digest + notLinked;
  const isNew = (object: SiteObject) =>
    !isEnd(object) && !needsNoLink(object.key) && !isThere(recorded[object.key]) && isOther(object);
  const deleted = Object.keys(recorded).filter((key) => wanted[key] === undefined);
  const leaving = [...objects.filter((object) => isEnd(object) && isOther(object)), ...deleted];
  return {
    subject,
    recorded,
    wanted,
    new: objects.filter(isNew),
    changed: objects.filter((object) => !isNew(object) && !isEnd(object) && isOther(object)),
    leaving: leaving.filter((one) => leadsOn(keyOf(one))),
    gone: leaving.filter((one) => !leadsOn(keyOf(one))),
    takenOver: takenOver.filter(({ key }) => deleted.includes(key)),
  };
}

/** Pages, and the same as data and feeds: what names pictures and other pages, and is nothing without them. */
export function leadsOn(key: string): boolean {
  return /\.(?:html|json|xml|rss|atom|md|txt|ics|csv)$/.test(key);
}

/**
 * Whoever was given an address of their own may come as soon as something is there: it comes after all that it leads to, so
 * never with what is new, and leaves before that does.
 */
export function needsNoLink(key: string): boolean {
  return isAdvance(key);
}

/** The keys to delete in a wave: what another subject has taken over stays. */
export function deletedIn(plan: SubjectPlan, wave: "leaving" | "gone"): readonly string[] {
  return plan[wave]
    .filter((one) => typeof one === "string")
    .filter((key) => !plan.takenOver.some((taken) => taken.key === key));
}

export function keyOf(one: Leaving): string {
  return typeof one === "string" ? one : one.key;
}

/**
 * What another subject hands over is put again, whatever this one's account says: it is on the site as that one's. Where
 * something leads to it, it changes, and so waits until what it links to is there; else it is as if it were new. Where it
 * says from now on that it is gone, it waits until nothing links to it.
 *
 * @param objects     all that the subject is to have
 * @param handedOver  by key
 */
export function withHandedOver(
  plan: SubjectPlan,
  objects: readonly SiteObject[],
  handedOver: ReadonlyMap<string, HandedOver>,
): SubjectPlan {
  const handed = objects.filter(({ key }) => handedOver.has(key));
  const ended = handed.filter(({ digest }) => saysGone(digest));
  const others = handed.filter(({ digest }) => !saysGone(digest));
  const isLinked = ({ key }: SiteObject) => handedOver.get(key)?.isLinked === true;
  const isOwn = (one: Leaving) => typeof one === "string" || !handedOver.has(one.key);
  return {
    ...plan,
    new: [...plan.new.filter(isOwn), ...others.filter((one) => !isLinked(one))],
    changed: [...plan.changed.filter(isOwn), ...others.filter(isLinked)],
    leaving: [...plan.leaving.filter(isOwn), ...ended.filter(({ key }) => leadsOn(key))],
    gone: [...plan.gone.filter(isOwn), ...ended.filter(({ key }) => !leadsOn(key))],
  };
}

/** An account that nobody trusts any more: all that it names may have changed. */
export function doubted(recorded: Recorded): Recorded {
  return Object.fromEntries(
    Object.entries(recorded).map(([key, digest]) => [key, isThere(digest) ? aboutToChange : notLinked]),
  );
}

/** Whether there is anything to do. */
export function isSettled(plan: SubjectPlan): boolean {
  return waves.every((wave) => plan[wave].length === 0);
}

/** The account while these waves of the plan are under way. */
export function inDoubt(plan: SubjectPlan, wavesUnderWay: readonly Wave[]): Recorded {
  // What another has by now is led to as that one's.
  const isOwn = (one: Leaving) => !plan.takenOver.some(({ key }) => key === keyOf(one));
  return {
    ...plan.recorded,
    ...(wavesUnderWay.includes("new") ? marked(plan.new, notLinked) : {}),
    ...(wavesUnderWay.includes("changed") ? marked(plan.changed, aboutToChange) : {}),
    ...(wavesUnderWay.includes("leaving") ? marked(plan.leaving.filter(isOwn), notLinked) : {}),
    ...(wavesUnderWay.includes("gone") ? marked(plan.gone.filter(isOwn), notLinked) : {}),
  };
}

/** The account after these waves of the plan are done. What is new is led to by what changes, so not before that. */
export function settled(plan: SubjectPlan, wavesDone: readonly Wave[]): Recorded {
  const after: Record<string, string> = { ...plan.recorded };
  const still = wavesDone.includes("changed") ? "" : notLinked;
  if (wavesDone.includes("new")) for (const { key, digest } of plan.new) after[key] = digest + still;
  if (wavesDone.includes("changed")) for (const { key, digest } of plan.changed) after[key] = digest;
  for (const wave of ["leaving", "gone"] as const) {
    if (!wavesDone.includes(wave)) continue;
    for (const one of plan[wave]) {
      if (typeof one === "string") delete after[one];
      else after[one.key] = one.digest;
    }
  }
  return after;
}

function marked(objects: readonly Leaving[], mark: string): Recorded {
  return Object.fromEntries(objects.map((one) => [keyOf(one), mark]));
}
