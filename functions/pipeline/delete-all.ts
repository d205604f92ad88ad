import { inPieces } from "./in-turns.ts";

/** Keys of one request, S3's own limit. */
const atOnce = 1_000;

/** Deletes so many keys as there are, request by request. */
export async function deleteAll(
  from: { delete(keys: readonly string[]): Promise<void> },
  keys: readonly string[],
): Promise<void> {
  for (const some of inPieces(keys, atOnce)) await from.delete(some);
}
