import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { objectKey } from "../../functions/aws/source-keys.ts";
import { s3Sources } from "../../functions/aws/s3-sources.ts";
import { startS3 } from "../../functions/local/s3/start-s3.ts";

describe("the sources in their bucket", () => {
  it.each([
    ["of no byte", "", "", 0],
    ["of fewer bytes than asked for", "abc", "abc", 3],
    ["of more bytes than asked for", "abcdef", "abcd", 6],
  ])("give the head of a file %s, and the length of the whole", async (_, body, head, size) => {
    const dir = mkdtempSync(join(tmpdir(), "presserum-sources-"));
    const engine = await startS3({ dir });
    const credentials = { accessKeyId: "operator", secretAccessKey: "not-a-secret" };
    const s3 = new S3Client({ endpoint: engine.url, region: "eu-north-1", credentials });
    onTestFinished(async () => {
      s3.destroy();
      await engine.close();
      rmSync(dir, { recursive: true });
    });
    engine.createBucket("sources");
    await s3.send(new PutObjectCommand({ Bucket: "sources", Key: objectKey("a1"), Body: Buffer.from(body) }));
    const read = await s3Sources(s3, "sources").bytes("a1", 4);
    expect([Buffer.from(read.bytes).toString(), read.size]).toEqual([head, size]);
  });
});
