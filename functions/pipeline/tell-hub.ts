import type { Newsroom } from "../content/entry.ts";
import { isFeed } from "../site/paths.ts";
import { pathOfKey } from "../site/site-object.ts";
import type { Hub } from "./ports.ts";

/**
 * Tells the newsroom's hub which feeds changed, once readers can fetch them. A hub that fails is no failure of ours: the
 * news is out, and those who poll have it.
 *
 * @param touched  keys that were put or deleted
 * @returns        what went wrong, for the log
 */
export async function tellHub(
  hub: Hub,
  newsroom: () => Promise<Newsroom>,
  touched: readonly string[],
): Promise<string | undefined> {
  const feeds = touched.filter(isFeed);
  if (feeds.length === 0) return undefined;
  const { hub: address, url } = await newsroom();
  if (address === undefined) return undefined;
  try {
    await hub.tell(
      address,
      feeds.map((key) => url + pathOfKey(key)),
    );
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
