import type { Photo } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import { personSlug } from "../site/gallery.ts";
import type { ReleaseCard } from "../site/release-card.ts";
import { indexKeys, photoMonthsPartition } from "./index-keys.ts";
import type { IndexedEntry } from "./index-rows.ts";
import type { Row, RowKey, Rows } from "./ports.ts";

/** From when until when a list shows a photo of a month; photos that end together are one span. */
export interface Span {
  readonly from: Instant;
  readonly until?: Instant;
}

/**
 * What a month has to show in each list of photos by person or by programme, by the list's name: "person/rodin-genoff".
 * While it is being written, what may not be there yet, or any more, has no spans.
 */
export type PhotoLists = Readonly<Record<string, readonly Span[]>>;

/**
 * Brings one month of all lists of photos up to date: a row for each list, so that a list finds its months with one
 * query, and one that names them all, so that what is no longer in the month is found without looking for it. Both an
 * entry's rows and others' decide on it, so it is made of what the index has by now. Reads and writes a month, however
 * long the archive is. Safe to repeat, also after half of it.
 *
 * @param cards  of the month's releases
 */
export async function indexPhotoMonth(
  rows: Pick<Rows, "get" | "write">,
  month: string,
  cards: readonly ReleaseCard[],
): Promise<void> {
  const key = indexKeys.photoLists(month);
  const ids = [...new Set(cards.flatMap(({ photos }) => photos))];
  const found = await rows.get([key, ...ids.map((id) => indexKeys.entry("photo", id))]);
  const before = (found.find(({ pk }) => pk === key.pk)?.value ?? {}) as PhotoLists;
  const photos = found
    .filter(({ pk }) => pk !== key.pk)
    .map(({ value }) => (value as IndexedEntry).entry as Photo);
  const after = listsOf(cards, new Map(photos.map((photo) => [photo.id, photo])));

  const changed = Object.keys(after).filter((list) => !isSame(before[list], after[list]));
  const gone = Object.keys(before).filter((list) => after[list] === undefined);
  if (changed.length === 0 && gone.length === 0) return;
  // Before a row comes, and until it is gone, the month names it.
  const announced = Object.fromEntries([...changed, ...gone].map((list) => [list, []]));
  await rows.write([{ ...key, value: { ...before, ...announced } satisfies PhotoLists }], []);
  const rowOf = (list: string): RowKey => indexKeys.photoMonth(list, month);
  await rows.write(
    changed.map((list): Row => ({ ...rowOf(list), value: after[list] })),
    gone.map(rowOf),
  );
  if (Object.keys(after).length === 0) await rows.write([], [key]);
  else await rows.write([{ ...key, value: after }], []);
}

/** Months of a list with anything that may be shown, newest first: "2008-05". */
export async function livePhotoMonths(
  rows: Pick<Rows, "query">,
  list: string,
  instant: Instant,
): Promise<readonly string[]> {
  const found = await rows.query({ pk: photoMonthsPartition(list), newestFirst: true });
  const isOn = ({ from, until }: Span) => from <= instant && (until === undefined || instant < until);
  return found.filter(({ value }) => (value as readonly Span[]).some(isOn)).map(({ sk }) => sk);
}

function listsOf(cards: readonly ReleaseCard[], photos: ReadonlyMap<string, Photo>): PhotoLists {
  const lists: Record<string, readonly Span[]> = {};
  for (const { photos: ids, programme, liveFrom } of cards)
    for (const photo of ids.flatMap((id) => photos.get(id) ?? [])) {
      const people = photo.people.map(({ name }) => `person/${personSlug(name)}`);
      const names = [...people, ...(programme === undefined ? [] : [`programme/${programme}`])];
      for (const name of names) lists[name] = withSpan(lists[name] ?? [], liveFrom, photo.shownUntil);
    }
  return lists;
}

/** One span for each end, from the earliest beginning: in the order of their ends, the open one last. */
function withSpan(spans: readonly Span[], from: Instant, until: Instant | undefined): readonly Span[] {
  const same = spans.find((span) => span.until === until);
  if (same !== undefined && same.from <= from) return spans;
  const span = { from, ...(until === undefined ? {} : { until }) };
  const end = (one: Span) => one.until ?? "~";
  return [...spans.filter((one) => one !== same), span].toSorted((one, other) =>
    end(one) < end(other) ? -1 : 1,
  );
}

function isSame(one: readonly Span[] | undefined, other: readonly Span[] | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
