import { answerApi } from "../site/api/answer.ts";
import type { ApiAnswer, ApiRequest } from "../site/api/answer.ts";
import { indexLibrary } from "./index-library.ts";
import type { Ledger, Rows } from "./ports.ts";

export interface QueryPorts {
  readonly rows: Rows;
  readonly ledger: Pick<Ledger, "read">;
}

/**
 * Answers a question to the API as of the instant that the site is of: what is due a moment later is not known to it yet.
 *
 * @returns  undefined before anything was published
 */
export async function answerQuery(
  { rows, ledger }: QueryPorts,
  request: ApiRequest,
): Promise<ApiAnswer | undefined> {
  const { live } = await ledger.read();
  return live && answerApi(indexLibrary(rows, noTexts, live.instant), request);
}

/** The API gives the addresses of texts, and so needs no leave to read any. */
const noTexts = {
  bytes: () => Promise.reject(new Error("The API reads no sources.")),
};
