import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { SSMClient } from "@aws-sdk/client-ssm";
import { environmentHas, readEnvironment } from "../aws/environment.ts";
import { gitHubTokens } from "../aws/github-tokens.ts";
import { editorConfig } from "../editor/editor-config.ts";
import { editorFileOf } from "../editor/editor-files.ts";
import { editorPage } from "../editor/editor-page.ts";
import { editorPolicy } from "../editor/editor-policy.ts";
import { atGitHub, atGitLab } from "../editor/repository-host.ts";
import { callbackPath, signedInScript, signIn } from "../editor/sign-in.ts";

const environment = readEnvironment("editorRepository", "editorBranch", "editorClientId");
const { editorRepository: repository, editorBranch: branch, editorClientId: clientId } = environment;
const isAtGitLab = environmentHas("editorGitLab");
const host = isAtGitLab
  ? atGitLab({
      repository,
      branch,
      applicationId: clientId,
      url: readEnvironment("editorGitLab").editorGitLab,
    })
  : atGitHub({ repository, branch });
/** With GitLab writers sign in without us. */
const signInPorts = isAtGitLab
  ? undefined
  : {
      clientId,
      exchange: gitHubTokens(new SSMClient({}), clientId, readEnvironment("editorSecret").editorSecret),
      random: () => randomBytes(24).toString("base64url"),
    };

/** An answer of ours stands alone: nothing of the readers' policy applies to it. */
const everywhere = {
  "content-security-policy": editorPolicy([host.origin]),
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  // The window that signs in goes elsewhere and comes back, and has to know who opened it.
  "cross-origin-opener-policy": host.opener,
};

/** The editor in the cloud: its files, its configuration, and, where writers sign in with GitHub, its half of that. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const path = event.rawPath;
  const query = event.queryStringParameters ?? {};
  const signedIn = signInPorts && (await signIn({ path, query, cookies: event.cookies ?? [] }, signInPorts));
  if (signedIn !== undefined) {
    const { status, headers, cookies, body } = signedIn;
    const opener = path === callbackPath ? { "cross-origin-opener-policy": "unsafe-none" } : {};
    return {
      statusCode: status,
      headers: { ...everywhere, ...opener, ...headers },
      cookies: [...cookies],
      body,
    };
  }
  if (path === "/admin/") return answer(editorPage(), "text/html; charset=utf-8", "no-cache");
  if (signInPorts !== undefined && path === "/admin/signed-in.js")
    return answer(signedInScript, "text/javascript; charset=utf-8", "no-cache");
  const locale = /^\/admin\/config\.(da|en)\.json$/.exec(path)?.[1];
  if (locale !== undefined)
    return answer(
      JSON.stringify({ config: configIn(locale as "da" | "en") }),
      "application/json",
      "no-cache",
    );
  return fileAnswer(path);
}

function configIn(locale: "da" | "en") {
  return editorConfig({
    backend: host.backend,
    content: "content/",
    largest: host.largest,
    locale,
    site: "/",
  });
}

function answer(body: string, contentType: string, caching: string): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: 200,
    headers: { ...everywhere, "content-type": contentType, "cache-control": caching },
    body,
  };
}

async function fileAnswer(path: string): Promise<APIGatewayProxyStructuredResultV2> {
  const found = editorFileOf(path);
  const bytes = found === undefined ? undefined : await bytesOf(found.file);
  if (found === undefined || bytes === undefined)
    return { statusCode: 404, headers: { ...everywhere, "content-type": "text/plain" }, body: "Not found" };
  const headers = {
    ...everywhere,
    "content-type": found.contentType,
    "cache-control": "public, max-age=300",
  };
  return { statusCode: 200, headers, body: bytes.toString("base64"), isBase64Encoded: true };
}

async function bytesOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(fileURLToPath(new URL(`editor/${file}`, import.meta.url)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
