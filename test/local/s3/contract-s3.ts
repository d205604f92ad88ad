import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { startS3 } from "../../../functions/local/s3/start-s3.ts";

/** The S3 under contract, an empty bucket in it, and the real SDK with its default settings. */
export interface ContractS3 {
  readonly endpoint: string;
  readonly bucket: string;
  readonly client: S3Client;
  readonly close: () => Promise<void>;
}

/**
 * The embedded engine; or, where S3_CONTRACT_ENDPOINT names one, any other S3, with the SDK's own variables for
 * its credentials and region. The contract's tests know no difference.
 */
export async function contractS3(): Promise<ContractS3> {
  process.env["AWS_REGION"] ??= "eu-north-1";
  process.env["AWS_ACCESS_KEY_ID"] ??= "contract";
  process.env["AWS_SECRET_ACCESS_KEY"] ??= "contract";

  const elsewhere = process.env["S3_CONTRACT_ENDPOINT"];
  const dir = mkdtempSync(join(tmpdir(), "s3-contract-"));
  const engine = elsewhere === undefined ? await startS3({ dir }) : undefined;
  const endpoint = elsewhere ?? engine?.url ?? "";
  const client = new S3Client({ endpoint });
  const bucket = `contract-${randomUUID()}`;
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return {
    endpoint,
    bucket,
    client,
    async close() {
      client.destroy();
      await engine?.close();
      rmSync(dir, { recursive: true });
    },
  };
}

/** Status and code of the refusal that a call meets; "carried out" when it meets none. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "carried out";
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    return `${error.$metadata.httpStatusCode} ${error.name}`;
  }
}

export async function textAt({ client, bucket }: ContractS3, key: string): Promise<string | undefined> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return await Body?.transformToString();
}

export async function keysUnder({ client, bucket }: ContractS3, prefix: string): Promise<string[]> {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
  return Contents.map(({ Key = "" }) => Key);
}

/** Bytes that differ everywhere, so that a piece in the wrong place is seen. */
export function patternOf(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let state = 1;
  for (let at = 0; at + 4 <= size; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes.writeUInt32LE(state, at);
  }
  return bytes;
}
