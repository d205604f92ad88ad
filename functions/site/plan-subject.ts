import { saysGone } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";
import type { Subject } from "./subject.ts";

/**
 * The objects that a subject has on the site, by key: the digest of what was put, or, while a publication is under
 * way, what is about to happen to the key. Whoever finds such a mark takes nothing for granted.
 */
export type Recorded = Readonly<Record<string, string>>;
export const aboutToCome = "new?";
export const aboutToChange = "changed?";

/**
 * In this order over the whole publication: what is new is not linked to yet, so it can come first; then what
 * changes may link to it; and what goes, or says from now on that it is gone, is no longer linked to by then. So no
 * reader is ever sent to nothing.
 */
export const waves = ["new", "changed", "gone"] as const;
export type Wave = (typeof waves)[number];

/** What one subject needs, to be on the site as it is wanted. */
export interface SubjectPlan {
  readonly subject: Subject;
  readonly recorded: Recorded;
  readonly wanted: Recorded;
  readonly new: readonly SiteObject[];
  readonly changed: readonly SiteObject[];
  /** What says from now on that it is gone: it goes in the same wave as what is taken away. */
  readonly ended: readonly SiteObject[];
  readonly gone: readonly string[];
  /** Of those that are gone from this subject: another one has them now, so they are not to be deleted. */
  readonly takenOver: readonly string[];
}

/** @param takenOver  keys that have become another subject's: an address that one entry gave up and another took */
export function planSubject(
  subject: Subject,
  objects: readonly SiteObject[],
  recorded: Recorded,
  takenOver: ReadonlySet<string> = new Set(),
): SubjectPlan {
  const wanted = Object.fromEntries(objects.map(({ key, digest }) => [key, digest]));
  const isThere = ({ key }: SiteObject) => recorded[key] !== undefined;
  const isEnd = (object: SiteObject) => saysGone(object.digest) && isThere(object);
  // What was gone for good and is back is linked to by nothing, as if it were new.
  const isNew = (object: SiteObject) =>
    !isEnd(object) &&
    (!isThere(object) || recorded[object.key] === aboutToCome || saysGone(recorded[object.key]));
  const isOther = ({ key, digest }: SiteObject) => recorded[key] !== digest;
  const gone = Object.keys(recorded).filter((key) => wanted[key] === undefined);
  return {
    subject,
    recorded,
    wanted,
    new: objects.filter(isNew),
    changed: objects.filter((object) => !isNew(object) && !isEnd(object) && isOther(object)),
    ended: objects.filter((object) => isEnd(object) && isOther(object)),
    gone,
    takenOver: gone.filter((key) => takenOver.has(key)),
  };
}

/**
 * What is new to a subject may be on the site already as another's, with links to it: it changes, and so it waits until
 * what it links to is there.
 */
export function withHandedOver(plan: SubjectPlan, handedOver: ReadonlySet<string>): SubjectPlan {
  const isThere = ({ key }: SiteObject) => handedOver.has(key);
  return {
    ...plan,
    new: plan.new.filter((object) => !isThere(object)),
    changed: [...plan.changed, ...plan.new.filter(isThere)],
  };
}

/** An account that nobody trusts any more: all that it names may have changed. */
export function doubted(recorded: Recorded): Recorded {
  return Object.fromEntries(Object.keys(recorded).map((key) => [key, aboutToChange]));
}

/** Whether there is anything to do. */
export function isSettled(plan: SubjectPlan): boolean {
  return !waves.some((wave) => hasWork(plan, wave));
}

export function hasWork(plan: SubjectPlan, wave: Wave): boolean {
  return plan[wave].length > 0 || (wave === "gone" && plan.ended.length > 0);
}

/** What is left of the plan after one of its waves. */
export function without(plan: SubjectPlan, wave: Wave): SubjectPlan {
  return { ...plan, [wave]: [], ...(wave === "gone" ? { ended: [] } : {}) };
}

/** The account while these waves of the plan are under way. */
export function inDoubt(plan: SubjectPlan, wavesUnderWay: readonly Wave[]): Recorded {
  return {
    ...plan.recorded,
    ...(wavesUnderWay.includes("new") ? marked(plan.new, aboutToCome) : {}),
    ...(wavesUnderWay.includes("changed") ? marked(plan.changed, aboutToChange) : {}),
    // Nothing links to it by now: whoever wants it back finds it gone, and puts it before what links to it.
    ...(wavesUnderWay.includes("gone") ? marked([...plan.ended, ...plan.gone], aboutToCome) : {}),
  };
}

/** The account after these waves of the plan are done. */
export function settled(plan: SubjectPlan, wavesDone: readonly Wave[]): Recorded {
  const after: Record<string, string> = { ...plan.recorded };
  if (wavesDone.includes("new")) for (const { key, digest } of plan.new) after[key] = digest;
  if (wavesDone.includes("changed")) for (const { key, digest } of plan.changed) after[key] = digest;
  if (!wavesDone.includes("gone")) return after;
  for (const { key, digest } of plan.ended) after[key] = digest;
  for (const key of plan.gone) delete after[key];
  return after;
}

function marked(objects: readonly (SiteObject | string)[], mark: string): Recorded {
  return Object.fromEntries(objects.map((one) => [typeof one === "string" ? one : one.key, mark]));
}
