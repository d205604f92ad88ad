import type { Row, RowKey, Rows } from "./ports.ts";

/**
 * Gets rows one by one for the asker and many at a time for the index: what is asked for in the same turn goes into
 * one request, and nothing is asked for twice. For one reading of one state; it never forgets.
 */
export function batchedRows(rows: Pick<Rows, "get">): (key: RowKey) => Promise<unknown> {
  const answers = new Map<string, Promise<unknown>>();
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

  return (key) => {
    const name = nameOf(key);
    const known = answers.get(name);
    if (known !== undefined) return known;
    const asked = new Promise<unknown>((answer, fail) => {
      if (waiting.length === 0) setImmediate(() => void send());
      waiting.push({ key, answer: (row) => answer(row?.value), fail });
    });
    answers.set(name, asked);
    return asked;
  };
}

function nameOf({ pk, sk }: RowKey): string {
  return `${pk}\n${sk}`;
}
