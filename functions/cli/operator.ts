import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { setTimeout as pause } from "node:timers/promises";
import { dynamoLedger } from "../aws/dynamo-ledger.ts";
import { dynamoRows } from "../aws/dynamo-rows.ts";
import { environmentHas, readEnvironment } from "../aws/environment.ts";
import { s3SourceStore } from "../aws/s3-source-store.ts";
import { s3Sources } from "../aws/s3-sources.ts";
import { environmentNames } from "../contract.ts";
import { findRunning } from "../local/running.ts";
import { asInstant } from "../content/instant.ts";
import type { Locale } from "../content/locale.ts";
import { indexKeys } from "../pipeline/index-keys.ts";
import type { IndexedEntry } from "../pipeline/index-rows.ts";
import type { LedgerState, Publication } from "../pipeline/ledger.ts";
import { overdueSteps } from "../pipeline/overdue-steps.ts";
import type { OverdueStep } from "../pipeline/overdue-steps.ts";
import type { Head, Sources, SourceStore } from "../pipeline/ports.ts";
import { latestPublication } from "../pipeline/latest-publication.ts";
import { isDone } from "../pipeline/work-to-do.ts";
import { BadOption, startOptions } from "./options.ts";

/** A press room as the person sees it who runs it: the one at home that is running, or the deployed one that is named. */
export interface Operator {
  readonly sources: Sources;
  readonly store: SourceStore;
  state(): Promise<LedgerState>;
  /** Newest first. */
  publications(limit: number): Promise<readonly Publication[]>;
  /** Steps whose day passed without an outcome, the longest first. */
  overdue(): Promise<readonly OverdueStep[]>;
  /** In which those are told what is wrong who write for it. */
  language(): Promise<Locale>;
  /** In which its hours are meant: "Europe/Copenhagen". */
  zone(): Promise<string>;
  /** Where readers find what is live: "https://presse.example". */
  site(): Promise<string>;
  /** What was recorded of a commit last. */
  report(commit: string): Promise<Publication | undefined>;
  /**
   * Resolves when the head is live or refused, or another has taken its place.
   *
   * @param begun  called once, when it is being made
   */
  outcome(head: Head, begun?: () => void): Promise<Outcome>;
}
export type Outcome = "live" | "refused" | "overtaken";

/** @throws BadOption */
export function openOperator(): Operator {
  if (process.env[environmentNames.table] === undefined) {
    const connection = findRunning(startOptions(process.env).dataDir);
    if (connection === undefined) {
      const names = [environmentNames.sourceBucket, environmentNames.table];
      throw new BadOption({
        da: `Intet presserum kører her. Gør sådan: npm start i et andet vindue, eller nævn et i skyen med ${names.join(" og ")}.`,
        en: `No press room is running here. Fix: npm start in another window, or name a deployed one with ${names.join(" and ")}.`,
      });
    }
    Object.assign(process.env, connection);
  }
  if (!environmentHas("sourceBucket")) {
    const { table, sourceBucket } = environmentNames;
    throw new BadOption({
      da: `${table} er nævnt, men ikke ${sourceBucket}. Gør sådan: sæt begge til stakkens outputs Table og SourceBucket.`,
      en: `${table} is named, and ${sourceBucket} is not. Fix: set both, to the outputs Table and SourceBucket of the stack.`,
    });
  }
  const { sourceBucket, table } = readEnvironment("sourceBucket", "table");
  const s3 = new S3Client({});
  const dynamo = new DynamoDBClient({});
  const ledger = dynamoLedger(dynamo, table);
  const rows = dynamoRows(dynamo, table);
  const sources = s3Sources(s3, sourceBucket);
  const newsroom = async () => {
    const [row] = await rows.get([indexKeys.entry("newsroom", "newsroom")]);
    const entry = (row?.value as IndexedEntry | undefined)?.entry;
    return entry?.kind === "newsroom" ? entry : undefined;
  };
  return {
    sources,
    store: s3SourceStore(s3, sourceBucket),
    state: () => ledger.read(),
    async publications(limit) {
      const found = await rows.query({ pk: "publication", newestFirst: true, limit });
      return found.map(({ value }) => value as Publication);
    },
    overdue: () => overdueSteps(rows, asInstant(Date.now())),
    language: async () => (await newsroom())?.authorsLanguage ?? "en",
    zone: async () => (await newsroom())?.zone ?? "Europe/Copenhagen",
    async site() {
      // At home the newsroom's own address is not where it answers.
      const site = process.env[environmentNames.siteUrl] ?? (await newsroom())?.url;
      if (site === undefined) throw new Error("The index holds no newsroom, though something is live.");
      return site;
    },
    report: (commit) => latestPublication(rows, commit),
    async outcome(head, begun = () => {}) {
      let isBegun = false;
      for (;;) {
        const { live, refused, underway } = await ledger.read();
        const isRefused = refused?.commit === head.commit && refused.forced === (head.forced ?? false);
        if (isRefused && underway === undefined) return "refused";
        const isLive = live?.commit === head.commit && live.tree === head.tree;
        if (isLive && isDone(head.again, live.again) && underway === undefined) return "live";
        if (!isBegun && underway?.target.commit === head.commit) {
          isBegun = true;
          begun();
        }
        if (underway === undefined && (await sources.head())?.commit !== head.commit) return "overtaken";
        await pause(200);
      }
    },
  };
}

/** "08aa15c6", as people name a commit. */
export function shortCommit(commit: string): string {
  return commit.replace("folder-", "").slice(0, 8);
}
