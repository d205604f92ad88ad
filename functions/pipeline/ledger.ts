import type { Instant } from "../content/instant.ts";
import type { Problem } from "../content/problem.ts";
import type { Subject } from "../site/subject.ts";

/** What the site is, or is to be: a commit's content seen at an instant by one version of the code. */
export interface Target {
  readonly commit: string;
  readonly tree: string;
  readonly instant: Instant;
  /** As the head said it. */
  readonly again?: string;
  /** Changes with every change of the templates and of everything else that makes the bytes. */
  readonly code: string;
}

/** What a publication that has not been recorded may have changed: the next one goes over all of it again. */
export interface Underway {
  readonly target: Target;
  /** Source files, or "all". */
  readonly paths: readonly string[] | "all";
  readonly subjects: readonly Subject[] | "all";
}

/** What is live, and what is known of the way there. */
export interface LedgerState {
  readonly live?: Target;
  readonly underway?: Underway;
  /** The next instant at which the site changes by itself. */
  readonly nextDue?: Instant;
  /** The commit that was refused last: it is not looked at again until there is another, or other code. */
  readonly refused?: Refusal;
}
export interface Refusal {
  readonly commit: string;
  readonly forced: boolean;
  readonly code: string;
}

/** One change of the site, or why there was none. */
export interface Publication {
  readonly commit: string;
  readonly tree: string;
  /** Who committed it, where that is known. */
  readonly author?: string;
  /** As of when the site is. */
  readonly instant: Instant;
  readonly outcome: "published" | "refused";
  /** Why it was refused; of what was published, why photos are left out. */
  readonly problems: readonly Problem[];
  /** How many objects were put, and how many deleted. */
  readonly put: number;
  readonly deleted: number;
  readonly milliseconds: number;
  /** The source files that were read as changed; "all" where everything was made from the beginning. */
  readonly sources: readonly string[] | "all";
  /** What was looked at, and why: "month:2008-05" because of "release:bro"; the first of them where there are many. */
  readonly because: Readonly<Record<string, string>>;
  /** What changed on the site, by key; the first of them where there are many. */
  readonly changed: readonly string[];
  /** Why the hub could not be told of the feeds that changed; absent where it was, or there is none. */
  readonly untold?: string;
  /** Steps whose day passed without an outcome: "klyngeprogrammets-finansiering#regionsraadet". */
  readonly overdue: readonly string[];
}

/** More than this of a kind is not written down: a record is one row, and nobody reads further. */
export const mostRecorded = 500;

/** Another publisher has the lease now. Trying again is safe: the next plan starts from what it left. */
export class LedgerMovedOn extends Error {
  override readonly name = "LedgerMovedOn";
}

/** More than this is recorded as "all": the ledger is one row, and a row has a limit of 400 KB. */
const listLimit = 1_000;

/** What both an earlier, unrecorded publication and this one may have changed. */
export function joined(earlier: Underway | undefined, now: Underway): Underway {
  return {
    target: now.target,
    paths: bounded(union(earlier?.paths ?? [], now.paths)),
    subjects: bounded(union(earlier?.subjects ?? [], now.subjects)),
  };
}

export function union<T>(a: readonly T[] | "all", b: readonly T[] | "all"): readonly T[] | "all" {
  return a === "all" || b === "all" ? "all" : [...new Set([...a, ...b])];
}

function bounded<T>(list: readonly T[] | "all"): readonly T[] | "all" {
  return list.length > listLimit ? "all" : list;
}
