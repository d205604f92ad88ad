import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import type { CallGate } from "./call-gate.ts";
import { answerInvalidation } from "./create-invalidation.ts";
import { home } from "./home.ts";
import type { Invocations } from "./invocations.ts";
import { answerInvoke } from "./invoke.ts";
import { listen, stopListening } from "./listen.ts";
import { callerOf } from "./s3/caller.ts";

/** One request of the SDK, read. */
export interface ApiRequest {
  readonly caller: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface AwsApi {
  readonly url: string;
  close(): Promise<void>;
}

/** What the calls act on. */
export interface ApiParts {
  readonly gate: CallGate;
  readonly invocations: Invocations;
  /** By id. */
  readonly distributions: ReadonlyMap<string, { purge(paths: readonly string[]): void }>;
}

/** Starts Lambda's Invoke and CloudFront's CreateInvalidation on loopback; anything else is answered with 501. */
export async function startAwsApi(parts: ApiParts): Promise<AwsApi> {
  const server = createServer((request, response) => {
    answered(parts, request).then(
      (answer) => send(response, answer),
      (error: unknown) => {
        console.error(`AWS at home: ${request.method} ${request.url} failed.`, error);
        send(response, { status: 500, body: String(error) });
      },
    );
  });
  // Longer than a client lets a connection rest: else it now and then sends on one that has just been closed.
  server.keepAliveTimeout = 60_000;
  server.requestTimeout = 0;
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}`, close: () => stopListening(server) };
}

async function answered(parts: ApiParts, request: IncomingMessage): Promise<ApiAnswer> {
  const [path = ""] = (request.url ?? "").split("?");
  const read: ApiRequest = {
    caller: callerOf(request.headers.authorization, new URLSearchParams()) ?? "unknown",
    path,
    headers: request.headers,
    body: (await buffer(request)).toString(),
  };
  const answer =
    request.method === "POST"
      ? ((await answerInvoke(parts, read)) ?? (await answerInvalidation(parts, read)))
      : undefined;
  return (
    answer ?? {
      status: 501,
      headers: { "x-amzn-errortype": "NotImplemented" },
      body: JSON.stringify({
        message: `${request.method} ${path} is not implemented at home (${home.region}).`,
      }),
    }
  );
}

function send(response: ServerResponse, { status, headers, body }: ApiAnswer): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
}

/** Status, code and message of a refusal; what is not one is thrown on. */
export function refusalIn(error: unknown): { status: number; code: string; message: string } {
  if (!(error instanceof Error) || !("status" in error) || !("code" in error)) throw error;
  return { status: Number(error.status), code: String(error.code), message: error.message };
}
