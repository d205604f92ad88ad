import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dynamoLedger } from "../../functions/aws/dynamo-ledger.ts";
import { dynamoRows } from "../../functions/aws/dynamo-rows.ts";
import { s3Archives, s3HeldBytes } from "../../functions/aws/s3-archives.ts";
import { s3Held } from "../../functions/aws/s3-held.ts";
import { s3Site } from "../../functions/aws/s3-site.ts";
import { s3SourceStore } from "../../functions/aws/s3-source-store.ts";
import { s3Sources } from "../../functions/aws/s3-sources.ts";
import { asInstant } from "../../functions/content/instant.ts";
import { startS3 } from "../../functions/local/s3/start-s3.ts";
import type { Clock, Workers } from "../../functions/pipeline/ports.ts";
import { drawPictures } from "../../functions/pipeline/draw-pictures.ts";
import type { DrawPicturesOrder } from "../../functions/pipeline/draw-pictures.ts";
import { makeKit } from "../../functions/pipeline/make-kit.ts";
import { publish } from "../../functions/pipeline/publish.ts";
import { renderPages } from "../../functions/pipeline/render-pages.ts";
import { sendCommit } from "../../functions/pipeline/send-commit.ts";
import { heldKeyOf } from "../../functions/site/manifest.ts";
import { startTable } from "./dynamo.ts";
import { faults } from "./faults.ts";
import type { Faults } from "./faults.ts";
import { memorySources } from "./memory-sources.ts";
import type { Files } from "./memory-sources.ts";
import { standInByte, standInPictures, standInRenditions } from "./stand-in-renditions.ts";

/** The pipeline on the embedded S3 and DynamoDB, through the adapters and the real SDK. */
export interface EnginePressRoom {
  readonly faults: Faults;
  /** Makes these files the newest commit, which asks nobody what readers have seen. */
  commit(files: Files): void;
  /** Sends the newest commit. */
  send(): Promise<void>;
  publishAt(instant: string, publisher: string): ReturnType<typeof publish>;
  /** Each object's type and text, by key, what single persons were given among them. */
  site(): Promise<Readonly<Record<string, string>>>;
}

export interface EnginePressRooms {
  /** A press room of its own on the same engines. */
  open(): Promise<EnginePressRoom>;
  close(): Promise<void>;
}

export async function enginePressRooms(): Promise<EnginePressRooms> {
  const dir = mkdtempSync(join(tmpdir(), "presserum-engines-"));
  const [engine, table] = await Promise.all([startS3({ dir }), startTable()]);
  const credentials = { accessKeyId: "operator", secretAccessKey: "not-a-secret" };
  const s3 = new S3Client({ endpoint: engine.url, region: "eu-north-1", credentials });
  let rooms = 0;

  return {
    async open() {
      rooms += 1;
      const bucket = (name: string) => `${name}-${rooms}`;
      for (const name of ["sources", "held", "site", "advance"]) engine.createBucket(bucket(name));
      return pressRoom(s3, table.client, await table.another(`index-${rooms}`), bucket);
    },
    async close() {
      s3.destroy();
      await Promise.all([engine.close(), table.close()]);
      rmSync(dir, { recursive: true });
    },
  };
}

function pressRoom(
  s3: S3Client,
  dynamo: DynamoDBClient,
  table: string,
  bucket: (name: string) => string,
): EnginePressRoom {
  const checkout = memorySources();
  const world = faults();
  const sources = world.in(s3Sources(s3, bucket("sources")));
  const rows = world.in(dynamoRows(dynamo, table));
  const buckets = {
    site: bucket("site"),
    advance: bucket("advance"),
    held: bucket("held"),
    sources: bucket("sources"),
  };
  const kits = {
    held: s3HeldBytes(s3, buckets.held),
    archives: s3Archives(s3, buckets.held, buckets.site),
  };
  const site = world.in(s3Site(s3, buckets, (order) => makeKit(kits, order)));
  const ledger = world.in(dynamoLedger(dynamo, table));
  let now = asInstant(0);

  const held = world.in(s3Held(s3, buckets.held));
  const pictures = {
    drawPictures: (order: DrawPicturesOrder) =>
      drawPictures({ held: s3Held(s3, buckets.held), pictures: standInPictures }, order),
  };
  const workers: Workers = {
    ...pictures,
    holdKit: (kit) => makeKit(kits, { kit }),
    renderPages: (order) =>
      renderPages({ sources, rows, site, held, workers: world.in(pictures), ledger, clock }, order),
    async makeRenditions(order) {
      const { result, names } = standInRenditions(
        order,
        (await checkout.bytes(order.photo.original.object)).bytes,
      );
      for (const name of names) {
        const Key = heldKeyOf(order.photoKey, name);
        await s3.send(new PutObjectCommand({ Bucket: bucket("held"), Key, Body: standInByte }));
      }
      return result;
    },
  };
  const clock: Clock = {
    now: () => now,
    waitUntil(instant) {
      now = instant;
      return Promise.resolve();
    },
    every: () => ({ failed: new Promise<never>(() => {}), stop: () => {} }),
  };

  return {
    faults: world,
    commit: (files) => void checkout.commit(files, { forced: true }),
    async send() {
      const head = await checkout.head();
      if (head === undefined) throw new Error("Nothing was committed.");
      const store = s3SourceStore(s3, bucket("sources"));
      await sendCommit(checkout, s3Sources(s3, bucket("sources")), store, head);
    },
    publishAt(instant, publisher) {
      now = asInstant(Date.parse(instant));
      return publish({
        sources,
        rows,
        held,
        site,
        ledger,
        workers: world.in(workers),
        edgeCache: world.in({ purge: () => Promise.resolve() }), // there is no CloudFront to be had here
        hub: { tell: () => Promise.resolve() },
        clock,
        code: "1",
        publisher,
      });
    },
    async site() {
      const objects = await Promise.all(
        [buckets.site, buckets.advance].map((Bucket) => objectsIn(s3, Bucket)),
      );
      return Object.fromEntries(objects.flat());
    },
  };
}

async function objectsIn(s3: S3Client, Bucket: string): Promise<readonly (readonly [string, string])[]> {
  const { Contents: contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  return Promise.all(
    contents.map(async ({ Key: key = "" }) => {
      const answer = await s3.send(new GetObjectCommand({ Bucket, Key: key }));
      const text = (await answer.Body?.transformToString()) ?? "";
      return [key, JSON.stringify([answer.ContentType, answer.Metadata ?? {}, text])] as const;
    }),
  );
}
