import { answerApi } from "../site/api/answer.ts";
import type { ApiAnswer, ApiRequest } from "../site/api/answer.ts";
import { nothingPublished } from "../site/api/problem.ts";
import { indexHeadlines } from "./index-headlines.ts";
import type { Ledger, Rows } from "./ports.ts";
import { readOnce } from "./read-once.ts";

export interface QueryPorts {
  readonly rows: Rows;
  readonly ledger: Pick<Ledger, "read">;
}

/**
 * Answers a question to the API as of the instant that the site is of, or is being brought to: pages are there before
 * the last of their pictures are, and the API goes by the pages. What is due a moment later is not known to it yet.
 */
export async function answerQuery({ rows, ledger }: QueryPorts, request: ApiRequest): Promise<ApiAnswer> {
  const { live, underway } = await ledger.read();
  const instant = underway?.target.instant ?? live?.instant;
  if (instant === undefined) return nothingPublished().answer();
  const library = indexHeadlines(readOnce(rows), instant);
  // A first publication that has only begun has no newsroom in the index yet.
  const isBegun = live !== undefined || (await library.indexed("newsroom", "newsroom")) !== undefined;
  return isBegun ? answerApi(library, request) : nothingPublished().answer();
}
