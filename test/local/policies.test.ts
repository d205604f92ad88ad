import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { InvokeCommand } from "@aws-sdk/client-lambda";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { arnOf, objectsOf } from "./press-stack.ts";
import { clientsOf, temporaryHome } from "./temporary-home.ts";
import { reader, writer } from "./s3-functions.ts";

let home: ReturnType<typeof temporaryHome>;
beforeEach(() => {
  home = temporaryHome();
});
afterEach(() => home.end());

describe("a function's policy", () => {
  it("lets through what it allows", async () => {
    const runtime = await home.start({ functions: { Writer: writer } });
    expect(await runtime.invoke("Writer", { Bucket: "site", Key: "a" })).toBe("done");
  });

  it("refuses what it does not allow, in the words of AWS", async () => {
    const runtime = await home.start({ functions: { Writer: writer } });
    await expect(runtime.invoke("Writer", { Bucket: "source", Key: "a" })).rejects.toMatchObject({
      errorType: "AccessDenied",
      errorMessage: expect.stringContaining(
        "is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::source/a",
      ),
    });
  });

  it("makes a missing object a refusal for whoever may not list its bucket", async () => {
    const actions = [{ Action: "s3:GetObject", Resource: objectsOf("Source") }];
    const runtime = await home.start({ functions: { Reader: { ...reader, actions } } });
    const reading = runtime.invoke("Reader", { Bucket: "source", Key: "missing" });
    await expect(reading).rejects.toMatchObject({ errorType: "AccessDenied" });
  });

  it("makes a missing object a missing object for whoever may list its bucket", async () => {
    const actions = [
      { Action: "s3:GetObject", Resource: objectsOf("Source") },
      { Action: "s3:ListBucket", Resource: arnOf("Source") },
    ];
    const runtime = await home.start({ functions: { Reader: { ...reader, actions } } });
    const reading = runtime.invoke("Reader", { Bucket: "source", Key: "missing" });
    await expect(reading).rejects.toMatchObject({ errorType: "NoSuchKey" });
  });

  it("is asked for calls of DynamoDB and Lambda as well", async () => {
    const runtime = await home.start({ functions: { Writer: writer } });
    const { dynamoDb, lambda } = clientsOf(runtime, "Writer");
    const Key = { pk: { S: "a" }, sk: { S: "b" } };
    await expect(dynamoDb.send(new GetItemCommand({ TableName: "index", Key }))).rejects.toMatchObject({
      name: "AccessDeniedException",
    });
    await expect(lambda.send(new InvokeCommand({ FunctionName: "writer" }))).rejects.toMatchObject({
      name: "AccessDeniedException",
    });
  });
});
