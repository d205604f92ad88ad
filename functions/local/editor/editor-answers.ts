import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locale } from "../../content/locale.ts";
import { editorConfig } from "../../editor/editor-config.ts";
import { editorFileOf } from "../../editor/editor-files.ts";
import { editorPage } from "../../editor/editor-page.ts";
import { editorPolicy } from "../../editor/editor-policy.ts";
import type { Answer } from "../preview/preview-answers.ts";
import { answerGitHub, homeRepository } from "./answer-github.ts";
import { bundleEditor, editorFolder } from "./bundle-editor.ts";
import type { ContentRepository } from "./content-repository.ts";

/** Where the editor lies, and below it the repository as GitHub would answer for it. */
export const editorPath = "/admin/";
const apiPath = `${editorPath}api`;

/** The largest original that the check takes. */
const largestPhoto = 100_000_000;

/**
 * Answers for the editor at home. Its files are bundled when they are first asked for.
 *
 * @param prefix    where the content lies in the repository
 * @param site      where the press room answers
 * @param language  of those who write, as the newsroom says it at that moment
 */
export function editorAnswers(options: {
  readonly repository: ContentRepository;
  readonly prefix: string;
  readonly site: string;
  readonly language: () => Locale;
}): (request: IncomingMessage, url: URL) => Promise<Answer> {
  const { repository, prefix, site, language } = options;
  /** Another one at each start: who has it was given the page by this start. */
  const token = randomBytes(24).toString("base64url");
  let bundled: Promise<void> | undefined;
  const headers = { "content-security-policy": editorPolicy([]) };

  const configAnswer = async (locale: Locale): Promise<Answer> => {
    const { name, email } = await repository.author();
    const config = editorConfig({
      backend: { name: "github", repo: homeRepository, branch: await repository.branch(), api_root: apiPath },
      content: prefix,
      largest: largestPhoto,
      locale,
      site,
    });
    const user = { backendName: "github", token, id: 1, login: "home", name, email };
    return {
      status: 200,
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ config, user }),
    };
  };

  return async (request, url) => {
    const [, api] = /^\/admin\/api\/(?:v3|graphql(?=$))(.*)$/.exec(url.pathname) ?? [];
    if (api !== undefined)
      return answerGitHub(repository, token, request, api === "" ? "/graphql" : api, language());
    if (request.method !== "GET" && request.method !== "HEAD") return notFound;
    if (url.pathname === editorPath)
      return {
        status: 200,
        headers: { ...headers, "content-type": "text/html; charset=utf-8" },
        body: editorPage(),
      };
    const [, locale] = /^\/admin\/config\.(da|en)\.json$/.exec(url.pathname) ?? [];
    if (locale !== undefined) return configAnswer(locale as Locale);
    bundled ??= bundleEditor();
    await bundled;
    return fileAnswer(url.pathname, headers);
  };
}

const notFound: Answer = {
  status: 404,
  headers: { "content-type": "text/plain; charset=utf-8" },
  body: "Not found",
};

async function fileAnswer(path: string, headers: Answer["headers"]): Promise<Answer> {
  const found = editorFileOf(path);
  if (found === undefined) return notFound;
  try {
    const body = await readFile(join(editorFolder, found.file));
    return { status: 200, headers: { ...headers, "content-type": found.contentType }, body };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return notFound;
    throw error;
  }
}
