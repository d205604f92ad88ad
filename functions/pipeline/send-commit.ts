import { inTurns } from "./in-turns.ts";
import type { Head, ListingLine, Sources, SourceStore } from "./ports.ts";

/** Uploads at once: a commit with 2,000 files goes in some seconds, and no upload waits for long. */
const atOnce = 16;

/**
 * Sends a commit's files to where the publisher reads them. What is there already is not sent again: of the folders
 * only those are opened whose address differs from the one sent last. The head is moved when everything else is
 * there, so a transfer that stops half-way changes nothing, and the next one goes on from it.
 *
 * @param checkout  the commit as it is on this machine
 * @param sent      the same room as the publisher sees it
 */
export async function sendCommit(
  checkout: Pick<Sources, "listing" | "bytes">,
  sent: Pick<Sources, "head" | "listing">,
  store: SourceStore,
  head: Head,
): Promise<{ readonly uploaded: number; readonly moved: boolean }> {
  const last = await sent.head();
  if (last !== undefined && isSame(last, head)) return { uploaded: 0, moved: false };
  const uploaded =
    last?.tree === head.tree ? 0 : await sendTree(checkout, sent, store, head.tree, last?.tree);
  await store.moveHead(head);
  return { uploaded, moved: true };
}

/** The files first, then the listing that names them: a listing that is there has everything below it there. */
async function sendTree(
  checkout: Pick<Sources, "listing" | "bytes">,
  sent: Pick<Sources, "listing">,
  store: SourceStore,
  tree: string,
  last: string | undefined,
): Promise<number> {
  if (last === undefined && (await store.hasListing(tree))) return 0;
  const [lines, before] = await Promise.all([
    checkout.listing(tree),
    last === undefined ? [] : sent.listing(last),
  ]);
  const known = new Map(before.map((line) => [line.name, line]));
  const changed = lines.filter((line) => known.get(line.name)?.object !== line.object);
  const files = await inTurns(
    changed.filter(({ type }) => type === "blob"),
    atOnce,
    ({ object }) => sendFile(checkout, store, object),
  );
  let uploaded = files.filter(Boolean).length + 1;
  for (const line of changed.filter(({ type }) => type === "tree")) {
    uploaded += await sendTree(checkout, sent, store, line.object, treeOf(known.get(line.name)));
  }
  await store.putListing(tree, lines);
  return uploaded;
}

async function sendFile(
  checkout: Pick<Sources, "bytes">,
  store: SourceStore,
  object: string,
): Promise<boolean> {
  if (await store.hasBytes(object)) return false;
  await store.putBytes(object, (await checkout.bytes(object)).bytes);
  return true;
}

function treeOf(line: ListingLine | undefined): string | undefined {
  return line?.type === "tree" ? line.object : undefined;
}

function isSame(one: Head, other: Head): boolean {
  return (
    one.commit === other.commit &&
    one.tree === other.tree &&
    one.forced === other.forced &&
    one.again === other.again
  );
}
