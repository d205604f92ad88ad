import {
  GetObjectTaggingCommand,
  ListObjectsCommand,
  PutBucketVersioningCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  UploadPartCopyCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractS3, refusal, textAt, type ContractS3 } from "./contract-s3.ts";

let s3: ContractS3;
beforeAll(async () => {
  s3 = await contractS3();
});
afterAll(() => s3.close());

const anotherS3 = process.env["S3_CONTRACT_ENDPOINT"] !== undefined;

describe("a sub-resource", () => {
  it("never overwrites the object it belongs to, whether the S3 knows it or not", async () => {
    const at = { Bucket: s3.bucket, Key: "kept" };
    await s3.client.send(new PutObjectCommand({ ...at, Body: "kept" }));
    const Tagging = { TagSet: [{ Key: "a", Value: "b" }] };
    await refusal(s3.client.send(new PutObjectTaggingCommand({ ...at, Tagging })));
    expect(await textAt(s3, "kept")).toBe("kept");
    await refusal(s3.client.send(new PutObjectAclCommand({ ...at, ACL: "private" })));
    expect(await textAt(s3, "kept")).toBe("kept");
  });
});

describe.skipIf(anotherS3)("what the embedded engine does not know", () => {
  it("is answered with 501, not with a guess", async () => {
    const { client, bucket } = s3;
    const at = { Bucket: bucket, Key: "known" };
    await client.send(new PutObjectCommand({ ...at, Body: "known" }));
    const Tagging = { TagSet: [{ Key: "a", Value: "b" }] };
    const ends = await Promise.all([
      refusal(client.send(new PutObjectTaggingCommand({ ...at, Tagging }))),
      refusal(client.send(new GetObjectTaggingCommand(at))),
      refusal(client.send(new PutObjectAclCommand({ ...at, ACL: "private" }))),
      refusal(client.send(new ListObjectsCommand({ Bucket: bucket }))),
      refusal(
        client.send(
          new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: "Enabled" } }),
        ),
      ),
      refusal(
        client.send(
          new UploadPartCopyCommand({ ...at, UploadId: "u", PartNumber: 1, CopySource: `${bucket}/known` }),
        ),
      ),
      refusal(client.send(new PutObjectCommand({ ...at, Body: "tagged", Tagging: "a=b" }))),
      refusal(client.send(new PutObjectCommand({ ...at, Body: "summed", ChecksumAlgorithm: "SHA256" }))),
      refusal(client.send(new PutObjectCommand({ ...at, Body: "matched", IfNoneMatch: '"one"' }))),
    ]);
    expect(new Set(ends)).toEqual(new Set(["501 NotImplemented"]));
    expect(await textAt(s3, "known")).toBe("known");
  });

  it.each(["tagging", "acl", "versioning", "retention", "whatever=1", "uploadId=x&tagging", "partNumber=1"])(
    "leaves the object untouched when ?%s is put",
    async (query) => {
      const address = `${s3.endpoint}/${s3.bucket}/untouched`;
      await fetch(address, { method: "PUT", body: "before" });
      const response = await fetch(`${address}?${query}`, { method: "PUT", body: "<Xml/>" });
      expect(response.status).toBe(501);
      expect(await (await fetch(address)).text()).toBe("before");
    },
  );

  it("is 405 for a method that S3 does not have", async () => {
    const response = await fetch(`${s3.endpoint}/${s3.bucket}/key`, { method: "PATCH", body: "x" });
    expect(response.status).toBe(405);
    expect(await response.text()).toContain("<Code>MethodNotAllowed</Code>");
  });
});
