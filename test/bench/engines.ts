import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startS3 } from "../../functions/local/s3/start-s3.ts";
import { startTable } from "../support/dynamo.ts";

/**
 * The embedded S3 and DynamoDB in a process of their own, so that their work is not taken for the contestants'. Forked
 * by the benchmark; ends with its parent.
 */
export interface Engines {
  readonly s3: string;
  readonly dynamo: string;
  readonly table: string;
}

const buckets = ["sources", "held", "site"] as const;
const dir = mkdtempSync(join(tmpdir(), "presserum-bench-"));
const [engine, table] = await Promise.all([startS3({ dir }), startTable()]);
for (const name of buckets) engine.createBucket(`bench-${name}`);
const endpoint = await table.client.config.endpoint?.();
const engines: Engines = {
  s3: engine.url,
  dynamo: `http://${endpoint?.hostname}:${endpoint?.port}`,
  table: table.table,
};
process.send?.(engines);
process.on("disconnect", () => {
  void Promise.all([engine.close(), table.close()]).then(() => {
    rmSync(dir, { recursive: true, force: true });
    process.exit(0);
  });
});
