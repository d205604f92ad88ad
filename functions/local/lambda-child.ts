import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FromEnvironment, LambdaError, ToEnvironment } from "./lambda-messages.ts";
import { shiftClock } from "./shift-clock.ts";

// Runs in a process of its own, started by lambda-environment.ts: one function, one event at a time.
const [folder = "", handlerPath = "", clockOffset = "0"] = process.argv.slice(2);
if (clockOffset !== "0") shiftClock(Number(clockOffset));

// Ctrl-C reaches the whole group of processes; what is under way here is the host's to end.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit());

type Handler = (event: unknown, context: object) => unknown;

const handler = await loaded().catch((error: unknown) => ended(error));
process.on("message", (message: ToEnvironment) => void handle(handler, message));
tell({ kind: "ready" });

async function loaded(): Promise<Handler> {
  const dot = handlerPath.lastIndexOf(".");
  const file = join(folder, `${handlerPath.slice(0, dot)}.mjs`);
  const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(file).href);
  const found = exported[handlerPath.slice(dot + 1)];
  if (typeof found !== "function") throw new TypeError(`${handlerPath} is undefined or not exported`);
  return (event, context) => Reflect.apply(found, undefined, [event, context]);
}

/** A function that cannot even be loaded answers with why, and its environment is gone. */
function ended(error: unknown): never {
  process.send?.({ kind: "error", error: errorOf(error) }, () => process.exit(1));
  throw error;
}

async function handle(run: Handler, { requestId, event, deadline }: ToEnvironment): Promise<void> {
  const started = Number(process.hrtime.bigint() / 1_000_000n);
  const allowed = deadline - Date.now() + Number(clockOffset);
  const context = {
    awsRequestId: requestId,
    functionName: process.env["AWS_LAMBDA_FUNCTION_NAME"],
    functionVersion: "$LATEST",
    memoryLimitInMB: process.env["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"],
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () =>
      Math.max(0, allowed - (Number(process.hrtime.bigint() / 1_000_000n) - started)),
  };
  try {
    const result = await run(JSON.parse(event), context);
    tell({ kind: "result", payload: JSON.stringify(result) ?? "null" });
  } catch (error) {
    tell({ kind: "error", error: errorOf(error) });
  }
}

function tell(message: FromEnvironment): void {
  process.send?.(message);
}

function errorOf(error: unknown): LambdaError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  console.error(error); // Lambda logs the whole, with its causes; the caller is told this much
  return {
    errorType: error.name,
    errorMessage: error.message,
    trace: (error.stack ?? "").split("\n"),
  };
}
