import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDynamoDb } from "../../functions/local/start-dynamodb.ts";

/** The embedded engine with one table of our shape, and the real client on it. */
export async function startTable(): Promise<{
  readonly client: DynamoDBClient;
  readonly table: string;
  close(): Promise<void>;
}> {
  const dir = mkdtempSync(join(tmpdir(), "presserum-table-"));
  const engine = await startDynamoDb(dir, () => Promise.resolve());
  const table = "index";
  await engine.createTable(table, {
    AttributeDefinitions: ["pk", "sk"].map((name) => ({ AttributeName: name, AttributeType: "S" })),
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
  });
  const client = new DynamoDBClient({
    endpoint: engine.url,
    region: "eu-north-1",
    credentials: { accessKeyId: "operator", secretAccessKey: "not-a-secret" },
  });
  return {
    client,
    table,
    async close() {
      client.destroy();
      await engine.close();
      rmSync(dir, { recursive: true });
    },
  };
}
