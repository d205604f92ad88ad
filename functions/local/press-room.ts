import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { freeLease, dynamoLedger } from "../aws/dynamo-ledger.ts";
import { dynamoRows } from "../aws/dynamo-rows.ts";
import { s3Sources } from "../aws/s3-sources.ts";
import { s3SourceStore } from "../aws/s3-source-store.ts";
import type { Problem } from "../content/problem.ts";
import { environmentNames } from "../contract.ts";
import { latestPublication } from "../pipeline/latest-publication.ts";
import type { Head } from "../pipeline/ports.ts";
import { sendCommit } from "../pipeline/send-commit.ts";
import type { Checkout } from "./checkout.ts";
import type { Runtime } from "./start-runtime.ts";

/** The running press room, as the person who commits sees it. */
export interface PressRoom {
  /** Sends what counts now and waits until it is live or refused. */
  publish(): Promise<Sent>;
}

/** What became of a commit. */
export interface Sent {
  readonly commit: string;
  /** False where it had been sent before. */
  readonly moved: boolean;
  readonly outcome: "live" | "refused";
  /** Why it was refused; of what is live, why photos are left out. */
  readonly problems: readonly Problem[];
}

export async function openPressRoom(runtime: Runtime, checkout: Checkout): Promise<PressRoom> {
  const environment = runtime.environment;
  const bucket = environment[environmentNames.sourceBucket] ?? "";
  const table = environment[environmentNames.table] ?? "";
  const s3 = new S3Client(clientFrom(environment, "AWS_ENDPOINT_URL_S3"));
  const dynamo = new DynamoDBClient(clientFrom(environment, "AWS_ENDPOINT_URL_DYNAMODB"));
  const sources = s3Sources(s3, bucket);
  const ledger = dynamoLedger(dynamo, table);
  // A publisher that was stopped half-way cannot give its lease back. The data folder is ours alone, so nobody has it.
  await freeLease(dynamo, table);

  async function outcome(head: Head): Promise<"live" | "refused" | undefined> {
    const { live, refused, underway } = await ledger.read();
    if (refused?.commit === head.commit && underway === undefined) return "refused";
    const isLive = live?.commit === head.commit && live.tree === head.tree;
    return isLive && underway === undefined && live.code === environment[environmentNames.code]
      ? "live"
      : undefined;
  }

  return {
    async publish() {
      const head = await checkout.head();
      const { moved } = await sendCommit(checkout, sources, s3SourceStore(s3, bucket), head);
      let now = await outcome(head);
      // Nothing was moved, so nothing was nudged: a start after new code, or after a stop half-way.
      if (now === undefined && !moved) await runtime.invoke("publish", {});
      for (now = await outcome(head); now === undefined; now = await outcome(head)) await pause(100);
      const publication =
        moved || now === "refused"
          ? await latestPublication(dynamoRows(dynamo, table), head.commit)
          : undefined; // live before this start: what was to be said of it was said then
      return { commit: head.commit, moved, outcome: now, problems: publication?.problems ?? [] };
    },
  };
}

/** What `new S3Client({})` would find in the environment of a function. */
function clientFrom(environment: Readonly<Record<string, string>>, endpointName: string) {
  return {
    region: environment["AWS_REGION"] ?? "",
    endpoint: environment[endpointName] ?? "",
    credentials: {
      accessKeyId: environment["AWS_ACCESS_KEY_ID"] ?? "",
      secretAccessKey: environment["AWS_SECRET_ACCESS_KEY"] ?? "",
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}
