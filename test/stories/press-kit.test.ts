import { execFile, execFileSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { s3Archives, s3HeldBytes } from "../../functions/aws/s3-archives.ts";
import { s3Site } from "../../functions/aws/s3-site.ts";
import { startS3 } from "../../functions/local/s3/start-s3.ts";
import { makeKit } from "../../functions/pipeline/make-kit.ts";
import type { MakeKitOrder } from "../../functions/pipeline/make-kit.ts";
import { checksumOf } from "../../functions/site/digest.ts";
import { heldKeyOfKit } from "../../functions/site/kit/kit.ts";
import type { Kit } from "../../functions/site/kit/kit.ts";
import { zipLength } from "../../functions/site/kit/zip.ts";
import { kitObject } from "../../functions/site/site-object.ts";

const maker = fileURLToPath(new URL("../support/kit-maker.ts", import.meta.url));
const photo = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index * 7919) % 251));

/** A kit of the same photo so many times; the photo is held once. */
function kitOf(photos: number, bytes: Buffer, heldKey: string): Kit {
  const crc32 = checksumOf(bytes);
  return {
    date: "2026-08-18",
    files: [
      { name: "sti/pressemeddelelse.txt", text: "Åen.\n" },
      ...Array.from({ length: photos }, (_, index) => ({
        name: `sti/fotos/å-${index}.jpg`,
        heldKey,
        bytes: bytes.length,
        crc32,
      })),
    ],
  };
}

describe("a press kit on S3", () => {
  const dir = mkdtempSync(join(tmpdir(), "presserum-kit-"));
  let engine: Awaited<ReturnType<typeof startS3>>;
  let s3: S3Client;
  let made: MakeKitOrder[] = [];
  beforeAll(async () => {
    engine = await startS3({ dir });
    const credentials = { accessKeyId: "operator", secretAccessKey: "not-a-secret" };
    s3 = new S3Client({ endpoint: engine.url, region: "eu-north-1", credentials });
    for (const name of ["held", "site"]) engine.createBucket(name);
    await s3.send(new PutObjectCommand({ Bucket: "held", Key: "renditions/a/original.jpg", Body: photo }));
  });
  afterAll(async () => {
    s3.destroy();
    await engine.close();
    rmSync(dir, { recursive: true });
  });

  const ports = () => ({ held: s3HeldBytes(s3, "held"), archives: s3Archives(s3, "held", "site") });
  const site = () =>
    s3Site(s3, { site: "site", advance: "advance", held: "held", sources: "sources" }, (order) => {
      made.push(order);
      return makeKit(ports(), order);
    });
  const isThere = (Bucket: string, Key: string) =>
    s3.send(new HeadObjectCommand({ Bucket, Key })).then(
      () => true,
      () => false,
    );

  it("is made on the site where nothing was made ahead, and holds the photos byte for byte", async () => {
    const kit = kitOf(5, photo, "renditions/a/original.jpg"); // 15 MB: several parts
    made = [];
    await site().put(kitObject("da/2026/08/sti.zip", kit));
    expect(made).toHaveLength(1);
    const { Body: body, ContentType: type } = await s3.send(
      new GetObjectCommand({ Bucket: "site", Key: "da/2026/08/sti.zip" }),
    );
    expect(type).toBe("application/zip");
    const path = join(dir, "sti.zip");
    await pipeline(body as Readable, createWriteStream(path));
    expect(statSync(path).size).toBe(zipLength(kit.files));
    execFileSync("unzip", ["-qt", path]);
    execFileSync("unzip", ["-q", path, "-d", dir], { env: { ...process.env, LC_ALL: "C.UTF-8" } });
    expect(readFileSync(join(dir, "sti/fotos/å-4.jpg")).equals(photo)).toBe(true);
  });

  it("is copied where it was made ahead, and then no longer held", async () => {
    const kit = kitOf(2, photo, "renditions/a/original.jpg");
    await makeKit(ports(), { kit });
    await makeKit(ports(), { kit }); // asked for twice
    expect(await isThere("held", heldKeyOfKit(kit))).toBe(true);
    made = [];
    await site().put(kitObject("da/2026/08/to.zip", kit));
    expect(made).toEqual([]);
    expect(await isThere("site", "da/2026/08/to.zip")).toBe(true);
    expect(await isThere("held", heldKeyOfKit(kit))).toBe(false);
  });

  it("is nothing at all where what is held is not what was made", async () => {
    const kit = kitOf(4, Buffer.from(photo.toReversed()), "renditions/a/original.jpg");
    await expect(site().put(kitObject("da/2026/08/forkert.zip", kit))).rejects.toThrow(/not what was made/);
    expect(await isThere("site", "da/2026/08/forkert.zip")).toBe(false);
  });

  it("of two gigabytes takes less than 300 MB of memory", { timeout: 600_000 }, async () => {
    const large = Buffer.alloc(80_000_000, photo);
    await s3.send(new PutObjectCommand({ Bucket: "held", Key: "renditions/b/original.jpg", Body: large }));
    const kit = kitOf(25, large, "renditions/b/original.jpg");
    expect(zipLength(kit.files)).toBeGreaterThan(2_000_000_000);
    const { body: _, digest: __, ...as } = kitObject("da/2026/08/stor.zip", kit);
    const { stdout } = await promisify(execFile)(process.execPath, [
      maker,
      engine.url,
      JSON.stringify({ kit, as } satisfies MakeKitOrder),
    ]);
    const { ContentLength: length } = await s3.send(
      new HeadObjectCommand({ Bucket: "site", Key: "da/2026/08/stor.zip" }),
    );
    expect(length).toBe(zipLength(kit.files));
    expect(Number(stdout)).toBeLessThan(300);
  });
});
