import type { Case, EntryOf, Id, Kind, Photo, Step } from "../content/entry.ts";
import { asInstant } from "../content/instant.ts";
import type { Instant, LocalDate } from "../content/instant.ts";
import { isOver } from "../content/consent.ts";
import type { ApiLibrary, Dates, Meeting } from "../site/api/api-library.ts";
import { isLive } from "../site/library.ts";
import type {
  Library,
  NewsroomWithPages,
  ReleaseList,
  SearchableRelease,
  WithdrawnCard,
} from "../site/library.ts";
import { photoKeyOf } from "../site/manifest.ts";
import { isThere } from "../site/plan-subject.ts";
import type { Recorded } from "../site/plan-subject.ts";
import type { Manifest, ManifestFile } from "../site/manifest.ts";
import { releaseOrder } from "../site/release-card.ts";
import type { ReleaseCard } from "../site/release-card.ts";
import { liveMonths } from "./index-entries.ts";
import { bodyYears, liveLists, yearsOfList } from "./index-list-years.ts";
import {
  afterInstant,
  aroundYear,
  gonePartition,
  indexKeys,
  kindPartition,
  listOf,
  peoplePartition,
  pendingPartition,
  referencesPartition,
  searchPartition,
  stepsPartition,
  withdrawnPartition,
} from "./index-keys.ts";
import { livePhotoMonths } from "./index-photo-months.ts";
import type { IndexedEntry, IndexedPerson, IndexedStep, Owner } from "./index-rows.ts";
import type { Row, RowQuery } from "./ports.ts";
import type { ReadRows } from "./read-once.ts";

/**
 * All that the index knows as of one instant, which is everything but the texts of releases: whoever needs none has
 * nothing to do with Markdown.
 */
export function indexHeadlines(rows: ReadRows, instant: Instant): Omit<Library, "release"> & ApiLibrary {
  async function entry<K extends Kind>(kind: K, id: Id): Promise<EntryOf<K> | undefined> {
    const found = (await rows.get(indexKeys.entry(kind, id))) as IndexedEntry | undefined;
    return found?.entry as EntryOf<K> | undefined;
  }

  async function newsroom(): Promise<NewsroomWithPages> {
    const found = await entry("newsroom", "newsroom");
    if (found === undefined) throw new Error("The index holds no newsroom.");
    const page = async (id: Id | undefined) => (id === undefined ? undefined : entry("page", id));
    const [accessibility, privacy] = await Promise.all([page(found.accessibility), page(found.privacy)]);
    return {
      ...found,
      pages: {
        ...(accessibility === undefined ? {} : { accessibility }),
        ...(privacy === undefined ? {} : { privacy }),
      },
    };
  }

  /** All live entries of a kind that a partition names. */
  async function named<K extends "programme" | "case" | "body" | "contact" | "page">(
    kind: K,
    pk: string,
    prefix?: string,
  ): Promise<readonly EntryOf<K>[]> {
    const found = await rows.query({ pk, ...(prefix === undefined ? {} : { prefix }) });
    const entries = await Promise.all(found.map((row) => entry(kind, (row.value as Owner).id)));
    return entries.filter((one) => one !== undefined).filter((one) => isLive(one, instant));
  }

  async function liveValues<T extends { readonly liveFrom?: Instant }>(
    query: RowQuery,
    wanted: number,
    atLeast?: number,
  ): Promise<readonly T[]> {
    const found: T[] = [];
    for await (const row of pages(rows, query, wanted, atLeast)) {
      const one = row.value as T;
      if (isLive(one, instant)) found.push(one);
      if (found.length === wanted) break;
    }
    return found;
  }

  function liveCards(query: RowQuery, wanted = Infinity, atLeast?: number): Promise<readonly ReleaseCard[]> {
    return liveValues<ReleaseCard>(query, wanted, atLeast);
  }

  function newestOf(list: ReleaseList): RowQuery {
    return { ...listOf(list), newestFirst: true };
  }

  const olderThan: Library["olderThan"] = (place, list, limit) => {
    const { pk, prefix } = listOf(list);
    return liveCards({ pk, prefix, before: prefix + releaseOrder(place), newestFirst: true }, limit);
  };
  const newerThan: Library["newerThan"] = (place, list, limit) => {
    const { pk, prefix } = listOf(list);
    return liveCards({ pk, prefix, after: prefix + releaseOrder(place) }, limit);
  };

  /** Undefined where the case, or that step of it, is gone, or not out yet. */
  async function stepOf({
    case: matterId,
    step: stepId,
  }: Pick<IndexedStep, "case" | "step">): Promise<CaseStep | undefined> {
    const matter = await entry("case", matterId);
    const step = matter?.steps.find(({ id }) => id === stepId);
    return matter === undefined || step === undefined || !isLive(matter, instant)
      ? undefined
      : { case: matter, step };
  }

  async function stepsAmong(query: RowQuery, wanted: number): Promise<readonly CaseStep[]> {
    const found: CaseStep[] = [];
    for await (const row of pages(rows, query, wanted)) {
      const one = await stepOf(row.value as Pick<IndexedStep, "case" | "step">);
      if (one !== undefined) found.push(one);
      if (found.length === wanted) break;
    }
    return found;
  }

  /** The steps of each day together: rows are by day, then by case. */
  async function meetings(query: RowQuery, wanted: number): Promise<readonly Meeting[]> {
    const found: { readonly date: LocalDate; readonly steps: CaseStep[] }[] = [];
    for await (const row of pages(rows, query, wanted)) {
      const one = await stepOf(row.value as IndexedStep);
      if (one === undefined) continue;
      const { date } = one.step;
      if (found.at(-1)?.date === date) found.at(-1)?.steps.push(one);
      else if (found.length === wanted) break;
      else found.push({ date, steps: [one] });
    }
    return found.map(({ date, steps }) => ({ date, steps: steps.toSorted(latestFirst) }));
  }

  async function shownSince(photo: Id): Promise<Instant | undefined> {
    const citing = await rows.query({ pk: referencesPartition("photo", photo) });
    const since = citing.map(({ value }) => (value as { liveFrom?: Instant }).liveFrom ?? asInstant(0));
    return since.filter((liveFrom) => liveFrom <= instant).toSorted()[0];
  }

  return {
    instant,
    newsroom,
    entry,
    indexed: entry,
    async cardPicture(photo: Photo) {
      return (await rows.get(indexKeys.cardPicture(photoKeyOf(photo)))) as string | undefined;
    },
    async manifest(photo: Photo) {
      const photoKey = photoKeyOf(photo);
      const [quick, slow] = (await Promise.all([
        rows.get(indexKeys.renditions(photoKey, "quick")),
        rows.get(indexKeys.renditions(photoKey, "slow")),
      ])) as [Manifest | undefined, readonly ManifestFile[] | undefined];
      return quick && { ...quick, files: [...quick.files, ...(slow ?? [])] };
    },
    shownSince,
    async entriesAfter(kind, after, limit) {
      const found: EntryOf<typeof kind>[] = [];
      const query = { pk: kindPartition(kind), ...(after === undefined ? {} : { after }) };
      for await (const row of pages(rows, query, limit)) {
        const one = await entry(kind, (row.value as Owner).id);
        if (one !== undefined && isLive(one, instant)) found.push(one);
        if (found.length === limit) break;
      }
      return found;
    },
    async datesOf(kind, id) {
      return ((await rows.get(indexKeys.entry(kind, id))) as IndexedEntry | undefined)?.dates;
    },
    async goneAfter(kind, from, limit) {
      const pk = gonePartition(kind);
      if ("only" in from) {
        const one = (await rows.get(indexKeys.gone(kind, from.only))) as Dates | undefined;
        return one === undefined ? [] : [{ id: from.only, ...one }];
      }
      const found = await rows.query({
        pk,
        limit,
        ...(from.after === undefined ? {} : { after: from.after }),
      });
      return found.map(({ sk, value }) => ({ id: sk, ...(value as Dates) }));
    },
    async meetingsAfter(body, after, limit) {
      // "~" sorts after the "#" that ends a day, so that the day itself is left out.
      return meetings(
        { pk: stepsPartition(body), ...(after === undefined ? {} : { after: `${after}~` }) },
        limit,
      );
    },
    async meetingOn(body, day) {
      return (await meetings({ pk: stepsPartition(body), prefix: `${day}#` }, 1))[0];
    },
    async isOnSite(subject, key) {
      const recorded = (await rows.get(indexKeys.subject(subject))) as Recorded | undefined;
      return isThere(recorded?.[key]);
    },
    releases(list, limit) {
      return liveCards(newestOf(list), limit, newestRead);
    },
    olderThan,
    newerThan,
    async releasesOfYear(list, year) {
      const cards = await liveCards({ ...aroundYear(list, year), newestFirst: true });
      return cards.filter(({ date }) => date.startsWith(`${year}-`));
    },
    async stepsOf(body, wanted) {
      const pk = stepsPartition(body);
      const query = {
        pk,
        newestFirst: true,
        ...("year" in wanted ? { prefix: `${wanted.year}-` } : {}),
        ...("from" in wanted ? { after: wanted.from } : {}),
      };
      const live = await liveValues<IndexedStep>(query, "newest" in wanted ? wanted.newest : Infinity);
      const found = await Promise.all(live.map(stepOf));
      return found.filter((one) => one !== undefined).toSorted(latestFirst);
    },
    yearsOf: (list) => yearsOfList(rows, list, instant),
    listsOf: (year) => liveLists(rows, year, instant),
    bodyYears: () => bodyYears(rows, instant),
    async searchable(year) {
      const found = await rows.query({ pk: searchPartition(year), newestFirst: true });
      return found.map(({ value }) => value as SearchableRelease).filter(({ card }) => isLive(card, instant));
    },
    async withdrawn(limit) {
      const found: WithdrawnCard[] = [];
      for await (const row of pages(rows, { pk: withdrawnPartition, newestFirst: true }, limit)) {
        const one = row.value as WithdrawnCard;
        if (isLive(one.card, instant)) found.push(one);
        if (found.length === limit) break;
      }
      return found;
    },
    async neighbours(place) {
      // What is published is new, and the newest are read for the front page anyhow.
      const newest = await liveCards(newestOf("all"), newestRead - spare, newestRead);
      // Where it stands now: the neighbours that it had before its date was changed are asked for as well.
      const at = newest.findIndex((card) => releaseOrder(card) === releaseOrder(place));
      const isAmong = at >= 0 && at < newest.length - 1;
      const [[older], [newer]] = isAmong
        ? [[newest[at + 1]], [newest[at - 1]]]
        : await Promise.all([olderThan(place, "all", 1), newerThan(place, "all", 1)]);
      return { ...(older === undefined ? {} : { older }), ...(newer === undefined ? {} : { newer }) };
    },
    months: () => liveMonths(rows, instant),
    photoMonths: (list) =>
      list === undefined
        ? liveMonths(rows, instant, "photosFrom")
        : livePhotoMonths(
            rows,
            "person" in list ? `person/${list.person}` : `programme/${list.programme}`,
            instant,
          ),
    async photosOf(person, limit) {
      const found: Photo[] = [];
      const query = { pk: peoplePartition, prefix: `${person}#`, newestFirst: true };
      for await (const { value } of pages(rows, query, limit)) {
        const photo = await entry("photo", (value as IndexedPerson).id);
        if (photo === undefined || isOver(photo, instant)) continue;
        if ((await shownSince(photo.id)) !== undefined) found.push(photo);
        if (found.length === limit) break;
      }
      return found;
    },
    programmes: () => named("programme", kindPartition("programme")),
    cases(of) {
      return of === undefined
        ? named("case", kindPartition("case"))
        : named("case", referencesPartition("programme", of.programme), "case#");
    },
    bodies: () => named("body", kindPartition("body")),
    pages: () => named("page", kindPartition("page")),
    contacts(of) {
      if (of === undefined) return named("contact", kindPartition("contact"));
      const [kind, id] = "body" in of ? (["body", of.body] as const) : (["photo", of.portrait] as const);
      return named("contact", referencesPartition(kind, id), "contact#");
    },
    async pendingSteps(limit) {
      const coming = await stepsAmong({ pk: pendingPartition, after: afterInstant(instant) }, limit);
      const overdue = await stepsAmong(
        { pk: pendingPartition, before: afterInstant(instant), newestFirst: true },
        limit - coming.length,
      );
      return [...coming, ...overdue];
    },
  };
}

interface CaseStep {
  readonly case: Case;
  readonly step: Step;
}

/** On one day by case, and as the case has them. */
function latestFirst(one: CaseStep, other: CaseStep): number {
  const place = ({ case: matter, step }: CaseStep) => matter.steps.findIndex(({ id }) => id === step.id);
  return (
    compared(other.step.date, one.step.date) ||
    compared(one.case.id, other.case.id) ||
    place(one) - place(other)
  );
}

function compared(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** A few more than wanted: some may be under embargo, and a second request costs more than five rows. */
const spare = 5;
/**
 * The newest of a list are wanted by its page, its feed and galleries, which look through 60 and at whether there is one
 * more: read so many that all of them have one question.
 */
const newestRead = 61 + spare;

/** The rows of a query, fetched as they are needed. */
async function* pages(
  rows: Pick<ReadRows, "query">,
  query: RowQuery,
  wanted: number,
  atLeast = 0,
): AsyncGenerator<Row> {
  if (wanted <= 0) return;
  const limit = Number.isFinite(wanted) ? Math.max(wanted + spare, atLeast) : undefined;
  let from = query;
  for (;;) {
    const page = await rows.query({ ...from, ...(limit === undefined ? {} : { limit }) });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || limit === undefined || page.length < limit) return;
    from = query.newestFirst === true ? { ...query, before: last.sk } : { ...query, after: last.sk };
  }
}
