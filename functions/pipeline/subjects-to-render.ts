import type { Entry, EntryOf, Kind } from "../content/entry.ts";
import { kinds } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import { affectedSubjects } from "../site/affected-subjects.ts";
import type { Referrers } from "../site/affected-subjects.ts";
import type { Library } from "../site/library.ts";
import { mayRelateTo } from "../site/related.ts";
import type { ReleaseCard } from "../site/release-card.ts";
import { standingSubjects } from "../site/subject.ts";
import type { Subject } from "../site/subject.ts";
import type { ListName } from "../site/yearly.ts";
import type { UnitChange } from "./index-entries.ts";
import {
  afterInstant,
  duePartition,
  indexKeys,
  kindPartition,
  listYearsPartition,
  monthsPartition,
  pendingPartition,
  peoplePartition,
  photoListsPartition,
  referencesPartition,
  subjectsPartition,
  topicsPartition,
} from "./index-keys.ts";
import { yearsOfList } from "./index-list-years.ts";
import type { PhotoLists } from "./index-photo-months.ts";
import type { Due, IndexedEntry, IndexedPerson, Owner } from "./index-rows.ts";
import type { Rows } from "./ports.ts";

/** What is to be rendered, and by which entry: "release:bro", or "release:bro, by the hour" where time alone did it. */
export interface Affected {
  readonly subjects: readonly Subject[] | "all";
  readonly because: ReadonlyMap<Subject, string>;
}

/** The subjects that changed entries and the passing of time may have changed; found before the index is. */
export async function subjectsOfChanges(
  rows: Rows,
  library: Library,
  changes: readonly UnitChange[],
  since: Instant | undefined,
): Promise<Affected> {
  const referrers = indexReferrers(rows, library, changes);
  const because = new Map<Subject, string>();
  const note = (subjects: readonly Subject[] | "all", reason: string): void => {
    for (const subject of subjects === "all" ? [] : subjects)
      if (!because.has(subject)) because.set(subject, reason);
  };
  const all = (reason: string): Affected => ({ subjects: "all", because: new Map([["shell", reason]]) });
  for (const entry of changes.flatMap(({ before, after }) => [before?.entry, after?.entry])) {
    if (entry === undefined) continue;
    const affected = await affectedSubjects(entry, referrers);
    if (affected === "all") return all(nameOf(entry));
    note(affected, nameOf(entry));
  }
  for (const due of since === undefined ? [] : await becameDue(rows, since, library.instant)) {
    const reason = `${nameOf(due)}, by the hour`;
    const affected = await subjectsOfDue(due, referrers);
    if (affected === "all") return all(reason);
    note(affected, reason);
  }
  return { subjects: [...because.keys()], because };
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
  const affected = await Promise.all(due.map((one) => subjectsOfDue(one, referrers)));
  return affected.includes("all") ? allSubjects(rows) : [...new Set(affected.flat() as Subject[])];
}

/** Steps whose day passed without an outcome since the last time that anybody looked: "klyngeprogrammet#regionsraadet". */
export async function newlyOverdue(
  rows: Pick<Rows, "query">,
  since: Instant,
  until: Instant,
): Promise<readonly string[]> {
  const passed = await rows.query({
    pk: pendingPartition,
    after: afterInstant(since),
    before: afterInstant(until),
  });
  return passed.map(({ sk }) => sk.slice(sk.indexOf("#") + 1));
}

/** Everything that the site has or could have. */
export async function allSubjects(rows: Rows): Promise<readonly Subject[]> {
  const [entries, months, years, topics, people, photoLists, known] = await Promise.all([
    Promise.all(kinds.map((kind) => rows.query({ pk: kindPartition(kind) }))),
    rows.query({ pk: monthsPartition }),
    rows.query({ pk: listYearsPartition }),
    rows.query({ pk: topicsPartition }),
    rows.query({ pk: peoplePartition }),
    rows.query({ pk: photoListsPartition }),
    rows.query({ pk: subjectsPartition }),
  ]);
  return [
    ...new Set<Subject>([
      ...standingSubjects,
      ...entries.flat().flatMap(({ value }) => subjectsOf(value as Owner)),
      ...months.flatMap(({ sk }): Subject[] => [
        `month:${sk}`,
        `year:${sk.slice(0, 4)}`,
        `search:${sk.slice(0, 4)}`,
        `gallery:month/${sk}`,
      ]),
      ...years.map(({ sk }): Subject => `list:${sk as `${ListName}/${string}`}`),
      ...topics.map(({ value }): Subject => `topic:${(value as { readonly topic: string }).topic}`),
      ...people.map(({ value }): Subject => `gallery:person/${(value as IndexedPerson).person}`),
      ...photoLists.flatMap(({ sk, value }) =>
        Object.keys(value as PhotoLists).map((list): Subject => `gallery:${list}/${sk}`),
      ),
      ...known.map(({ sk }) => sk as Subject), // some may stand for what is gone
    ]),
  ];
}

/** The next instant at which the site changes by itself. */
export async function nextDue(rows: Rows, after: Instant): Promise<Instant | undefined> {
  const [row] = await rows.query({ pk: duePartition, after: afterInstant(after), limit: 1 });
  return row && (row.sk.slice(0, row.sk.indexOf("#")) as Instant);
}

/** What is to be seen of a turning point: what it names, or all that its entry affects. */
async function subjectsOfDue(
  { subjects, entry }: BecameDue,
  referrers: Referrers,
): Promise<readonly Subject[] | "all"> {
  return subjects ?? (entry === undefined ? [] : affectedSubjects(entry, referrers));
}

type BecameDue = Due & { readonly entry: Entry | undefined };

async function becameDue(rows: Rows, since: Instant, until: Instant): Promise<readonly BecameDue[]> {
  const due = await rows.query({ pk: duePartition, after: afterInstant(since), before: afterInstant(until) });
  const named = due.map(({ value }) => value as Due);
  const found = await rows.get(named.map(({ kind, id }) => indexKeys.entry(kind, id)));
  const entries = new Map(found.map(({ pk, value }) => [pk, (value as IndexedEntry).entry]));
  return named.map((one) => ({ ...one, entry: entries.get(indexKeys.entry(one.kind, one.id).pk) }));
}

function nameOf({ kind, id }: Owner): string {
  return `${kind}:${id}`;
}

function indexReferrers(rows: Rows, library: Library, changes: readonly UnitChange[] = []): Referrers {
  const photosAfter = new Map(
    changes.flatMap(({ after }) => (after?.entry.kind === "photo" ? [[after.entry.id, after.entry]] : [])),
  );
  return {
    async depicted(photo) {
      const both = [await library.entry("photo", photo), photosAfter.get(photo)];
      return [...new Set(both.flatMap((one) => (one?.people ?? []).map(({ name }) => name)))];
    },
    async of(kind, id) {
      const citing = await rows.query({ pk: referencesPartition(kind, id) });
      return citing.map(({ sk, value }) => {
        const { id, date, programme, photos } = value as Owner & Partial<ReleaseCard>; // a release's row is its card
        const kind = sk.slice(0, sk.indexOf("#")) as Kind;
        return {
          kind,
          id,
          ...(date === undefined ? {} : { month: date.slice(0, 7) }),
          ...(programme === undefined ? {} : { programme }),
          ...(photos === undefined ? {} : { photos }),
        };
      });
    },
    entry: <K extends "contact" | "case">(kind: K, id: string): Promise<EntryOf<K> | undefined> =>
      library.entry(kind, id),
    yearsOf: (list) => yearsOfList(rows, list),
    async nextTo(release) {
      const [{ older, newer }, related] = await Promise.all([
        library.neighbours(release),
        mayRelateTo(library, release),
      ]);
      return [...new Set([...[older, newer].flatMap((card) => card?.id ?? []), ...related])];
    },
  };
}

function subjectsOf({ kind, id }: Owner): readonly Subject[] {
  if (kind === "newsroom") return [];
  return kind === "programme" ? [`programme:${id}`, `gallery:programme/${id}`] : [`${kind}:${id}`];
}
