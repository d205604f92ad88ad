import type { Publication } from "./ledger.ts";
import type { Rows } from "./ports.ts";

/** Newer ones of other commits may have come since; further back nobody looks. */
const lookedAt = 20;

/** The newest report about a commit. */
export async function latestPublication(
  rows: Pick<Rows, "query">,
  commit: string,
): Promise<Publication | undefined> {
  const newest = await rows.query({ pk: "publication", newestFirst: true, limit: lookedAt });
  return newest.map(({ value }) => value as Publication).find((publication) => publication.commit === commit);
}
