import type { Entry, EntryOf, Kind } from "../content/entry.ts";
import { kinds } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import { affectedSubjects } from "../site/affected-subjects.ts";
import type { Referrers } from "../site/affected-subjects.ts";
import type { Library } from "../site/library.ts";
import type { ReleaseCard } from "../site/release-card.ts";
import { standingSubjects } from "../site/subject.ts";
import type { Subject } from "../site/subject.ts";
import type { UnitChange } from "./index-entries.ts";
import {
  duePartition,
  indexKeys,
  kindPartition,
  monthsPartition,
  referencesPartition,
  subjectsPartition,
} from "./index-keys.ts";
import { afterInstant } from "./index-library.ts";
import type { IndexedEntry, Owner } from "./index-rows.ts";
import type { Rows } from "./ports.ts";

/** What is to be rendered, and by which entry: "release:bro", or "release:bro, by the hour" where time alone did it. */
export interface Affected {
  readonly subjects: readonly Subject[] | "all";
  readonly because: ReadonlyMap<Subject, string>;
  /** Steps whose day passed without an outcome, since the last time that anybody looked: "klyngeprogrammet#regionsraadet". */
  readonly overdue: readonly string[];
}

/** The subjects that changed entries and the passing of time may have changed; found before the index is. */
export async function subjectsOfChanges(
  rows: Rows,
  library: Library,
  changes: readonly UnitChange[],
  since: Instant | undefined,
): Promise<Affected> {
  const referrers = indexReferrers(rows, library);
  const changed = changes.flatMap(({ before, after }) => [before?.entry, after?.entry]);
  const due = since === undefined ? [] : await becameDue(rows, since, library.instant);
  const overdue =
    since === undefined ? [] : due.flatMap((entry) => newlyOverdue(entry, since, library.instant));
  const because = new Map<Subject, string>();
  for (const [entries, how] of [
    [changed, ""],
    [due, ", by the hour"],
  ] as const) {
    for (const entry of entries) {
      if (entry === undefined) continue;
      const reason = `${entry.kind}:${entry.id}${how}`;
      const affected = await affectedSubjects(entry, referrers);
      if (affected === "all") return { subjects: "all", because: new Map([["shell", reason]]), overdue };
      for (const subject of affected) if (!because.has(subject)) because.set(subject, reason);
    }
  }
  return { subjects: [...because.keys()], because, overdue };
}

/** The subjects that are otherwise at one instant than at another, though nobody changes anything; either may come first. */
export async function subjectsBetween(
  rows: Rows,
  library: Library,
  since: Instant,
): Promise<readonly Subject[]> {
  const [from, until] = [since, library.instant].toSorted();
  if (from === undefined || until === undefined || from === until) return [];
  const referrers = indexReferrers(rows, library);
  const due = await becameDue(rows, from, until);
  const affected = await Promise.all(due.map((entry) => affectedSubjects(entry, referrers)));
  return affected.includes("all") ? allSubjects(rows) : [...new Set(affected.flat() as Subject[])];
}

function newlyOverdue(entry: Entry, since: Instant, until: Instant): readonly string[] {
  if (entry.kind !== "case") return [];
  return entry.steps
    .filter(
      ({ outcome, overdueFrom }) => outcome === undefined && overdueFrom > since && overdueFrom <= until,
    )
    .map(({ id }) => `${entry.id}#${id}`);
}

/** Everything that the site has or could have. */
export async function allSubjects(rows: Rows): Promise<readonly Subject[]> {
  const [entries, months, known] = await Promise.all([
    Promise.all(kinds.map((kind) => rows.query({ pk: kindPartition(kind) }))),
    rows.query({ pk: monthsPartition }),
    rows.query({ pk: subjectsPartition }),
  ]);
  return [
    ...new Set<Subject>([
      ...standingSubjects,
      ...entries.flat().flatMap(({ value }) => subjectsOf(value as Owner)),
      ...months.flatMap(({ sk }): Subject[] => [`month:${sk}`, `year:${sk.slice(0, 4)}`]),
      ...known.map(({ sk }) => sk as Subject), // some may stand for what is gone
    ]),
  ];
}

/** The next instant at which the site changes by itself. */
export async function nextDue(rows: Rows, after: Instant): Promise<Instant | undefined> {
  const [row] = await rows.query({ pk: duePartition, after: afterInstant(after), limit: 1 });
  return row && (row.sk.slice(0, row.sk.indexOf("#")) as Instant);
}

async function becameDue(rows: Rows, since: Instant, until: Instant): Promise<readonly Entry[]> {
  const due = await rows.query({ pk: duePartition, after: afterInstant(since), before: afterInstant(until) });
  const found = await rows.get(
    due.map(({ value }) => indexKeys.entry((value as Owner).kind, (value as Owner).id)),
  );
  return found.map(({ value }) => (value as IndexedEntry).entry);
}

function indexReferrers(rows: Rows, library: Library): Referrers {
  return {
    async of(kind, id) {
      const citing = await rows.query({ pk: referencesPartition(kind, id) });
      return citing.map(({ sk, value }) => {
        const { id, date } = value as Owner & Partial<ReleaseCard>; // a release's row is its card
        const kind = sk.slice(0, sk.indexOf("#")) as Kind;
        return { kind, id, ...(date === undefined ? {} : { month: date.slice(0, 7) }) };
      });
    },
    entry: <K extends "contact" | "case">(kind: K, id: string): Promise<EntryOf<K> | undefined> =>
      library.entry(kind, id),
    async nextTo(release) {
      const { older, newer } = await library.neighbours(release);
      return [older, newer].flatMap((card) => card?.id ?? []);
    },
  };
}

function subjectsOf({ kind, id }: Owner): readonly Subject[] {
  return kind === "newsroom" ? [] : [`${kind}:${id}`];
}
