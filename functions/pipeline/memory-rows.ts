import type { Row, RowQuery, Rows } from "./ports.ts";

/** The index in memory: for the export, the preview and the check, which start from nothing each time. */
export function memoryRows(): Rows {
  const partitions = new Map<string, Map<string, Row>>();
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

function selected(rows: readonly Row[], query: RowQuery): readonly Row[] {
  const { after, before, prefix = "", newestFirst = false, limit } = query;
  const found = rows.filter(
    ({ sk }) =>
      (after === undefined || compare(sk, after) > 0) &&
      (before === undefined || compare(sk, before) < 0) &&
      sk.startsWith(prefix),
  );
  return (newestFirst ? found.toReversed() : found).slice(0, limit);
}

/** By bytes of UTF-8, as DynamoDB sorts: for all that stands in our keys the same as by code unit. */
function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
