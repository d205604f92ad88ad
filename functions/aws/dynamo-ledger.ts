import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { asInstant } from "../content/instant.ts";
import { tableKeys } from "../contract.ts";
import { LedgerMovedOn } from "../pipeline/ledger.ts";
import type { LedgerState, Publication } from "../pipeline/ledger.ts";
import type { Ledger } from "../pipeline/ports.ts";

type Attributes = Record<string, AttributeValue>;

const key: Attributes = { [tableKeys.partition]: { S: "ledger" }, [tableKeys.sort]: { S: "ledger" } };

/** What is live, in one row: every change of it is one conditional write. */
export function dynamoLedger(dynamo: DynamoDBClient, table: string): Ledger {
  /** Changes the row if the publisher still has the lease. `undefined` takes an attribute away. */
  async function change(
    publisher: string,
    attributes: Readonly<Record<string, string | undefined>>,
  ): Promise<void> {
    try {
      await dynamo.send(
        new UpdateItemCommand({
          TableName: table,
          Key: key,
          ...update(attributes, "#holder = :holder", { ":holder": { S: publisher } }),
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      throw new LedgerMovedOn(`The publisher ${publisher} has lost its lease. Trying again is safe.`, {
        cause: error,
      });
    }
  }

  return {
    async read() {
      const { Item: item } = await dynamo.send(
        new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
      );
      return stateOf(item);
    },

    async take(publisher, now, until) {
      try {
        const { Attributes: item } = await dynamo.send(
          new UpdateItemCommand({
            TableName: table,
            Key: key,
            ...update(
              { holder: publisher, until },
              "attribute_not_exists(#holder) OR #until < :now OR #holder = :me",
              { ":now": { S: now }, ":me": { S: publisher } },
            ),
            ReturnValues: "ALL_NEW",
          }),
        );
        return stateOf(item);
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },

    renew: (publisher, until) => change(publisher, { until }),
    begin: (publisher, underway) => change(publisher, { underway: JSON.stringify(underway) }),
    record: (publisher, live, nextDue) =>
      change(publisher, {
        live: JSON.stringify(live),
        nextDue: nextDue && JSON.stringify(nextDue),
        underway: undefined,
        refused: undefined,
      }),
    refuse: (publisher, refused) => change(publisher, { refused: JSON.stringify(refused) }),

    async report(publication: Publication) {
      await dynamo.send(
        new PutItemCommand({
          TableName: table,
          Item: {
            [tableKeys.partition]: { S: "publication" },
            [tableKeys.sort]: { S: `${publication.instant}#${publication.commit}#${publication.outcome}` },
            value: { S: JSON.stringify(publication) },
          },
        }),
      );
    },

    async release(publisher) {
      try {
        await change(publisher, { holder: undefined, until: undefined });
      } catch (error) {
        if (!(error instanceof LedgerMovedOn)) throw error; // it is another's by now: nothing to let go of
      }
    },

    // Workers ask this, who may query the table anyhow: so they need no right of their own for it.
    async leaseOf(publisher) {
      const { Items: [item] = [] } = await dynamo.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: "#pk = :pk",
          ExpressionAttributeNames: { "#pk": tableKeys.partition },
          ExpressionAttributeValues: { ":pk": { S: "ledger" } },
        }),
      );
      const until = item?.["until"]?.S;
      return item?.["holder"]?.S === publisher && until !== undefined
        ? asInstant(Date.parse(until))
        : undefined;
    },
  };
}

/** Takes the lease away from whoever has it. Only for who knows that no publisher is alive. */
export async function freeLease(dynamo: DynamoDBClient, table: string): Promise<void> {
  await dynamo.send(
    new UpdateItemCommand({
      TableName: table,
      Key: key,
      UpdateExpression: "REMOVE #holder, #until",
      ExpressionAttributeNames: { "#holder": "holder", "#until": "until" },
    }),
  );
}

/** All attributes but the lease's own are JSON; what is not there is left out. */
function stateOf(item: Attributes | undefined): LedgerState {
  const names = ["live", "underway", "refused", "nextDue"] as const;
  const known = names.flatMap((name) => {
    const text = item?.[name]?.S;
    return text === undefined ? [] : [[name, JSON.parse(text) as unknown]];
  });
  return Object.fromEntries(known) as LedgerState;
}

/** The words of one UpdateItem: what is set, what is taken away, and on which condition. */
function update(
  attributes: Readonly<Record<string, string | undefined>>,
  condition: string,
  values: Attributes,
): {
  UpdateExpression: string;
  ConditionExpression: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues: Attributes;
} {
  const sets = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
  const removes = Object.keys(attributes).filter((name) => attributes[name] === undefined);
  const names = new Set([
    ...Object.keys(attributes),
    ...["holder", "until"].filter((name) => condition.includes(`#${name}`)),
  ]);
  return {
    UpdateExpression: [
      ...(sets.length === 0 ? [] : [`SET ${sets.map(({ name }) => `#${name} = :${name}_`).join(", ")}`]),
      ...(removes.length === 0 ? [] : [`REMOVE ${removes.map((name) => `#${name}`).join(", ")}`]),
    ].join(" "),
    ConditionExpression: condition,
    ExpressionAttributeNames: Object.fromEntries([...names].map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ...values,
      ...Object.fromEntries(sets.map(({ name, value }) => [`:${name}_`, { S: value }])),
    },
  };
}
