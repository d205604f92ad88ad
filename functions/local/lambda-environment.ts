import { fork, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { LambdaDefinition } from "./lambda-definition.ts";
import type { FromEnvironment, Outcome, ToEnvironment } from "./lambda-messages.ts";

/** One warm process of one function. */
export interface LambdaEnvironment {
  /** One event at a time; never rejects. */
  handle(event: string): Promise<Outcome>;
  readonly alive: boolean;
  /** Kills it; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Loading the code has its own limit. Lambda's is 10 s; a laptop with many processes needs more. */
const loadingLimit = 60_000;

/**
 * Starts a process for a function.
 *
 * @param log          a file descriptor, to which the process writes what it prints
 * @param clockOffset  milliseconds by which it takes the time to be later
 */
export function startLambdaEnvironment(
  definition: LambdaDefinition,
  variables: Record<string, string>,
  log: number,
  clockOffset: number,
): LambdaEnvironment {
  const child = fork(
    fileURLToPath(new URL("lambda-child.ts", import.meta.url)),
    [definition.folder, definition.handler, String(clockOffset)],
    {
      env: variables,
      execArgv: [`--max-old-space-size=${definition.memory}`, "--enable-source-maps"],
      stdio: ["ignore", log, log, "ipc"],
    },
  );
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  let ready: Promise<Outcome> | undefined = nextOutcome(
    child,
    loadingLimit,
    "Runtime.InitTimedOut",
    "loading",
  );

  return {
    get alive() {
      // `killed`: one that was told to end may need a moment to be gone.
      return !child.killed && child.exitCode === null && child.connected;
    },
    async handle(event) {
      const requestId = randomUUID();
      const loaded = await ready;
      ready = undefined;
      if (loaded?.ok === false) return loaded;
      const limit = definition.timeout * 1000;
      const outcome = nextOutcome(child, limit, "Sandbox.Timedout", requestId);
      const message: ToEnvironment = { requestId, event, deadline: Date.now() + limit };
      child.send(message, () => {}); // a process that has just died is seen by its exit
      return outcome;
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
      await gone;
    },
  };
}

/** The next answer, or the end of the process, or the deadline, which kills it: whichever comes first. */
async function nextOutcome(child: ChildProcess, limit: number, late: string, what: string): Promise<Outcome> {
  const done = new AbortController();
  const { signal } = done;
  const answered = once(child, "message", { signal }).then(([message]): Outcome => outcomeOf(message));
  const ended = once(child, "exit", { signal }).then(([code, killed]): Outcome => {
    const how = killed === null ? `exit status ${code}` : `signal: ${killed}`;
    return failure("Runtime.ExitError", `RequestId: ${what} Error: Runtime exited with error: ${how}`);
  });
  const { promise: tooLate, resolve } = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => {
    child.kill("SIGKILL");
    resolve(
      failure(late, `RequestId: ${what} Error: Task timed out after ${(limit / 1000).toFixed(2)} seconds`),
    );
  }, limit);
  try {
    return await Promise.race([answered, ended, tooLate]);
  } catch (error) {
    return failure("Runtime.ExitError", `RequestId: ${what} Error: ${String(error)}`);
  } finally {
    clearTimeout(timer);
    answered.catch(() => {});
    ended.catch(() => {});
    done.abort();
  }
}

function outcomeOf(message: FromEnvironment): Outcome {
  if (message.kind === "ready") return { ok: true, payload: "null" };
  if (message.kind === "result") return { ok: true, payload: message.payload };
  return { ok: false, error: message.error };
}

function failure(errorType: string, errorMessage: string): Outcome {
  return { ok: false, error: { errorType, errorMessage } };
}
