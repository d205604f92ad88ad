import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloudBundleFolder, editorFunction, environmentNames } from "../../functions/contract.ts";
import { bundleEditorFunction } from "../../functions/local/bundle-functions.ts";
import { listen, stopListening } from "../../functions/local/listen.ts";
import { startBrowser } from "../support/browser.ts";

const applicationId = "0123456789abcdef".repeat(4);
const token = "glpat-of-ane";

/** What a GitLab does when somebody signs in: it gives a code, and a token to who proves that the code was asked for by them. */
function gitLab(said: string[]) {
  const codes = new Map<string, { readonly challenge: string; readonly callback: string }>();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://gitlab");
    const asked = (name: string) => url.searchParams.get(name) ?? "";
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "*");
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    if (url.pathname === "/oauth/authorize") {
      said.push(`${asked("client_id")} wants ${asked("scope")} by ${asked("code_challenge_method")}`);
      const code = randomBytes(8).toString("hex");
      codes.set(code, { challenge: asked("code_challenge"), callback: asked("redirect_uri") });
      const back = `${asked("redirect_uri")}?${new URLSearchParams({ code, state: asked("state") })}`;
      return void response.writeHead(302, { location: back }).end();
    }
    if (url.pathname === "/oauth/token") {
      let text = "";
      for await (const piece of request) text += String(piece);
      const { code = "", code_verifier = "", client_secret } = JSON.parse(text) as Record<string, string>;
      const proof = createHash("sha256").update(code_verifier).digest("base64url");
      const isProved = code_verifier !== "" && proof === codes.get(code)?.challenge;
      said.push(`${isProved ? "proved" : "not proved"}, ${client_secret === undefined ? "no" : "a"} secret`);
      const answer = isProved ? { access_token: token, refresh_token: "again" } : { error: "invalid_grant" };
      return json(response, answer, isProved ? 200 : 400);
    }
    if (request.headers.authorization !== `Bearer ${token}`) return json(response, { message: "401" }, 401);
    if (url.pathname === "/api/v4/user") {
      said.push("who is that");
      return json(response, { id: 1, username: "ane", name: "Ane Åkjær", email: "ane@kommunen.example" });
    }
    return json(response, { message: "404" }, 404);
  };
}

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** The function as it is deployed, behind a server that asks it as CloudFront does. */
async function deployed(environment: Readonly<Record<string, string>>) {
  Object.assign(process.env, environment);
  await bundleEditorFunction();
  const file = pathToFileURL(join(cloudBundleFolder, editorFunction, "index.mjs")).href;
  const { handler } = (await import(`${file}?${Date.now()}`)) as {
    handler: (event: Partial<APIGatewayProxyEventV2>) => Promise<APIGatewayProxyStructuredResultV2>;
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://presse");
    const query = Object.fromEntries(url.searchParams);
    const { statusCode, headers, body, isBase64Encoded } = await handler({
      rawPath: url.pathname,
      queryStringParameters: query,
    });
    response
      .writeHead(statusCode ?? 200, headers as Record<string, string>)
      .end(Buffer.from(body ?? "", isBase64Encoded === true ? "base64" : "utf-8"));
  };
}

describe("the editor in the cloud of a newsroom at GitLab", () => {
  const said: string[] = [];
  const servers: Server[] = [];
  let browser: Browser;
  let address: string;
  let gitLabAddress: string;

  const serve = async (answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
    const server = createServer((request, response) => void answer(request, response));
    servers.push(server);
    return `http://localhost:${await listen(server, 0)}`;
  };
  beforeAll(async () => {
    gitLabAddress = await serve(gitLab(said));
    const editor = await deployed({
      [environmentNames.editorRepository]: "kommunen/presse/newsroom",
      [environmentNames.editorBranch]: "main",
      [environmentNames.editorClientId]: applicationId,
      [environmentNames.editorGitLab]: gitLabAddress,
    });
    address = `${await serve(editor)}/admin/`;
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    for (const server of servers) await stopListening(server);
  });

  const open = async (): Promise<Page> => {
    const page = await (await browser.newContext({ locale: "da-DK" })).newPage();
    await page.goto(address);
    return page;
  };

  it("may ask that GitLab and nobody else, and has no sign-in of its own", async () => {
    const answer = await fetch(address);
    const policy = answer.headers.get("content-security-policy");
    expect(policy).toContain(`connect-src 'self' blob: data: ${gitLabAddress};`);
    expect(policy).not.toContain("github");
    for (const path of ["auth", "callback", "signed-in.js"])
      expect((await fetch(address + path)).status).toBe(404);
  });

  it("signs a writer in with a proof instead of a secret, in Chromium", async () => {
    const page = await open();
    await page.getByRole("button", { name: /^Log ind med \W?GitLab/ }).click();
    await expect.poll(() => said, { timeout: 20_000 }).toContain("who is that");
    expect(said.slice(0, 3)).toEqual([
      `${applicationId} wants api by S256`,
      "proved, no secret",
      "who is that",
    ]);
  });
});
