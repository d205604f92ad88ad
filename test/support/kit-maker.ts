import { S3Client } from "@aws-sdk/client-s3";
import { s3Archives, s3HeldBytes } from "../../functions/aws/s3-archives.ts";
import { makeKit } from "../../functions/pipeline/make-kit.ts";
import type { MakeKitOrder } from "../../functions/pipeline/make-kit.ts";

/** Makes one kit in a process of its own, as its function does, and says how much memory that took at the most. */
const [endpoint = "", order = ""] = process.argv.slice(2);
const credentials = { accessKeyId: "operator", secretAccessKey: "not-a-secret" };
const s3 = new S3Client({ endpoint, region: "eu-north-1", credentials, forcePathStyle: true });
await makeKit(
  { held: s3HeldBytes(s3, "held"), archives: s3Archives(s3, "held", "site") },
  JSON.parse(order) as MakeKitOrder,
);
s3.destroy();
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1_000))); // megabytes
