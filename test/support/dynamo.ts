import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDynamoDb } from "../../functions/local/start-dynamodb.ts";

/** The embedded engine with one table of our shape, and the real client on it. */
export async function startTable(): Promise<{
  readonly client: DynamoDBClient;
  readonly table: string;
  /** One more table of the same shape; its name. */
  another(name: string): Promise<string>;
  close(): Promise<void>;
}> {
  const dir = mkdtempSync(join(tmpdir(), "presserum-table-"));
  const engine = await startDynamoDb(dir, () => Promise.resolve());
  const another = async (name: string): Promise<string> => {
    await engine.createTable(name, {
      AttributeDefinitions: ["pk", "sk"].map((key) => ({ AttributeName: key, AttributeType: "S" })),
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
    });
    return name;
  };
  const table = await another("index");
  const client = new DynamoDBClient({
    endpoint: engine.url,
    region: "eu-north-1",
    credentials: { accessKeyId: "operator", secretAccessKey: "not-a-secret" },
  });
  return {
    client,
    table,
    another,
    async close() {
      client.destroy();
      await engine.close();
      rmSync(dir, { recursive: true });
    },
  };
}
