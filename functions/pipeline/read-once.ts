import type { Row, RowKey, RowQuery, Rows } from "./ports.ts";

/** The index as it stood when it was first asked. */
export interface ReadRows {
  /** The row's value; undefined where there is none. */
  get(key: RowKey): Promise<unknown>;
  query(query: RowQuery): Promise<readonly Row[]>;
}

/**
 * Gets rows one by one for the asker and many at a time for the index: what is asked for in the same turn goes into
 * one request, and nothing is asked twice: the page in English has the questions of the Danish one. For one reading of
 * one state; it never forgets.
 */
export function readOnce(rows: Pick<Rows, "get" | "query">): ReadRows {
  const answers = new Map<string, Promise<unknown>>();
  const lists = new Map<string, Promise<readonly Row[]>>();
  let waiting: {
    readonly key: RowKey;
    readonly answer: (row: Row | undefined) => void;
    readonly fail: (error: unknown) => void;
  }[] = [];

  const send = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    try {
      const found = new Map((await rows.get(batch.map(({ key }) => key))).map((row) => [nameOf(row), row]));
      for (const { key, answer } of batch) answer(found.get(nameOf(key)));
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  };

  return {
    get(key) {
      const name = nameOf(key);
      const known = answers.get(name);
      if (known !== undefined) return known;
      const asked = new Promise<unknown>((answer, fail) => {
        if (waiting.length === 0) setImmediate(() => void send());
        waiting.push({ key, answer: (row) => answer(row?.value), fail });
      });
      answers.set(name, asked);
      return asked;
    },
    query(query) {
      const { pk, prefix, after, before, newestFirst, limit } = query;
      const name = JSON.stringify([pk, prefix, after, before, newestFirst, limit]);
      const asked = lists.get(name) ?? rows.query(query);
      lists.set(name, asked);
      return asked;
    },
  };
}

function nameOf({ pk, sk }: RowKey): string {
  return `${pk}\n${sk}`;
}
