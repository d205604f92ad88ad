import type { Row, RowQuery, Rows } from "./ports.ts";

export interface MemoryRows extends Rows {
  /** The same rows, to be changed by themselves. */
  copy(): MemoryRows;
}

/** The index in memory: for the export, the preview and the check, which start from nothing each time. */
export function memoryRows(partitions = new Map<string, Map<string, Row>>()): MemoryRows {
  /** Sorted when it is first asked for after a change. */
  const sorted = new Map<string, readonly Row[]>();

  const rowsOf = (pk: string): readonly Row[] => {
    const known = sorted.get(pk);
    if (known !== undefined) return known;
    const inOrder = [...(partitions.get(pk)?.values() ?? [])].toSorted((one, other) =>
      compare(one.sk, other.sk),
    );
    sorted.set(pk, inOrder);
    return inOrder;
  };

  return {
    copy: () => memoryRows(new Map([...partitions].map(([pk, rows]) => [pk, new Map(rows)]))),
    get: (keys) =>
      Promise.resolve([...new Set(keys.flatMap(({ pk, sk }) => partitions.get(pk)?.get(sk) ?? []))]),
    query: (query) => Promise.resolve(selected(rowsOf(query.pk), query)),
    write(puts, deletes) {
      for (const { pk, sk } of deletes) {
        partitions.get(pk)?.delete(sk);
        sorted.delete(pk);
      }
      for (const row of puts) {
        const partition = partitions.get(row.pk) ?? new Map<string, Row>();
        partitions.set(row.pk, partition.set(row.sk, row));
        sorted.delete(row.pk);
      }
      return Promise.resolve();
    },
  };
}

/** From where the query begins to where it has enough: of a large partition only that is looked at. */
function selected(rows: readonly Row[], query: RowQuery): readonly Row[] {
  const { after, before, prefix = "", newestFirst = false, limit = Infinity } = query;
  const from = Math.max(
    firstWhere(rows, (sk) => compare(sk, prefix) >= 0),
    after === undefined ? 0 : firstWhere(rows, (sk) => compare(sk, after) > 0),
  );
  const to = before === undefined ? rows.length : firstWhere(rows, (sk) => compare(sk, before) >= 0);
  const found: Row[] = [];
  for (
    let at = newestFirst ? to - 1 : from;
    at >= from && at < to && found.length < limit;
    at += newestFirst ? -1 : 1
  ) {
    const row = rows[at];
    if (row?.sk.startsWith(prefix) === true) found.push(row);
    else if (!newestFirst) break; // past the prefix
  }
  return found;
}

/** The first row of which it is true, where it is true of all rows after it too. */
function firstWhere(rows: readonly Row[], isPast: (sk: string) => boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isPast(rows[middle]?.sk ?? "")) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** By bytes of UTF-8, as DynamoDB sorts: for all that stands in our keys the same as by code unit. */
function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
