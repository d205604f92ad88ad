import { BatchGetItemCommand, BatchWriteItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { AttributeValue, DynamoDBClient, WriteRequest } from "@aws-sdk/client-dynamodb";
import { tableKeys } from "../contract.ts";
import type { Row, RowKey, RowQuery, Rows } from "../pipeline/ports.ts";

type Attributes = Record<string, AttributeValue>;

/** DynamoDB's own limits of one batch. */
const getsInBatch = 100;
const writesInBatch = 25;
const batchesAtOnce = 8;
/** With waits that double from 50 ms: about 25 s in all, then the table is not merely busy. */
const mostTries = 10;

/** The index in its table. What is known under a row's keys is one attribute of JSON: nothing in it is asked for by itself. */
export function dynamoRows(dynamo: DynamoDBClient, table: string): Rows {
  async function getBatch(keys: readonly RowKey[]): Promise<readonly Row[]> {
    const rows: Row[] = [];
    let left: Attributes[] = keys.map(keyOf);
    for (let attempt = 0; left.length > 0; attempt += 1) {
      await pauseBefore(attempt, table);
      const answer = await dynamo.send(
        new BatchGetItemCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true } } }),
      );
      rows.push(...(answer.Responses?.[table] ?? []).map(rowOf));
      left = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    }
    return rows;
  }

  async function writeBatch(requests: readonly WriteRequest[]): Promise<void> {
    let left = [...requests];
    for (let attempt = 0; left.length > 0; attempt += 1) {
      await pauseBefore(attempt, table);
      const answer = await dynamo.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
      left = answer.UnprocessedItems?.[table] ?? [];
    }
  }

  return {
    async get(keys) {
      const different = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
      return (await inBatches(different, getsInBatch, getBatch)).flat();
    },

    async query(query) {
      const rows: Row[] = [];
      let start: Attributes | undefined;
      do {
        const answer = await dynamo.send(
          new QueryCommand({
            TableName: table,
            ConsistentRead: true,
            ...conditionOf(query),
            ScanIndexForward: query.newestFirst !== true,
            // The bounds exclude themselves, but BETWEEN does not: two more, to be left out below.
            ...(query.limit === undefined ? {} : { Limit: query.limit + 2 - rows.length }),
            ...(start === undefined ? {} : { ExclusiveStartKey: start }),
          }),
        );
        rows.push(...(answer.Items ?? []).map(rowOf).filter(({ sk }) => isWithin(sk, query)));
        start = answer.LastEvaluatedKey;
      } while (start !== undefined && (query.limit === undefined || rows.length < query.limit));
      return rows.slice(0, query.limit);
    },

    async write(puts, deletes) {
      const requests = new Map<string, WriteRequest>();
      for (const key of deletes) requests.set(nameOf(key), { DeleteRequest: { Key: keyOf(key) } });
      for (const row of puts) requests.set(nameOf(row), { PutRequest: { Item: itemOf(row) } });
      await inBatches([...requests.values()], writesInBatch, writeBatch);
    },
  };
}

/** Sorts after all that begins with the text before it, and is no character that our keys have. */
const last = "\u{10ffff}";

function conditionOf({ pk, after, before, prefix = "" }: RowQuery): {
  KeyConditionExpression: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues: Attributes;
} {
  const low = after !== undefined && after > prefix ? after : prefix;
  const high = before !== undefined && before < prefix + last ? before : prefix + last;
  const isBounded = low !== "" || high !== last;
  return {
    KeyConditionExpression: isBounded ? "#pk = :pk AND #sk BETWEEN :low AND :high" : "#pk = :pk",
    ExpressionAttributeNames: {
      "#pk": tableKeys.partition,
      ...(isBounded ? { "#sk": tableKeys.sort } : {}),
    },
    ExpressionAttributeValues: {
      ":pk": { S: pk },
      // A key is never empty, so one blank sorts before all of them.
      ...(isBounded ? { ":low": { S: low === "" ? " " : low }, ":high": { S: high } } : {}),
    },
  };
}

function isWithin(sk: string, { after, before }: RowQuery): boolean {
  return sk !== after && sk !== before;
}

function keyOf({ pk, sk }: RowKey): Attributes {
  return { [tableKeys.partition]: { S: pk }, [tableKeys.sort]: { S: sk } };
}

function itemOf(row: Row): Attributes {
  return { ...keyOf(row), value: { S: JSON.stringify(row.value) } };
}

function rowOf(item: Attributes): Row {
  const text = (name: string) => item[name]?.S ?? "";
  return {
    pk: text(tableKeys.partition),
    sk: text(tableKeys.sort),
    value: JSON.parse(text("value")) as unknown,
  };
}

function nameOf({ pk, sk }: RowKey): string {
  return `${pk}\n${sk}`;
}

async function inBatches<T, R>(
  all: readonly T[],
  size: number,
  send: (batch: readonly T[]) => Promise<R>,
): Promise<readonly R[]> {
  const batches = Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
  const results: R[] = [];
  for (let from = 0; from < batches.length; from += batchesAtOnce) {
    results.push(...(await Promise.all(batches.slice(from, from + batchesAtOnce).map(send))));
  }
  return results;
}

/** What a batch leaves unprocessed is to be sent again, each time a little later. */
async function pauseBefore(attempt: number, table: string): Promise<void> {
  if (attempt === 0) return;
  if (attempt === mostTries)
    throw new Error(`The table ${table} goes on leaving work undone. Trying again is safe.`);
  await new Promise((resolve) => void setTimeout(resolve, 25 * 2 ** attempt));
}
