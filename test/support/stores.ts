import { BatchWriteItemCommand, DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { environmentNames, tableKeys } from "../../functions/contract.ts";
import { clientOptions } from "./client-options.ts";
import type { PressRoomAtHome } from "./press-room.ts";

type BucketName = "siteBucket" | "heldBucket" | "advanceBucket";
type Environment = PressRoomAtHome["runtime"]["environment"];

/** Everything in a bucket, by key. */
export async function objectsIn(room: PressRoomAtHome, name: BucketName): Promise<Record<string, Buffer>> {
  const { s3, Bucket } = clientOf(room.runtime.environment, name);
  const keys = await keysIn(s3, Bucket);
  const objects = await Promise.all(
    keys.map(async (key) => {
      const { Body: body } = await s3.send(new GetObjectCommand({ Bucket, Key: key }));
      return [key, Buffer.from((await body?.transformToByteArray()) ?? [])] as const;
    }),
  );
  s3.destroy();
  return Object.fromEntries(objects);
}

export async function putOnSite(room: PressRoomAtHome, key: string, text: string): Promise<void> {
  const { s3, Bucket } = clientOf(room.runtime.environment, "siteBucket");
  await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: text }));
  s3.destroy();
}

/** The site, what is held, the index and the ledger are gone; what was committed is there. */
export async function loseEverythingButSources(room: PressRoomAtHome): Promise<void> {
  const { environment } = room.runtime;
  for (const name of ["siteBucket", "heldBucket", "advanceBucket"] as const) {
    const { s3, Bucket } = clientOf(environment, name);
    const keys = await keysIn(s3, Bucket);
    for (let from = 0; from < keys.length; from += 1_000) {
      const Objects = keys.slice(from, from + 1_000).map((Key) => ({ Key }));
      await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    }
    s3.destroy();
  }
  const dynamo = new DynamoDBClient(clientOptions(environment, "AWS_ENDPOINT_URL_DYNAMODB"));
  const table = environment[environmentNames.table] ?? "";
  const { partition, sort } = tableKeys;
  for await (const { Items: items = [] } of paginateScan(
    { client: dynamo, pageSize: 25 },
    { TableName: table },
  )) {
    const requests = items.map((item) => ({
      DeleteRequest: { Key: { [partition]: item[partition] ?? { S: "" }, [sort]: item[sort] ?? { S: "" } } },
    }));
    if (requests.length > 0)
      await dynamo.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
  }
  dynamo.destroy();
}

/** Each item of the index and the ledger, as JSON. */
export async function itemsIn(room: PressRoomAtHome): Promise<readonly string[]> {
  const { environment } = room.runtime;
  const client = new DynamoDBClient(clientOptions(environment, "AWS_ENDPOINT_URL_DYNAMODB"));
  const TableName = environment[environmentNames.table] ?? "";
  const items: string[] = [];
  for await (const { Items: page = [] } of paginateScan({ client }, { TableName }))
    items.push(...page.map((item) => JSON.stringify(item)));
  client.destroy();
  return items;
}

async function keysIn(client: S3Client, Bucket: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const { Contents: contents = [] } of paginateListObjectsV2({ client }, { Bucket }))
    keys.push(...contents.flatMap(({ Key }) => Key ?? []));
  return keys;
}

function clientOf(environment: Environment, name: BucketName): { s3: S3Client; Bucket: string } {
  return {
    s3: new S3Client(clientOptions(environment, "AWS_ENDPOINT_URL_S3")),
    Bucket: environment[environmentNames[name]] ?? "",
  };
}
