import type { IncomingMessage, ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { environmentNames } from "../contract.ts";
import { createActivity } from "./activity.ts";
import { startAwsApi } from "./aws-api.ts";
import { createCallGate, type CallListener } from "./call-gate.ts";
import { openCallLog } from "./call-log.ts";
import { createCdn, type Cdn } from "./cdn.ts";
import { lockDataDir } from "./data-dir-lock.ts";
import { FunctionFailed } from "./function-failed.ts";
import { createInvocations } from "./invocations.ts";
import { environmentOf, readLambdaDefinitions } from "./lambda-definition.ts";
import { createLambdaHost, type LambdaHost } from "./lambda-host.ts";
import { functionUrls } from "./function-url.ts";
import { listenAsSite } from "./listen-as-site.ts";
import { startNudges } from "./nudges.ts";
import { nameInContract } from "./name-in-contract.ts";
import { operatorEnvironment } from "./operator-environment.ts";
import { readPolicies } from "./policies.ts";
import { readDistribution } from "./read-distribution.ts";
import { resolveTemplate } from "./resolve-template.ts";
import type { Resource } from "./resolve-template.ts";
import { startBuckets, startTables } from "./start-engines.ts";
import type { Template } from "./template.ts";

export interface RuntimeOptions {
  readonly template: Template;
  /** Where the asset with this hash lies unpacked. */
  readonly assetFolder: (hash: string) => string;
  /** Everything is kept here, for one runtime at a time; made when it is not there. */
  readonly dataDir: string;
  /** Of the site; 0 takes a free one. */
  readonly port: number;
  /** Whether rules with a schedule run; true when left out. */
  readonly ticks?: boolean;
  /** Each call that a function makes adds one line of JSON to it. */
  readonly callsFile?: string;
}

export interface Runtime {
  /** http://localhost:PORT, without a slash at its end. */
  readonly site: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** With these variables the SDK, and the code of the functions, act on this machine as the operator. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Waits for its turn and for the result; rejects with FunctionFailed.
   *
   * @param which  logical id, physical name, or what the contract calls it: "publish"
   */
  invoke(which: string, event: unknown): Promise<unknown>;
  /** Invocations that start later take the time to be this much later. */
  setClockOffset(milliseconds: number): Promise<void>;
  /**
   * Told of each call before it is carried out, and awaited; what it throws, the call fails with: an Error with a
   * number `status` and a string `code` as that refusal, any other as the service being out of order.
   *
   * @returns  takes the listener away
   */
  onCall(listener: CallListener): () => void;
  /** Resolves when no function runs and no nudge waits. */
  idle(): Promise<void>;
  /** Ends what runs, and lets go of ports and folder. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Runs the stack of a template on this machine.
 *
 * @throws  PortTaken; DataDirInUse; and for anything in the template that is not known at home
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const dataDir = resolve(options.dataDir);
  const closers: (() => void | Promise<void>)[] = [];
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= closeAll(closers));
  try {
    return await started(options, dataDir, closers, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Backwards: what was started later needs what was started before. All of it, also when one fails: a folder that
 * stays locked would be the worse failure.
 */
async function closeAll(closers: readonly (() => void | Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const closer of closers.toReversed()) {
    try {
      await closer();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Not everything could be closed.");
}

async function started(
  { template, assetFolder, port, ticks = true, callsFile }: RuntimeOptions,
  dataDir: string,
  closers: (() => void | Promise<void>)[],
  close: () => Promise<void>,
): Promise<Runtime> {
  closers.push(lockDataDir(dataDir));

  // First of all the port: the template's names lean on it, and a taken one is best said at once.
  let cdn: Cdn | undefined;
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (cdn !== undefined) return cdn.answer(request, response);
    response.writeHead(503, { "retry-after": "1" }).end("The site is starting.\n");
  };
  const site = await listenAsSite(answer, port);
  closers.push(() => site.close());
  const { resources, outputs } = resolveTemplate(template, `localhost:${site.port}`);

  const log = callsFile === undefined ? undefined : openCallLog(callsFile, functionsIn(resources));
  if (log !== undefined) closers.push(() => log.close());
  const gate = createCallGate(readPolicies(resources), log);
  const buckets = await startBuckets(dataDir, resources, gate);
  closers.push(() => buckets.close());
  const tables = await startTables(dataDir, resources, gate);
  closers.push(() => tables.close());

  const purges = new Map<string, Cdn>();
  const activity = createActivity();
  const hosts: LambdaHost[] = []; // filled below: a function needs the address at which it calls others
  const invocations = createInvocations(hosts, activity);
  const [given, ...more] = resources.filter((one) => one.type === "AWS::CloudFront::Distribution");
  if (more.length > 0)
    throw new Error("The template has more than one distribution; at home there is one port.");
  if (given !== undefined) {
    const called = functionUrls(gate, invocations);
    const edge = createCdn(readDistribution(resources, given), buckets.url, called);
    closers.push(() => edge.close());
    purges.set(given.name, edge);
    cdn = edge;
  }

  const api = await startAwsApi({ gate, invocations, distributions: purges });
  closers.push(() => api.close());
  const endpoints = {
    AWS_ENDPOINT_URL_S3: buckets.url,
    AWS_ENDPOINT_URL_DYNAMODB: tables.url,
    AWS_ENDPOINT_URL_LAMBDA: api.url,
    AWS_ENDPOINT_URL_CLOUDFRONT: api.url,
  };
  closers.push(() => invocations.close());
  const definitions = readLambdaDefinitions(resources, assetFolder);
  for (const one of definitions) {
    hosts.push(createLambdaHost(one, environmentOf(one, endpoints), join(dataDir, "logs")));
  }

  let clockOffset = 0;
  const now = () => new Date(Date.now() + clockOffset);
  const nudges = startNudges({ resources, invocations, gate, ticks, now });
  buckets.onObjectCreated((created) => nudges.objectCreated(created));
  closers.push(() => nudges.stop());
  // Once more, to be the first thing that ends: a viewer must not meet engines that are going away.
  closers.push(() => site.close());

  return {
    site: `http://localhost:${site.port}`,
    outputs,
    environment: {
      ...operatorEnvironment(definitions, endpoints),
      [environmentNames.siteUrl]: `http://localhost:${site.port}`,
      ...(outputs["AdvanceKeyId"] === undefined
        ? {}
        : { [environmentNames.advanceKeyId]: outputs["AdvanceKeyId"] }),
    },
    async invoke(which, event) {
      const isMeant = (one: LambdaHost) => nameInContract(one.definition, definitions) === which;
      const host = invocations.find(which) ?? hosts.find(isMeant);
      if (host === undefined) throw new Error(`The template has no function ${which}.`);
      const outcome = await invocations.now(host, JSON.stringify(event) ?? "null");
      if (!outcome.ok) throw new FunctionFailed(host.definition.id, outcome.error, host.logFile);
      const result: unknown = JSON.parse(outcome.payload);
      return result;
    },
    async setClockOffset(milliseconds) {
      clockOffset = milliseconds;
      await Promise.all(hosts.map((host) => host.setClockOffset(milliseconds)));
    },
    onCall: (listener) => gate.onCall(listener),
    idle: () => activity.idle(),
    close,
  };
}

function functionsIn(resources: readonly Resource[]): ReadonlySet<string> {
  return new Set(resources.filter(({ type }) => type === "AWS::Lambda::Function").map(({ id }) => id));
}
