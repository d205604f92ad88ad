import type { IncomingMessage, ServerResponse } from "node:http";
import { answerViewer } from "./answer-viewer.ts";
import { createEdgeCache, lifetimeOf, type Kept } from "./edge-cache.ts";
import {
  loadEdgeAnswerFunction,
  loadEdgeFunction,
  type EdgeAnswerFunction,
  type EdgeFunction,
  type EdgeVerdict,
} from "./edge-function.ts";
import { createOrigin, type OriginAnswer } from "./origin.ts";
import type { Behaviour, Distribution } from "./read-distribution.ts";
import { isSigned } from "./signed-url.ts";

export interface Cdn {
  answer(request: IncomingMessage, response: ServerResponse): void;
  /** @param paths  exact, or with `*` at the end */
  purge(paths: readonly string[]): void;
  close(): void;
}

/** 10 s: for how long CloudFront keeps an error that the distribution says nothing of. */
const errorLifetime = 10;

/** What CloudFront says where an address wants a signature and has none that holds. */
const unsigned: OriginAnswer = { status: 403, headers: {}, body: Buffer.from("Access denied") };

/** Asks a function by its address, as the distribution. */
export type CallFunction = (
  distribution: string,
  functionArn: string,
  asked: { readonly path: string; readonly query: string },
) => Promise<OriginAnswer>;

/** Does what CloudFront does between a viewer and its origins, on this machine. */
export function createCdn(
  distribution: Distribution,
  s3Url: string,
  callFunction: CallFunction,
  log: (text: string) => void = (text) => console.log(`${new Date().toISOString()}  ${text}`),
): Cdn {
  const cache = createEdgeCache();
  const origin = createOrigin(s3Url, distribution.id);
  const edges = new Map<Behaviour, EdgeFunction>();
  const answering = new Map<Behaviour, EdgeAnswerFunction>();
  for (const behaviour of distribution.behaviours) {
    const { request, response } = behaviour.edgeCode;
    if (request !== undefined) edges.set(behaviour, loadEdgeFunction(request, distribution.name, log));
    if (response !== undefined)
      answering.set(behaviour, loadEdgeAnswerFunction(response, distribution.name, log));
  }

  function behaviourFor(path: string): Behaviour {
    const behaviour = distribution.behaviours.find(({ pattern }) => pattern.test(path));
    if (behaviour === undefined) throw new Error(`No behaviour of the distribution takes ${path}.`);
    return behaviour;
  }

  function look(behaviour: Behaviour, path: string, query: string) {
    const passed = queryPassed(query, behaviour.queryNames);
    const { origin: from } = behaviour;
    const key = `${path}?${passed} ${from.type === "bucket" ? from.bucket : from.arn}`;
    return cache.get(path, key, () => fetchKept(behaviour, path, passed));
  }

  async function fetchFrom({ origin: from }: Behaviour, path: string, query: string): Promise<OriginAnswer> {
    if (from.type === "function") return callFunction(distribution.id, from.arn, { path, query });
    // A bucket's own address is its listing, which no viewer is to have.
    if (path === "/") return { status: 403, headers: {}, body: Buffer.from("Access denied") };
    return origin.get(from.bucket, `${from.path}${path}`);
  }

  async function fetchKept(behaviour: Behaviour, path: string, query: string): Promise<Kept> {
    const asked = path === "/" ? `/${distribution.defaultRootObject}` : path;
    const found = await fetchFrom(behaviour, asked, query);
    if (found.status < 400) {
      return keptAs(found, lifetimeOf(found.headers["cache-control"], behaviour.lifetimes));
    }
    return errorKept(found, path);
  }

  /** What went wrong, as the distribution has it shown. */
  async function errorKept(found: OriginAnswer, path: string): Promise<Kept> {
    const page = distribution.errorPages.get(found.status);
    const lifetime = page?.lifetime ?? errorLifetime;
    if (page?.path === undefined || page.path === path) return keptAs(found, lifetime);
    const { kept } = await look(behaviourFor(page.path), page.path, "");
    // An error page that is not there itself must not hide what was wrong.
    if (kept.status >= 400) return keptAs(found, lifetime);
    return { ...kept, status: page.status, storedAt: Date.now(), lifetime };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? "/";
    const queryAt = target.indexOf("?");
    const path = queryAt === -1 ? target : target.slice(0, queryAt);
    const query = queryAt === -1 ? "" : target.slice(queryAt + 1);
    const method = request.method ?? "";
    const behaviour = behaviourFor(path);
    if (!path.startsWith("/")) return plainly(response, 400, "Bad request");
    if (!behaviour.methods.includes(method)) {
      return plainly(response, 403, "This distribution is not configured to allow this method.");
    }
    const asked = edgeRequestOf(request, path, query);
    const verdict = await edges.get(behaviour)?.(asked);
    if (verdict?.kind === "answer") return answerFromEdge(response, method, verdict);
    if (method !== "GET" && method !== "HEAD") {
      return plainly(response, 405, "Only GET and HEAD reach the origins.");
    }
    const uri = verdict?.uri ?? path;
    if (behaviour.signers !== undefined) {
      const address = `http://${request.headers.host ?? ""}${path}`;
      if (!isSigned(address, query, behaviour.signers, Date.now())) {
        const kept = await errorKept(unsigned, path);
        return answerViewer(request, response, behaviour, { kept, hit: false });
      }
    }
    const { kept, hit } = await look(behaviour, uri, query);
    const answer = answering.get(behaviour);
    // As at the edge: what went wrong at the origin is not shown to the function.
    const changed = kept.status < 400 ? await answer?.({ ...asked, uri }, kept) : undefined;
    await answerViewer(request, response, behaviour, { kept: { ...kept, ...changed }, hit });
  }

  return {
    answer(request, response) {
      serve(request, response).catch((error: unknown) => {
        console.error(`The site at home: ${request.method} ${request.url} failed.`, error);
        if (response.headersSent) response.destroy();
        else plainly(response, 502, "The edge function or the origin failed; the terminal says how.");
      });
    },
    purge: (paths) => cache.purge(paths),
    close: () => origin.close(),
  };
}

/** Only what the behaviour knows of, in the order of its names: another order is no other question. */
function queryPassed(query: string, names: Behaviour["queryNames"]): string {
  if (names === "all") return query;
  const parameters = query.split("&").filter((one) => names.includes(one.split("=", 1)[0] ?? ""));
  return parameters.toSorted().join("&");
}

function keptAs({ status, headers, body }: OriginAnswer, lifetime: number): Kept {
  return { status, headers, body, encoded: new Map(), storedAt: Date.now(), lifetime };
}

function edgeRequestOf(request: IncomingMessage, uri: string, query: string) {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value] as const],
  );
  return {
    method: request.method ?? "",
    uri,
    query,
    headers: Object.fromEntries(headers),
    ip: request.socket.remoteAddress ?? "",
  };
}

function answerFromEdge(
  response: ServerResponse,
  method: string,
  { status, headers, body }: Extract<EdgeVerdict, { kind: "answer" }>,
): void {
  const size = Buffer.byteLength(body);
  response.writeHead(status, {
    ...headers,
    "content-length": size,
    "x-cache": "FunctionGeneratedResponse from cloudfront",
  });
  response.end(method === "HEAD" ? undefined : body);
}

function plainly(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}
