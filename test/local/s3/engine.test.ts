import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  startS3,
  type Call,
  type ObjectCreated,
  type S3Engine,
} from "../../../functions/local/s3/start-s3.ts";
import { patternOf, refusal } from "./contract-s3.ts";

let dir: string;
const engines: S3Engine[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "s3-engine-"));
});
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  rmSync(dir, { recursive: true });
});

async function start(options: Partial<Parameters<typeof startS3>[0]> = {}) {
  const engine = await startS3({ dir, ...options });
  engines.push(engine);
  engine.createBucket("site");
  const credentials = { accessKeyId: "FUNCTION-PUBLISH", secretAccessKey: "secret" };
  return {
    engine,
    client: new S3Client({ endpoint: engine.url, region: "eu-north-1", credentials, maxAttempts: 1 }),
  };
}
const site = (Key: string) => ({ Bucket: "site", Key });
const filesIn = (folder: string) => readdirSync(join(dir, folder)).length;

describe("the engine's directory", () => {
  it("keeps small and large objects over a restart", async () => {
    const large = patternOf(1_000_000);
    const before = await start();
    await before.client.send(
      new PutObjectCommand({ ...site("small"), Body: "Å", ContentType: "text/plain" }),
    );
    await before.client.send(new PutObjectCommand({ ...site("large"), Body: large }));
    await engines.pop()?.close();

    const { client } = await start();
    const small = await client.send(new GetObjectCommand(site("small")));
    expect([await small.Body?.transformToString(), small.ContentType]).toEqual(["Å", "text/plain"]);
    const got = await client.send(new GetObjectCommand(site("large")));
    expect(large.equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  });

  it("holds no file that no object needs", async () => {
    const { client } = await start();
    await client.send(new PutObjectCommand({ ...site("a"), Body: patternOf(100_000) }));
    await client.send(new PutObjectCommand({ ...site("a"), Body: patternOf(200_000) }));
    await client.send(new CopyObjectCommand({ ...site("b"), CopySource: "site/a" }));
    await refusal(
      client.send(new CopyObjectCommand({ ...site("b"), CopySource: "site/a", IfNoneMatch: "*" })),
    );
    await refusal(
      client.send(new PutObjectCommand({ ...site("a"), Body: patternOf(90_000), IfNoneMatch: "*" })),
    );
    await refusal(
      client.send(new PutObjectCommand({ ...site("a"), Body: patternOf(90_000), ChecksumCRC32: "AAAAAA==" })),
    );
    expect([filesIn("bodies"), filesIn("incoming")]).toEqual([2, 0]);
    await client.send(new DeleteObjectCommand(site("a")));
    await client.send(new DeleteObjectCommand(site("b")));
    expect(filesIn("bodies")).toBe(0);
  });

  it("is free of half an object when a caller goes away in the middle", async () => {
    const { engine, client } = await start();
    const socket = connect(Number(new URL(engine.url).port), "127.0.0.1");
    socket.write("PUT /site/half HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
    socket.write(Buffer.alloc(500_000));
    await vi.waitFor(() => expect(filesIn("incoming")).toBe(1));
    socket.destroy();
    await once(socket, "close");
    await vi.waitFor(() => expect(filesIn("incoming")).toBe(0));
    expect(await refusal(client.send(new GetObjectCommand(site("half"))))).toBe("404 NoSuchKey");
  });

  it("belongs to one engine at a time", async () => {
    await start();
    await expect(startS3({ dir })).rejects.toThrow("database is locked");
  });
});

describe("the engine's hooks", () => {
  it("tell each call with its action, key, source and caller before it is carried out", async () => {
    const calls: Call[] = [];
    const { client } = await start({ onRequest: (call) => void calls.push(call) });
    await client.send(new PutObjectCommand({ ...site("held/å b"), Body: "x" }));
    await client.send(new CopyObjectCommand({ ...site("live"), CopySource: "site/held/%C3%A5%20b" }));
    const credential = "FUNCTION-PUBLISH";
    expect(calls).toEqual([
      { action: "PutObject", bucket: "site", key: "held/å b", credential },
      { action: "CopyObject", bucket: "site", key: "live", copySource: "site/held/å b", credential },
    ]);
  });

  it("may refuse a call, which is then not carried out", async () => {
    const denied = Object.assign(new Error("no policy allows it"), { status: 403, code: "AccessDenied" });
    const { client } = await start({
      onRequest: async ({ action }) => {
        await after(1);
        if (action === "PutObject") throw denied;
      },
    });
    const put = new PutObjectCommand({ ...site("denied"), Body: patternOf(3_000_000) });
    expect(await refusal(client.send(put))).toBe("403 AccessDenied");
    expect(await refusal(client.send(new GetObjectCommand(site("denied"))))).toBe("404 NoSuchKey");
  });

  it("tell of each object that was stored, and of none that was refused", async () => {
    const created: ObjectCreated[] = [];
    const { engine, client } = await start();
    engine.onObjectCreated((object) => void created.push(object));
    const { ETag } = await client.send(new PutObjectCommand({ ...site("a"), Body: "12345" }));
    await client.send(new CopyObjectCommand({ ...site("b"), CopySource: "site/a" }));
    await refusal(client.send(new PutObjectCommand({ ...site("a"), Body: "x", IfNoneMatch: "*" })));
    const eTag = ETag?.replaceAll('"', "");
    await vi.waitFor(() => expect(created).toHaveLength(2));
    expect(created).toEqual([
      { bucket: "site", key: "a", eTag, size: 5 },
      { bucket: "site", key: "b", eTag, size: 5 },
    ]);
  });
});
