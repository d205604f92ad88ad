import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { expect } from "vitest";
import { dynamoRows } from "../../functions/aws/dynamo-rows.ts";
import { s3SourceStore } from "../../functions/aws/s3-source-store.ts";
import { s3Sources } from "../../functions/aws/s3-sources.ts";
import { environmentNames } from "../../functions/contract.ts";
import { advanceKeyIn } from "../../functions/local/advance-key.ts";
import type { AdvanceKey } from "../../functions/local/advance-key.ts";
import { bundleFunctions } from "../../functions/local/bundle-functions.ts";
import { openCheckout } from "../../functions/local/open-checkout.ts";
import { openPressRoom } from "../../functions/local/press-room.ts";
import type { Sent } from "../../functions/local/press-room.ts";
import { startRuntime } from "../../functions/local/start-runtime.ts";
import type { Runtime } from "../../functions/local/start-runtime.ts";
import { synthesise } from "../../functions/local/synthesise.ts";
import type { CallRecord } from "../../functions/local/call-log.ts";
import type { Publication } from "../../functions/pipeline/ledger.ts";
import type { Sources, SourceStore } from "../../functions/pipeline/ports.ts";
import { sendCommit } from "../../functions/pipeline/send-commit.ts";
import { clientOptions } from "./client-options.ts";
import type { Files } from "./memory-sources.ts";
import { PolicyJudge } from "./policy-judge.ts";
import { temporaryFolder } from "./repository.ts";
import type { Folder } from "./repository.ts";

export const sampleContent = fileURLToPath(new URL("../../content", import.meta.url));

/**
 * A whole press room at home: the bundles, the synthesised stack, real engines, a real repository with the sample
 * newsroom in it. Nothing is published yet.
 */
export interface PressRoomAtHome {
  readonly runtime: Runtime;
  readonly repository: Folder;
  /** What links to advance copies are signed with. */
  readonly advanceKey: AdvanceKey;
  /** Makes these files the whole content folder, not committed yet. */
  write(content: Files): void;
  /** Commits everything as it is, sends it, and waits until it is live or refused. */
  publish(): Promise<Sent>;
  /** Commits everything as it is and sends it, and waits for nothing. */
  send(): Promise<void>;
  /** Has everything made again from the sources, and waits until it is. */
  again(): Promise<void>;
  /** Newest first. */
  publications(limit: number): Promise<readonly Publication[]>;
  get(path: string, init?: RequestInit): Promise<Response>;
  text(path: string): Promise<string>;
  /** Stops and starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startPressRoom(
  options: {
    readonly ticks?: boolean;
    /** What is in the repository; the sample newsroom when left out. */
    readonly content?: Files;
  } = {},
): Promise<PressRoomAtHome> {
  await bundleFunctions();
  const dataDir = mkdtempSync(join(tmpdir(), "presserum-data-"));
  const advanceKey = await advanceKeyIn(dataDir);
  const synthesis = await synthesise(advanceKey.publicKey);
  const repository = temporaryFolder();
  repository.git("init", "--quiet");
  const write = (files: Files): void => {
    rmSync(join(repository.path, "content"), { recursive: true, force: true });
    repository.write(
      Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`content/${path}`, bytes])),
    );
  };
  if (options.content === undefined)
    cpSync(sampleContent, join(repository.path, "content"), { recursive: true });
  else write(options.content);

  const callsFile = join(dataDir, "calls.jsonl");
  const ticks = options.ticks ?? false;
  const start = () => startRuntime({ ...synthesis, dataDir, port: 0, ticks, callsFile });
  let runtime = await start();
  const get = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(`${runtime.site}${path}`, { redirect: "manual", ...init });

  async function onSources(act: (sources: Sources, store: SourceStore) => Promise<void>): Promise<void> {
    const s3 = new S3Client(clientOptions(runtime.environment, "AWS_ENDPOINT_URL_S3"));
    const bucket = runtime.environment[environmentNames.sourceBucket] ?? "";
    await act(s3Sources(s3, bucket), s3SourceStore(s3, bucket));
    s3.destroy();
  }

  return {
    get runtime() {
      return runtime;
    },
    repository,
    advanceKey,
    write,
    async publish() {
      repository.commit();
      const { checkout } = await openCheckout(repository.path);
      try {
        const sent = await (await openPressRoom(runtime, checkout)).publish();
        await runtime.idle();
        return sent;
      } finally {
        checkout.close();
      }
    },
    async send() {
      repository.commit();
      const { checkout } = await openCheckout(repository.path);
      try {
        await onSources(async (sources, store) => {
          await sendCommit(checkout, sources, store, await checkout.head());
        });
      } finally {
        checkout.close();
      }
    },
    async again() {
      await onSources(async (sources, store) => {
        const head = await sources.head();
        if (head !== undefined) await store.moveHead({ ...head, again: `${head.again ?? ""}once more ` });
      });
      await runtime.idle();
    },
    async publications(limit) {
      const dynamo = new DynamoDBClient(clientOptions(runtime.environment, "AWS_ENDPOINT_URL_DYNAMODB"));
      const rows = dynamoRows(dynamo, runtime.environment[environmentNames.table] ?? "");
      const found = await rows.query({ pk: "publication", newestFirst: true, limit });
      dynamo.destroy();
      return found.map(({ value }) => value as Publication);
    },
    get,
    text: async (path) => (await get(path)).text(),
    async restart() {
      await runtime.close();
      runtime = await start();
    },
    async close() {
      await runtime.close();
      repository[Symbol.dispose]();
      const calls = callsIn(callsFile);
      rmSync(dataDir, { recursive: true });
      // What the cloud would refuse has been refused here already; an evaluator that is not ours has to agree.
      expect(await new PolicyJudge(synthesis.template).refusals(calls)).toEqual([]);
      keepForLater(calls);
    },
  };
}

/** Each kind of call once. */
function callsIn(file: string): readonly CallRecord[] {
  const lines = existsSync(file) ? readFileSync(file, "utf-8").split("\n") : [];
  return [...new Set(lines)].filter((line) => line !== "").map((line) => JSON.parse(line) as CallRecord);
}

/** When all stories are told, test/after looks for what none of them needed leave for. */
function keepForLater(calls: readonly CallRecord[]): void {
  const folder = process.env["STORY_CALLS"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const story = basename(expect.getState().testPath ?? "story");
  writeFileSync(join(folder, `${story}.json`), JSON.stringify(calls));
}
