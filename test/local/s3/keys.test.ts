import {
  PutObjectCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  CopyObjectCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractS3, keysUnder, refusal, textAt, type ContractS3 } from "./contract-s3.ts";

let s3: ContractS3;
beforeAll(async () => {
  s3 = await contractS3();
});
afterAll(() => s3.close());

const awkwardKeys = [
  "nyheder/Rødgrød med fløde på Ærø.html",
  "a+b=c&d.txt",
  `"quoted" 'twice'.txt`,
  "100%.txt",
  "%41%2F.txt",
  "double//slash///end",
  "/leading-slash",
  "../../climbing/../out.txt",
  "question?mark#hash",
  "<tag>&amp;.txt",
  "emoji-📰.txt",
  "trailing-slash/",
  "*!()~$,:;@[]{}|^`\\",
];

describe("a key with awkward characters", () => {
  it.each(awkwardKeys)("%j is stored, read, listed, copied and deleted", async (key) => {
    const { client, bucket } = s3;
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: key }));
    expect(await textAt(s3, key)).toBe(key);
    expect(await keysUnder(s3, key)).toEqual([key]);

    const CopySource = `${bucket}/${encodeURIComponent(key)}`;
    await client.send(new CopyObjectCommand({ Bucket: bucket, Key: `copy of ${key}`, CopySource }));
    expect(await textAt(s3, `copy of ${key}`)).toBe(key);

    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    expect(await refusal(client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })))).toBe(
      "404 NotFound",
    );
  });

  it("is refused when it is longer than 1,024 bytes", async () => {
    const put = new PutObjectCommand({ Bucket: s3.bucket, Key: "ø".repeat(513), Body: "" });
    expect(await refusal(s3.client.send(put))).toBe("400 KeyTooLongError");
  });
});
