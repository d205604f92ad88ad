import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Locale, Localised } from "../../content/locale.ts";
import type { Answer } from "../preview/preview-answers.ts";
import type { ContentRepository } from "./content-repository.ts";
import { answerGraphQl } from "./github-schema.ts";

/** The repository's name for the editor: at home there is one, and nobody asks which. */
export const homeRepository = "home/newsroom";

/** A photo of a hundred megabytes in Base64, with room for the rest. */
const largestRequest = 150_000_000;
const tooLarge: Localised = {
  da: "Filen er større end 100 MB. Din tekst er her endnu: eksportér fotoet i en mindre udgave, og gem så igen.",
  en: "The file is larger than 100 MB. Your text is still here: export the photo smaller, then save again.",
};

/**
 * Answers what the editor asks of GitHub, out of the repository on this machine. So the editor is the same at home and in
 * the cloud, and what is tried here is what runs there.
 *
 * @param path      below the API's root: "/user"
 * @param token     what the editor's page was given at this start; without it nothing is told
 * @param language  of those who write, in which they are told why something was not saved
 */
export async function answerGitHub(
  repository: ContentRepository,
  token: string,
  request: IncomingMessage,
  path: string,
  language: Locale,
): Promise<Answer> {
  if (!isToken(request.headers.authorization, token)) return json(401, { message: "Bad credentials" });
  const [, tree] = /^\/repos\/home\/newsroom\/git\/trees\/([^/?]+)$/.exec(path) ?? [];
  const [, blob] = /^\/repos\/home\/newsroom\/git\/blobs\/([0-9a-f]+)$/.exec(path) ?? [];
  if (request.method === "POST" && path === "/graphql") {
    const body = await bodyOf(request);
    return body === undefined
      ? json(413, { message: tooLarge[language] })
      : json(200, await answerGraphQl(repository, body, language));
  }
  if (request.method !== "GET") return json(405, { message: "Method not allowed" });
  if (path === "/user") {
    const { name, email } = await repository.author();
    return json(200, { id: 1, login: "home", name, email, avatar_url: "", html_url: "" });
  }
  if (path.startsWith(`/repos/${homeRepository}/collaborators/`))
    return { status: 204, headers: {}, body: "" };
  if (tree !== undefined) {
    const files = await repository.files(tree === (await repository.branch()) ? "HEAD" : tree);
    return json(200, {
      sha: tree,
      truncated: false,
      tree: files.map(({ path, object, size }) => ({
        path,
        type: "blob",
        mode: "100644",
        sha: object,
        size,
      })),
    });
  }
  if (blob !== undefined)
    return {
      status: 200,
      headers: { "content-type": "application/octet-stream" },
      body: await repository.blob(blob),
    };
  return json(404, { message: "Not Found" });
}

function isToken(header: string | undefined, token: string): boolean {
  const [given, wanted] = [Buffer.from(header ?? ""), Buffer.from(`token ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function json(status: number, value: object): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(value),
  };
}

async function bodyOf(
  request: IncomingMessage,
): Promise<{ query: string; variables?: Record<string, unknown> } | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += (piece as Buffer).length;
    if (size <= largestRequest) pieces.push(piece as Buffer); // read to its end all the same, or the answer is never seen
  }
  return size > largestRequest
    ? undefined
    : (JSON.parse(Buffer.concat(pieces).toString("utf-8")) as { query: string });
}
