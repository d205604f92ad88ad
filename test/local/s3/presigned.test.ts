import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractS3, type ContractS3 } from "./contract-s3.ts";
import { presignedUrl } from "./presigned-url.ts";

let s3: ContractS3;
beforeAll(async () => {
  s3 = await contractS3();
  await s3.client.send(
    new PutObjectCommand({ Bucket: s3.bucket, Key: "foto/bro på pæle.jpg", Body: "pixels" }),
  );
});
afterAll(() => s3.close());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const url = (signedAt: Date, expiresInSeconds: number) =>
  presignedUrl({
    endpoint: s3.endpoint,
    bucket: s3.bucket,
    key: "foto/bro på pæle.jpg",
    signedAt,
    expiresInSeconds,
  });

describe("a presigned address", () => {
  it("gives the object to whoever has it, until it expires", async () => {
    const response = await fetch(url(minutesAgo(1), 300));
    expect([response.status, await response.text()]).toEqual([200, "pixels"]);
  });

  it("is refused once it has expired", async () => {
    const response = await fetch(url(minutesAgo(10), 300));
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("<Code>AccessDenied</Code>");
  });

  it("is refused when it asks to live longer than seven days", async () => {
    const response = await fetch(url(minutesAgo(1), 604_801));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("<Code>AuthorizationQueryParametersError</Code>");
  });
});
