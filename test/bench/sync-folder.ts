import { DeleteObjectsCommand, paginateListObjectsV2, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * What `rclone sync --checksum` does for a built site: lists the bucket, sends the files whose MD5 is another, deletes what
 * is gone. Prints how many were sent.
 */
const [folder = "", endpoint = "", Bucket = ""] = process.argv.slice(2);
const credentials = { accessKeyId: "bench", secretAccessKey: "not-a-secret" };
const s3 = new S3Client({ endpoint, region: "eu-north-1", credentials });
const atOnce = 32;

const there = new Map<string, string>();
for await (const { Contents: contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket }))
  for (const { Key: key = "", ETag: tag = "" } of contents) there.set(key, tag.replaceAll('"', ""));

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
let sent = 0;
const left = files.values();
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (const file of left) {
      const [key, body] = [relative(folder, file), readFileSync(file)];
      const isSame = there.get(key) === createHash("md5").update(body).digest("hex");
      there.delete(key);
      if (isSame) continue;
      sent += 1;
      await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: body }));
    }
  }),
);
const gone = [...there.keys()].slice(0, 1_000);
if (gone.length > 0)
  await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: gone.map((Key) => ({ Key })) } }));
console.log(JSON.stringify({ sent }));
