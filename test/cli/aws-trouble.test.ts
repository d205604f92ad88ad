import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { awsTrouble } from "../../functions/cli/aws-trouble.ts";
import { refusingAws } from "../support/refusing-aws.ts";
import type { Answers, Refusal } from "../support/refusing-aws.ts";

/** What the SDK throws when AWS answers so: of an object, or of a row. */
async function errorOf(service: "s3" | "dynamo", answers: Answers): Promise<unknown> {
  const aws = await refusingAws(answers);
  const settings = {
    endpoint: aws.url,
    region: "eu-north-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    maxAttempts: 1,
  };
  try {
    if (service === "s3") {
      const object = new GetObjectCommand({ Bucket: "source", Key: "head.json" });
      await new S3Client({ ...settings, forcePathStyle: true }).send(object);
    } else {
      const row = new GetItemCommand({ TableName: "t", Key: { pk: { S: "ledger" }, sk: { S: "ledger" } } });
      await new DynamoDBClient(settings).send(row);
    }
    return "no error";
  } catch (error) {
    return error;
  } finally {
    await aws.close();
  }
}

const absent: Refusal = { code: "ResourceNotFoundException", message: "Requested resource not found" };

/** Of the bucket, and of the table. */
const refusals: readonly (readonly [string, "s3" | "dynamo", Refusal, string, string])[] = [
  [
    "the role has expired",
    "s3",
    { code: "ExpiredToken", message: "The provided token has expired." },
    "er udløbet.",
    "has expired.",
  ],
  [
    "the role has expired",
    "dynamo",
    { code: "ExpiredTokenException", message: "The security token included in the request is expired" },
    "er udløbet.",
    "has expired.",
  ],
  [
    "the key is none",
    "s3",
    {
      code: "InvalidAccessKeyId",
      message: "The AWS Access Key Id you provided does not exist in our records.",
      status: 403,
    },
    "AWS kender ikke den nøgle",
    "AWS does not know the key",
  ],
  [
    "the key is none",
    "dynamo",
    {
      code: "UnrecognizedClientException",
      message: "The security token included in the request is invalid.",
    },
    "AWS kender ikke den nøgle",
    "AWS does not know the key",
  ],
  [
    "it is in another Region",
    "s3",
    {
      code: "PermanentRedirect",
      message: "The bucket you are attempting to access must be addressed using the specified endpoint.",
      status: 301,
    },
    "i en anden region",
    "in another Region",
  ],
  [
    "it is in another Region",
    "s3",
    {
      code: "AuthorizationHeaderMalformed",
      message: "the region 'us-east-1' is wrong; expecting 'eu-north-1'",
    },
    "i en anden region",
    "in another Region",
  ],
  ["it is in another Region or account", "dynamo", absent, "tabel er ikke her", "table is not here"],
  [
    "it is in another account",
    "s3",
    { code: "AccessDenied", message: "Access Denied", status: 403 },
    "måske er det den forkerte konto",
    "it may be the wrong account",
  ],
  [
    "the bucket is gone",
    "s3",
    { code: "NoSuchBucket", message: "The specified bucket does not exist", status: 404 },
    "Kildernes bucket er der ikke længere",
    "The source bucket is not there any more",
  ],
  [
    "this machine's clock is wrong",
    "s3",
    {
      code: "RequestTimeTooSkewed",
      message: "The difference between the request time and the current time is too large.",
      status: 403,
    },
    "Uret på denne maskine",
    "The clock of this machine",
  ],
  [
    "this machine's clock is wrong",
    "dynamo",
    {
      code: "InvalidSignatureException",
      message: "Signature expired: 20261127T0154Z is now earlier than 20261127T0200Z",
    },
    "Uret på denne maskine",
    "The clock of this machine",
  ],
  [
    "AWS has too much to do",
    "s3",
    { code: "SlowDown", message: "Please reduce your request rate.", status: 503 },
    "AWS har for travlt",
    "AWS has too much to do",
  ],
  [
    "AWS has too much to do",
    "dynamo",
    { code: "ThrottlingException", message: "Rate exceeded" },
    "AWS har for travlt",
    "AWS has too much to do",
  ],
];

describe("whoever has trouble with AWS", () => {
  it.each(refusals)(
    "is told in both languages that %s, as %s has it, and what to do",
    async (_, service, refusal, da, en) => {
      const error = await errorOf(service, { [service]: refusal });
      const said = awsTrouble(error);
      expect([error, said]).toEqual([
        error,
        { da: expect.stringContaining(da), en: expect.stringContaining(en) },
      ]);
      expect(said?.da).toContain(" Gør sådan: ");
      expect(said?.en).toContain(" Fix: ");
    },
  );

  it("is shown what is not known as it is", async () => {
    const error = await errorOf("s3", { s3: { code: "Teapot", message: "Short and stout" } });
    expect(error).toBeInstanceOf(Error);
    expect(awsTrouble(error)).toBeUndefined();
  });
});
