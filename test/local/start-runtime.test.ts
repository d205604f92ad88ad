import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand } from "@aws-sdk/client-s3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DataDirInUse } from "../../functions/local/data-dir-lock.ts";
import { listen, PortTaken } from "../../functions/local/listen.ts";
import { writer } from "./s3-functions.ts";
import { clientsOf, temporaryHome } from "./temporary-home.ts";

let home: ReturnType<typeof temporaryHome>;
beforeEach(() => {
  home = temporaryHome();
});
afterEach(() => home.end());

const environmentFunction = {
  code: `export const handler = async () => process.env;`,
  variables: { PRESSERUM_SOURCE_BUCKET: { Ref: "Source" }, PRESSERUM_TABLE: { Ref: "Index" } },
};

describe("a stack at home", () => {
  it("gives a function the names that the template refers to", async () => {
    const runtime = await home.start({ functions: { Publish: environmentFunction } });
    const seen = await runtime.invoke("Publish", {});
    expect(seen).toMatchObject({
      PRESSERUM_SOURCE_BUCKET: "source",
      PRESSERUM_TABLE: "index",
      AWS_ACCESS_KEY_ID: "Publish",
      AWS_LAMBDA_FUNCTION_NAME: "publish",
    });
  });

  it("gives the operator the same names, and where the services are", async () => {
    const runtime = await home.start({ functions: { Publish: environmentFunction } });
    expect(runtime.environment).toMatchObject({
      PRESSERUM_SOURCE_BUCKET: "source",
      AWS_ENDPOINT_URL_S3: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      AWS_ENDPOINT_URL_CLOUDFRONT: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
  });

  it("knows its functions by the names of the contract, whatever their logical ids", async () => {
    const code = `export const handler = async () => process.env.AWS_LAMBDA_FUNCTION_NAME;`;
    const variables = { PRESSERUM_RENDER_PAGES_FUNCTION: { Ref: "SecondF9" } };
    const runtime = await home.start({ functions: { FirstF8: { code, variables }, SecondF9: { code } } });
    expect([await runtime.invoke("publish", {}), await runtime.invoke("render-pages", {})]).toEqual([
      "firstf8",
      "secondf9",
    ]);
  });

  it("says in its outputs where the site really is", async () => {
    const runtime = await home.start();
    expect(runtime.outputs["SiteUrl"]).toBe(runtime.site);
  });

  it("keeps objects and rows over a restart", async () => {
    const first = await home.start();
    const before = clientsOf(first);
    await before.put("site", "index.html", "Velkommen");
    const row = { pk: { S: "release" }, sk: { S: "1" }, title: { S: "Bro" } };
    await before.dynamoDb.send(new PutItemCommand({ TableName: "index", Item: row }));
    await first.close();

    const after = clientsOf(await home.start());
    const object = await after.s3.send(new GetObjectCommand({ Bucket: "site", Key: "index.html" }));
    expect(await object.Body?.transformToString()).toBe("Velkommen");
    const Key = { pk: row.pk, sk: row.sk };
    const found = await after.dynamoDb.send(new GetItemCommand({ TableName: "index", Key }));
    expect(found.Item).toEqual(row);
  });

  it("keeps every row that it confirmed, also when it is closed in the middle of writing", async () => {
    const first = await home.start();
    const { dynamoDb } = clientsOf(first);
    const confirmed: string[] = [];
    const writing = Array.from({ length: 200 }, async (_, n) => {
      const row = { pk: { S: "row" }, sk: { S: String(n) } };
      await dynamoDb.send(new PutItemCommand({ TableName: "index", Item: row }));
      confirmed.push(String(n));
      if (confirmed.length === 50) await first.close();
    });
    await Promise.allSettled(writing);

    const after = clientsOf(await home.start());
    const asked = { TableName: "index", KeyConditionExpression: "pk = :pk" };
    const values = { ":pk": { S: "row" } };
    const { Items = [] } = await after.dynamoDb.send(
      new QueryCommand({ ...asked, ExpressionAttributeValues: values }),
    );
    expect(Items.map(({ sk }) => sk?.S)).toEqual(expect.arrayContaining(confirmed));
  });

  it("refuses a second start on the same folder, and names the folder", async () => {
    await home.start();
    const second = home.start();
    await expect(second).rejects.toThrow(DataDirInUse);
    await expect(second).rejects.toThrow(home.dataDir);
  });

  it("lets go of the folder when it could not start", async () => {
    const unknown = { Queue: { Type: "AWS::Kinesis::Stream" } };
    await expect(home.start({ resources: unknown })).rejects.toThrow(
      "Queue is of type AWS::Kinesis::Stream, which is not run at home.",
    );
    await expect(home.start()).resolves.toBeDefined();
  });

  it("says which port is taken, and how to take another", async () => {
    const other = createServer();
    const port = await listen(other, 0);
    const started = home.start({}, { port });
    await expect(started).rejects.toThrow(PortTaken);
    await expect(started).rejects.toThrow(
      `Port ${port} is taken. Fix: PORT=${port + 1} npm start, or stop the program that has it.`,
    );
    other.close();
  });

  it("answers on both addresses of localhost", async () => {
    const runtime = await home.start();
    await clientsOf(runtime).put("site", "a.html", "A");
    const { port } = new URL(runtime.site);
    const hosts = ["127.0.0.1", "[::1]", "localhost"];
    const answers = await Promise.all(hosts.map((host) => fetch(`http://${host}:${port}/a.html`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it("writes down each call of a function: who called what on which resource", async () => {
    const callsFile = join(home.dir, "calls.jsonl");
    const runtime = await home.start({ functions: { Writer: writer } }, { callsFile });
    await clientsOf(runtime).put("site", "da/index.html", "x"); // a person's own calls are nobody's to judge
    await runtime.invoke("Writer", { Bucket: "site", Key: "a" });
    await runtime.invoke("Writer", { Bucket: "source", Key: "a" }).catch(() => {}); // refused, and written down
    const lines = readFileSync(callsFile, "utf8").trimEnd().split("\n");
    const put = { functionName: "Writer", service: "s3", action: "PutObject" };
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { ...put, resource: "site/a" },
      { ...put, resource: "source/a" },
    ]);
  });
});
