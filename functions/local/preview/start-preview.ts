import { buffer } from "node:stream/consumers";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { asInstant } from "../../content/instant.ts";
import type { Checkout } from "../checkout.ts";
import { heldInFolder } from "../in-process.ts";
import { bytesOf } from "../site-folder.ts";
import { openKeptReadings } from "../kept-readings.ts";
import { listenAsSite } from "../listen-as-site.ts";
import { editorPath } from "../editor/editor-answers.ts";
import { fromThisMachine } from "./from-this-machine.ts";
import { draftRoom } from "./draft-room.ts";
import type { Draft } from "./draft-room.ts";
import { previewAnswers } from "./preview-answers.ts";
import type { Answer } from "./preview-answers.ts";
import { own } from "./toolbar.ts";
import { watchFolder } from "./watch-folder.ts";
import { workingTree } from "./working-tree.ts";

/** What would be live if everything in the folder were committed now. */
export interface Preview {
  readonly url: string;
  close(): Promise<void>;
}

/** An editor writes a file in several steps; they are one change. */
const settling = 20;
/** How soon a commit, or an hour that has come, is seen by a window that is open. */
const lookEvery = 1_000;

/**
 * Serves the working tree, saved but not committed changes included, and tells the windows that are open when there is
 * something new to see. For this machine only.
 *
 * @param live  where what is public can be asked for: "http://localhost:8080"
 */
export async function startPreview(options: {
  /** The content folder, absolute. */
  readonly folder: string;
  /** What is committed; undefined where there is no history. */
  readonly committed: Checkout | undefined;
  readonly live: string;
  readonly heldFolder: string;
  readonly port: number;
  /** Answers for what lies below `editorPath`; absent where there is no history to commit to. */
  readonly editor?: (request: IncomingMessage, url: URL) => Promise<Answer>;
}): Promise<Preview> {
  const saved = workingTree(options.folder);
  const room = draftRoom({
    ...options,
    saved,
    now: () => asInstant(Date.now()),
    readings: () => openKeptReadings(join(options.heldFolder, "readings.json")),
  });
  const held = heldInFolder(options.heldFolder);
  const windows = new Set<ServerResponse>();

  let told = 0;
  const tell = ({ version }: Draft): void => {
    if (version === told) return;
    told = version;
    for (const one of windows) one.write(`data: ${version}\n\n`);
  };
  const look = async (): Promise<Draft> => {
    const draft = await room.look();
    tell(draft);
    return draft;
  };
  const lookUnasked = (): void => {
    if (windows.size > 0)
      look().catch((error: unknown) => console.error("The preview cannot be brought up to date.", error));
  };
  let settled: NodeJS.Timeout | undefined;
  const watch = watchFolder(options.folder, (path) => {
    saved.touch(path);
    clearTimeout(settled);
    settled = setTimeout(lookUnasked, settling);
  });
  const clock = setInterval(lookUnasked, lookEvery);

  const answers = previewAnswers({
    look,
    copied: (body, sources) => buffer(bytesOf(body, held, sources)),
    textOf: (file) => textIn(join(options.folder, file)),
    live: (path) => liveAnswer(options.live + path),
    hasHistory: options.committed !== undefined,
    ...(options.editor === undefined ? {} : { editor: editorPath }),
  });
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    if (!fromThisMachine(request))
      return {
        status: 403,
        headers: { "content-type": "text/plain; charset=utf-8" },
        body: "Only for pages of this preview.",
      };
    const url = new URL(request.url ?? "/", "http://localhost");
    if (options.editor !== undefined && url.pathname.startsWith(editorPath))
      return options.editor(request, url);
    await nextTurn(); // what was saved before the request has been told by then
    if (request.method === "POST" && url.pathname === `${own}view`)
      return answers.choose(await formIn(request));
    return answers.get(url);
  };
  const site = await listenAsSite((request, response) => {
    if (request.url === `${own}events` && fromThisMachine(request))
      return openWindow(response, windows, told);
    answer(request).then(
      (it) => send(response, it),
      (error: unknown) => {
        console.error(error);
        send(response, {
          status: 500,
          headers: { "content-type": "text/plain; charset=utf-8" },
          body: String(error),
        });
      },
    );
  }, options.port);
  return {
    url: `http://localhost:${site.port}/`,
    async close() {
      clearInterval(clock);
      clearTimeout(settled);
      watch.close();
      for (const one of windows) one.end();
      await site.close();
    },
  };
}

/** An event for each change, and one at once: the page may be older than the connection. */
function openWindow(response: ServerResponse, windows: Set<ServerResponse>, version: number): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(`retry: 1000\ndata: ${version}\n\n`);
  windows.add(response);
  response.once("close", () => windows.delete(response));
}

/** As strict as what readers get, with the preview's own script, its connection and its frames besides. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "media-src 'self'",
  "style-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join("; ");

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response
    .writeHead(status, {
      "cache-control": "no-store",
      "content-security-policy": contentSecurityPolicy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      ...headers,
    })
    .end(body);
}

async function liveAnswer(url: string): Promise<Answer> {
  const answer = await fetch(url, { redirect: "manual" });
  const type = answer.headers.get("content-type") ?? "application/octet-stream";
  const location = answer.headers.get("location");
  return {
    status: answer.status,
    headers: { "content-type": type, ...(location === null ? {} : { location }) },
    body: type.startsWith("text/html") ? await answer.text() : new Uint8Array(await answer.arrayBuffer()),
  };
}

async function textIn(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf-8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function formIn(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const piece of request) text += String(piece);
  return new URLSearchParams(text);
}
