import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import type { LambdaDefinition } from "./lambda-definition.ts";
import { startLambdaEnvironment, type LambdaEnvironment } from "./lambda-environment.ts";
import type { Outcome } from "./lambda-messages.ts";

/** Runs one function, in as many processes as it has events at a time. */
export interface LambdaHost {
  readonly definition: LambdaDefinition;
  /** Where what the function prints is kept. */
  readonly logFile: string;
  /** Whether its reserved concurrency is used up, so that Lambda would refuse one more call. */
  readonly throttled: boolean;
  /** Waits for its turn, then runs; never rejects. */
  run(event: string): Promise<Outcome>;
  /** Later events meet a clock that is this much ahead, in milliseconds. */
  setClockOffset(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** How many processes without a reserved number: a laptop's share of the cloud's thousand. */
const unreserved = 10;
/** Longer than a minute, so that what the clock wakes each minute stays warm. */
const restsFor = 90_000;

export function createLambdaHost(
  definition: LambdaDefinition,
  variables: Record<string, string>,
  logFolder: string,
): LambdaHost {
  mkdirSync(logFolder, { recursive: true });
  const logFile = join(logFolder, `${definition.name}.log`);
  const log = openSync(logFile, "a");
  const limit = definition.reservedConcurrency ?? unreserved;

  const all = new Set<LambdaEnvironment>();
  const resting = new Map<LambdaEnvironment, NodeJS.Timeout>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let clockOffset = 0;
  let generation = 0; // counts changes of the clock: an environment with an old one is not used again
  let closed = false;

  function stop(environment: LambdaEnvironment): Promise<void> {
    clearTimeout(resting.get(environment));
    resting.delete(environment);
    return environment.stop().finally(() => all.delete(environment));
  }

  function taken(): LambdaEnvironment {
    const warm = [...resting.keys()].findLast((one) => one.alive);
    if (warm !== undefined) {
      clearTimeout(resting.get(warm));
      resting.delete(warm);
      return warm;
    }
    const started = startLambdaEnvironment(definition, variables, log, clockOffset);
    all.add(started);
    return started;
  }

  async function runNow(event: string): Promise<Outcome> {
    if (closed) return { ok: false, error: { errorType: "Closed", errorMessage: "The runtime is closing." } };
    const born = generation;
    const environment = taken();
    const outcome = await environment.handle(event);
    if (!environment.alive || born !== generation || closed) await stop(environment);
    else resting.set(environment, setTimeout(() => void stop(environment), restsFor).unref());
    return outcome;
  }

  return {
    definition,
    logFile,
    get throttled() {
      return definition.reservedConcurrency !== undefined && running >= limit;
    },
    async run(event) {
      if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        return await runNow(event);
      } finally {
        // The turn is handed on rather than given back, so that nobody slips in between.
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
    async setClockOffset(milliseconds) {
      if (milliseconds === clockOffset) return;
      clockOffset = milliseconds;
      generation += 1;
      await Promise.all([...resting.keys()].map((environment) => stop(environment)));
    },
    async close() {
      closed = true;
      await Promise.all([...all].map((one) => stop(one)));
      closeSync(log);
    },
  };
}
