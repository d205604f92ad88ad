/// <reference lib="dom" />
import { forEditor, forRepository } from "../release-paths.ts";
import { tidyChange } from "../tidy-change.ts";
import type { Addition } from "../tidy-change.ts";

type Fetch = typeof fetch;

/**
 * What the editor reaches the world through. It reaches its own origin and the repository's, and nothing else: what
 * Sveltia CMS would ask for besides (new versions, the state of a provider) is not asked. On the way to the repository
 * paths and changes are put right.
 */
export function guardedFetch(real: Fetch, here: string, repository: string): Fetch {
  const allowed = new Set([new URL(here).origin, new URL(repository, here).origin]);
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, here);
    if (url.protocol !== "blob:" && !allowed.has(url.origin))
      throw new TypeError(`${url.origin} is not asked for anything here.`);
    if (!url.href.startsWith(new URL(repository, here).href)) return real(input, init);
    const body = typeof init?.body === "string" ? { body: changed(forRepository(init.body)) } : {};
    const answer = await real(input, { ...init, ...body });
    if (answer.headers.get("content-type")?.startsWith("application/json") !== true) return answer;
    return new Response(forEditor(await answer.text()), { status: answer.status, headers: answer.headers });
  };
}

interface Question {
  readonly query: string;
  readonly variables?: {
    readonly input?: { readonly fileChanges?: { readonly additions?: readonly Addition[] } };
  };
}

/** The question as it is sent: where it is a commit, with its files tidied, and asking after them by their new names. */
function changed(body: string): string {
  const question = JSON.parse(body) as Question;
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
