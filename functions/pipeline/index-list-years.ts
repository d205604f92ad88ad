import { asInstant } from "../content/instant.ts";
import type { Instant } from "../content/instant.ts";
import { isLive } from "../site/library.ts";
import type { ReleaseCard } from "../site/release-card.ts";
import { citedKinds, listNamed, listYearNamed, releasesIn } from "../site/yearly.ts";
import type { ListName } from "../site/yearly.ts";
import { inTurns } from "./in-turns.ts";
import {
  aroundYear,
  indexKeys,
  listPartition,
  listYearsPartition,
  referencesPartition,
  stepsPartition,
  yearListsPartition,
} from "./index-keys.ts";
import type { Row, RowKey, Rows } from "./ports.ts";

/** A year of a list in which something is, though readers may not know of it yet. */
interface IndexedListYear {
  readonly liveFrom: Instant;
}

const atOnce = 20;

/**
 * Sums up each year of each list that these rows are in. Written after the lists themselves, so that whoever comes after a
 * crash finds the same; what it reads is as much as the year holds, whatever the archive does.
 */
export async function indexListYears(rows: Rows, keys: readonly RowKey[]): Promise<void> {
  const puts: Row[] = [];
  const deletes: RowKey[] = [];
  const names = [...new Set(keys.flatMap(listYearsIn))];
  await inTurns(names, atOnce, async (name) => {
    const { list, year } = listYearNamed(name);
    const [liveFrom] = (await startsIn(rows, list, year)).toSorted();
    for (const key of [indexKeys.yearOfList(list, year), indexKeys.listOfYear(list, year)]) {
      if (liveFrom === undefined) deletes.push(key);
      else puts.push({ ...key, value: { liveFrom } satisfies IndexedListYear });
    }
    return [];
  });
  await rows.write(puts, deletes);
}

/**
 * The years of which a list has a release or a step, newest first: "2008".
 *
 * @param instant  only years of which one is live by then; left out, all of them
 */
export async function yearsOfList(
  rows: Pick<Rows, "query">,
  list: ListName,
  instant?: Instant,
): Promise<readonly string[]> {
  const prefix = `${list}/`;
  const found = await rows.query({ pk: listYearsPartition, prefix, newestFirst: true });
  const some = instant === undefined ? found : found.filter(isLiveAt(instant));
  return some.map(({ sk }) => sk.slice(prefix.length));
}

/** The years in which any body has a step that readers may know of. */
export async function bodyYears(rows: Pick<Rows, "query">, instant: Instant): Promise<readonly string[]> {
  const found = await rows.query({ pk: listYearsPartition, prefix: "body/" });
  return [...new Set(found.filter(isLiveAt(instant)).map(({ sk }) => listYearNamed(sk).year))];
}

/** The lists that have a live release or step of a year. */
export async function liveLists(
  rows: Pick<Rows, "query">,
  year: string,
  instant: Instant,
): Promise<readonly ListName[]> {
  const found = await rows.query({ pk: yearListsPartition(year) });
  return found.filter(isLiveAt(instant)).map(({ sk }) => sk as ListName);
}

function isLiveAt(instant: Instant): (row: Row) => boolean {
  return ({ value }) => isLive(value as IndexedListYear, instant);
}

/** From when on each of what a list has in a year is live. */
async function startsIn(rows: Rows, list: ListName, year: string): Promise<readonly Instant[]> {
  const releases = releasesIn(list);
  if (releases !== undefined) {
    const found = await rows.query(aroundYear(releases, year));
    const cards = found.map(({ value }) => value as ReleaseCard);
    return cards.filter(({ date }) => date.startsWith(`${year}-`)).map(({ liveFrom }) => liveFrom);
  }
  const steps = await rows.query({ pk: stepsPartition(listNamed(list).id), prefix: `${year}-` });
  return steps.map(({ value }) => (value as { readonly liveFrom?: Instant }).liveFrom ?? asInstant(0));
}

const [topics, steps] = [listPartition({ topic: "" }), stepsPartition("")];

/** The years of lists that a row may be in: two where its instant is near the end of one. */
function listYearsIn({ pk, sk }: RowKey): readonly string[] {
  if (pk.startsWith(steps)) return [`body/${pk.slice(steps.length)}/${sk.slice(0, 4)}`];
  const list = listOfReleasesIn({ pk, sk });
  if (list === undefined) return [];
  return yearsAround(sk.replace(/^release#/, "")).map((year) => `${list}/${year}`);
}

function listOfReleasesIn({ pk, sk }: RowKey): ListName | undefined {
  if (pk.startsWith(topics)) return `topic/${pk.slice(topics.length)}`;
  if (!sk.startsWith("release#")) return undefined;
  const of = citedKinds.find((kind) => pk.startsWith(referencesPartition(kind, "")));
  return of && `${of}/${pk.slice(referencesPartition(of, "").length)}`;
}

const oneDay = 24 * 60 * 60 * 1000;

/** No zone is further than a day from UTC. @param order  begins with an instant */
function yearsAround(order: string): readonly string[] {
  const at = Date.parse(order.slice(0, order.indexOf("#")));
  return [...new Set([at - oneDay, at + oneDay].map((one) => asInstant(one).slice(0, 4)))];
}
