/// <reference lib="dom" />
import type { EditorWords } from "../editor-words.ts";
import { addressForRepository, forEditor, forRepository } from "../release-paths.ts";
import { tidyActions, tidyChange } from "../tidy-change.ts";
import type { Action, Addition } from "../tidy-change.ts";

type Fetch = typeof fetch;

/** What a window of the editor knows besides. */
export interface Session {
  /** Of whoever signed in last, in this window or in another. */
  token(): string | undefined;
  readonly words: Pick<EditorWords, "noConnection" | "signedOut">;
}

/**
 * What the editor reaches the world through. It reaches its own origin and the repository's, and nothing else: what
 * Sveltia CMS would ask for besides (new versions, the state of a provider) is not asked. On the way to the repository
 * paths and changes are put right; what keeps it from being reached is said so that a writer can do something about it.
 */
export function guardedFetch(real: Fetch, here: string, repository: string, session: Session): Fetch {
  const root = new URL(repository, here);
  const allowed = new Set([new URL(here).origin, root.origin]);
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, here);
    if (url.protocol !== "blob:" && !allowed.has(url.origin)) {
      throw new TypeError(`${url.origin} is not asked for anything here.`);
    }
    if (!url.href.startsWith(root.href)) return real(input, init);
    const answer = await asked(real, new URL(addressForRepository(url.href)), init, session);
    if (answer.headers.get("content-type")?.startsWith("application/json") !== true) return answer;
    const { status, headers } = answer;
    if (status === 401) return Response.json({ message: session.words.signedOut }, { status });
    return new Response(forEditor(await answer.text()), { status, headers });
  };
}

/** Whoever signed in again in another window is signed in here too. */
async function asked(
  real: Fetch,
  url: URL,
  init: RequestInit | undefined,
  session: Session,
): Promise<Response> {
  const body = typeof init?.body === "string" ? { body: changed(forRepository(init.body)) } : {};
  const headers = new Headers(init?.headers);
  try {
    const answer = await real(url, { ...init, ...body, headers });
    const [scheme = ""] = (headers.get("authorization") ?? "").split(" ");
    const newest = `${scheme} ${session.token()}`;
    if (answer.status !== 401 || headers.get("authorization") === newest) return answer;
    headers.set("authorization", newest);
    return await real(url, { ...init, ...body, headers });
  } catch (error) {
    throw new TypeError(session.words.noConnection, { cause: error });
  }
}

/** GitHub's, or GitLab's, which has the files of a commit as actions. */
interface Question {
  readonly actions?: readonly Action[];
  readonly query: string;
  readonly variables?: {
    readonly input?: { readonly fileChanges?: { readonly additions?: readonly Addition[] } };
  };
}

/** The question as it is sent: where it is a commit, with its files tidied, and asking after them by their new names. */
function changed(body: string): string {
  const question = JSON.parse(body) as Question;
  if (question.actions !== undefined)
    return JSON.stringify({ ...question, actions: tidyActions(question.actions) });
  const input = question.variables?.input;
  const before = input?.fileChanges?.additions;
  if (input === undefined || before === undefined) return body;
  const additions = tidyChange(before);
  const query = before.reduce(
    (text, { path }, index) =>
      text.replaceAll(JSON.stringify(path), () => JSON.stringify(additions[index]?.path)),
    question.query,
  );
  const fileChanges = { ...input.fileChanges, additions };
  return JSON.stringify({
    ...question,
    query,
    variables: { ...question.variables, input: { ...input, fileChanges } },
  });
}
