import { answerApi } from "../site/api/answer.ts";
import type { ApiAnswer, ApiRequest } from "../site/api/answer.ts";
import { indexLibrary } from "./index-library.ts";
import type { Ledger, Rows } from "./ports.ts";

export interface QueryPorts {
  readonly rows: Rows;
  readonly ledger: Pick<Ledger, "read">;
}

/**
 * Answers a question to the API as of the instant that the site is of, or is being brought to: pages are there before
 * the last of their pictures are, and the API goes by the pages. What is due a moment later is not known to it yet.
 *
 * @returns  undefined before anything was published
 */
export async function answerQuery(
  { rows, ledger }: QueryPorts,
  request: ApiRequest,
): Promise<ApiAnswer | undefined> {
  const { live, underway } = await ledger.read();
  const instant = underway?.target.instant ?? live?.instant;
  if (instant === undefined) return undefined;
  const library = indexLibrary(rows, noTexts, instant);
  // A first publication that has only begun has no newsroom in the index yet.
  if (live === undefined && (await library.indexed("newsroom", "newsroom")) === undefined) return undefined;
  return answerApi(library, request);
}

/** The API gives the addresses of texts, and so needs no leave to read any. */
const noTexts = {
  bytes: () => Promise.reject(new Error("The API reads no sources.")),
};
