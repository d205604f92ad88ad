import type { Entry, EntryOf } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import type { ReadEntry } from "../content/read-content.ts";
import { goneKinds } from "../site/api/api-library.ts";
import type { Dates, GoneKind } from "../site/api/api-library.ts";
import { isLive } from "../site/library.ts";
import type { ReleaseCard } from "../site/release-card.ts";
import { folderOf } from "../content/unit-of.ts";
import { indexKeys, isAddress, listPartition, monthsPartition, referencesPartition } from "./index-keys.ts";
import { indexListYears } from "./index-list-years.ts";
import { indexPhotoMonth } from "./index-photo-months.ts";
import { rowsOf, withoutTexts } from "./index-rows.ts";
import type { IndexedUnit } from "./index-rows.ts";
import type { Row, RowKey, Rows } from "./ports.ts";

/** A unit of sources that is not what it was. */
export interface UnitChange {
  readonly unit: string;
  readonly before?: { readonly entry?: Entry; readonly keys: readonly RowKey[]; readonly dates?: Dates };
  readonly after?: ReadEntry;
  /** There is no entry because nothing can be made of a photo's file, and not because it is gone. */
  readonly leftOut?: boolean;
}

/**
 * Brings the index up to date. Safe to repeat, also after half of it: before a row comes, and until it is gone, the
 * unit's own row names it.
 *
 * @param instant  that the site is brought to
 * @param seen     as of when readers see it; undefined where they have seen nothing yet
 */
export async function indexEntries(
  rows: Rows,
  changes: readonly UnitChange[],
  instant: Instant,
  seen: Instant | undefined,
): Promise<void> {
  const puts = changes.flatMap((change) =>
    change.after === undefined
      ? goneRows(change, instant, seen)
      : rowsOf(change.after, change.unit, datesOf(change, instant)),
  );
  // An address that one entry gives up and another takes must not be deleted after it was put.
  const kept = new Set(puts.map(nameOf));
  const obsolete = (change: UnitChange) =>
    (change.before?.keys ?? []).filter((key) => !kept.has(nameOf(key)));

  const leftOut = changes.filter((change) => change.leftOut === true).map(leftOutKey);

  const announced = changes.filter((change) => !namesAll(change) || obsolete(change).length > 0);
  await rows.write(
    announced.flatMap((change) => unitRow(change, obsolete(change))),
    [],
  );
  await rows.write([...puts, ...leftOut.map((key) => ({ ...key, value: true }))], changes.flatMap(obsolete));
  await Promise.all([
    indexMonths(rows, new Set([...changes.flatMap(monthsOf), ...(await monthsShowing(rows, changes))])),
    indexListYears(rows, changes.flatMap(keysOf)),
  ]);
  await rows.write(
    announced.flatMap((change) => unitRow(change, [])),
    [
      ...changes.flatMap(({ unit, after }) => (after === undefined ? [indexKeys.unit(unit)] : [])),
      ...changes.filter((change) => isPhoto(change) && change.leftOut !== true).map(leftOutKey),
      ...changes.flatMap(({ before, after }) =>
        before === undefined && isGoneKind(after?.entry)
          ? [indexKeys.gone(after.entry.kind, after.entry.id)]
          : [],
      ),
    ],
  );
}

/** Whether another may have, now or later, an address that the entry of this unit had. */
export function givesUpAddress({ unit, before, after }: UnitChange): boolean {
  const isSame =
    after !== undefined && after.entry.kind === before?.entry?.kind && after.entry.id === before.entry.id;
  const still = new Set(isSame ? rowsOf(after, unit).map(nameOf) : []);
  return (before?.keys ?? []).some((key) => isAddress(key) && !still.has(nameOf(key)));
}

/** What is made anew from the same words has not changed. */
function datesOf({ before, after }: UnitChange, instant: Instant): Dates {
  const known = before?.dates;
  const isSame =
    after !== undefined && JSON.stringify(withoutTexts(after.entry)) === JSON.stringify(before?.entry);
  return { created: known?.created ?? instant, modified: (isSame ? known?.modified : undefined) ?? instant };
}

/** Of what nobody knew of, nothing is kept. */
function goneRows({ before }: UnitChange, instant: Instant, seen: Instant | undefined): readonly Row[] {
  const entry = before?.entry;
  if (!isGoneKind(entry) || seen === undefined || !isLive(entry, seen)) return [];
  const value = { created: before?.dates?.created ?? instant, modified: instant } satisfies Dates;
  return [{ ...indexKeys.gone(entry.kind, entry.id), value }];
}

function isGoneKind(entry: Entry | undefined): entry is EntryOf<GoneKind> {
  return goneKinds.some((kind) => kind === entry?.kind);
}

function isPhoto({ unit }: UnitChange): boolean {
  return unit.startsWith(`${folderOf("photo")}/`);
}

function leftOutKey({ unit }: UnitChange): RowKey {
  return indexKeys.leftOut(unit);
}

/** Whether the unit's row names all rows already that it is to have. */
function namesAll({ unit, before, after }: UnitChange): boolean {
  const known = new Set((before?.keys ?? []).map(nameOf));
  return after === undefined || rowsOf(after, unit).every((row) => known.has(nameOf(row)));
}

/** Names all rows that a unit has, and those that it may still have. */
function unitRow({ unit, after }: UnitChange, further: readonly RowKey[]): readonly Row[] {
  if (after === undefined) return []; // while it is being taken away, the row that it had is right
  const { kind, id } = after.entry;
  const keys = [...rowsOf(after, unit).map(({ pk, sk }) => ({ pk, sk })), ...further];
  return [{ ...indexKeys.unit(unit), value: { owner: { kind, id }, keys } satisfies IndexedUnit }];
}

/** Written after the lists that it sums up. */
async function indexMonths(rows: Rows, months: ReadonlySet<string>): Promise<void> {
  const puts: Row[] = [];
  const deletes: RowKey[] = [];
  await Promise.all(
    [...months].map(async (month) => {
      const cards = await rows.query({ pk: listPartition({ month }) });
      const key = indexKeys.month(month);
      const first = (some: readonly ReleaseCard[]) => some.map(({ liveFrom }) => liveFrom).toSorted()[0];
      const ofMonth = cards.map(({ value }) => value as ReleaseCard);
      const liveFrom = first(ofMonth);
      const photosFrom = first(ofMonth.filter(({ photos }) => photos.length > 0));
      if (liveFrom === undefined) deletes.push(key);
      else {
        const value: IndexedMonth = { liveFrom, ...(photosFrom === undefined ? {} : { photosFrom }) };
        puts.push({ ...key, value });
      }
      await indexPhotoMonth(rows, month, ofMonth);
    }),
  );
  await rows.write(puts, deletes);
}

interface IndexedMonth {
  /** From when on anything of the month is live. */
  readonly liveFrom: Instant;
  /** From when on anything with photos is; absent where nothing has any. */
  readonly photosFrom?: Instant;
}

/** Months with anything in them that readers may know of, newest first: "2008-05". */
export async function liveMonths(
  rows: Pick<Rows, "query">,
  instant: Instant,
  since: keyof IndexedMonth = "liveFrom",
): Promise<readonly string[]> {
  const found = await rows.query({ pk: monthsPartition, newestFirst: true });
  return found.filter(({ value }) => isPast((value as IndexedMonth)[since], instant)).map(({ sk }) => sk);
}

function isPast(since: Instant | undefined, instant: Instant): boolean {
  return since !== undefined && since <= instant;
}

/** Those of its rows too: whoever comes after a crash may find the entry as it is to be, and the lists as they were. */
function monthsOf({ before, after }: UnitChange): readonly string[] {
  const prefix = listPartition({ month: "" });
  return [
    ...(before?.keys ?? []).flatMap(({ pk }) => (pk.startsWith(prefix) ? [pk.slice(prefix.length)] : [])),
    ...(after?.entry.kind === "release" ? [after.entry.date.slice(0, 7)] : []),
  ];
}

/** Those that its rows have, and those that they had. */
function keysOf({ unit, before, after }: UnitChange): readonly RowKey[] {
  return [...(before?.keys ?? []), ...(after === undefined ? [] : rowsOf(after, unit))];
}

/**
 * Of the releases that show a photo which changes: another may be in it now, or it may be shown for longer. By its unit's
 * name, since whoever comes after a crash may find no entry of it any more.
 */
async function monthsShowing(
  rows: Pick<Rows, "query">,
  changes: readonly UnitChange[],
): Promise<readonly string[]> {
  const ids = changes.filter(isPhoto).map(({ unit }) => unit.slice(folderOf("photo").length + 1));
  const citing = await Promise.all(
    ids.map((id) => rows.query({ pk: referencesPartition("photo", id), prefix: "release#" })),
  );
  return citing.flat().map(({ value }) => (value as ReleaseCard).date.slice(0, 7));
}

function nameOf({ pk, sk }: RowKey): string {
  return `${pk}\n${sk}`;
}
