import { createServer } from "node:http";
import type { ServerResponse } from "node:http";
import { asInstant } from "../content/instant.ts";
import { formatProblem } from "../content/format-problem.ts";
import type { Problem } from "../content/problem.ts";
import { publish } from "../pipeline/publish.ts";
import { keyOfPath, notFoundKey } from "../site/paths.ts";
import type { SiteObject } from "../site/site-object.ts";
import { html, render } from "../../templates/html.ts";
import type { Checkout } from "./checkout.ts";
import { rememberedListings } from "./remembered-listings.ts";
import { heldInFolder, inProcessPorts } from "./in-process.ts";
import { listen, stopListening } from "./listen.ts";

/** What would be live if everything in the folder were committed now. */
export interface Preview {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the working tree, saved but not committed changes included. It runs the same story as the press room, into
 * memory; each request first looks whether anything was saved. For this machine only: nothing is cached.
 */
export async function startPreview(options: {
  readonly workingTree: Checkout;
  readonly heldFolder: string;
  readonly port: number;
}): Promise<Preview> {
  const site = new Map<string, SiteObject>();
  const held = heldInFolder(options.heldFolder);
  const ports = inProcessPorts(
    options.workingTree,
    {
      put: (object) => Promise.resolve(void site.set(object.key, object)),
      delete: (keys) => Promise.resolve(keys.forEach((key) => site.delete(key))),
    },
    options.heldFolder,
    () => asInstant(Date.now()),
  );
  const listings = rememberedListings((tree) => options.workingTree.listing(tree));
  let problems: readonly Problem[] = [];
  let lastTree = "";
  let looking: Promise<void> = Promise.resolve();

  const lookNow = async (): Promise<void> => {
    const { tree } = await options.workingTree.head();
    const head = { commit: tree, tree, forced: true }; // a draft is corrected as often as its author likes
    const sources = {
      ...options.workingTree,
      head: () => Promise.resolve(head),
      listing: (at: string) => listings.of(at),
    };
    const last = (await publish({ ...ports, sources })).at(-1);
    if (last !== undefined) {
      problems = last.problems;
      if (problems.length === 0) listings.forgetAllBut(tree);
    } else if (tree !== lastTree) problems = []; // back to what was right
    lastTree = tree;
  };
  /** One look at a time: a request that comes meanwhile waits for the next. */
  const look = (): Promise<void> => {
    looking = looking.then(lookNow, lookNow);
    return looking;
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    answer(path, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500, { "content-type": "text/plain; charset=utf-8" }).end(String(error));
    });
  });
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    await look();
    if (problems.length > 0) {
      send(response, 422, "text/html; charset=utf-8", problemPage(problems));
      return;
    }
    const found = site.get(keyOfPath(path));
    const object = found ?? site.get(notFoundKey);
    if (object === undefined) {
      send(response, 404, "text/plain; charset=utf-8", "Not found");
      return;
    }
    const { body } = object;
    const bytes = "text" in body ? body.text : await held.read(body.heldKey);
    send(response, found === undefined ? 404 : 200, object.contentType, bytes);
  };
  const port = await listen(server, options.port);
  return { url: `http://localhost:${port}/`, close: () => stopListening(server) };
}

function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Uint8Array,
): void {
  response.writeHead(status, { "content-type": contentType, "cache-control": "no-store" }).end(body);
}

function problemPage(problems: readonly Problem[]): string {
  return render(html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${problems.length} to mend</title>
      <h1>${problems.length} to mend before this can be published</h1>
      ${problems.map((problem) => html`<pre>${formatProblem(problem)}</pre>`)}
    </html>`);
}
