import type { Id, Release } from "../content/entry.ts";
import type { Library, ReleaseList } from "./library.ts";
import type { ReleaseCard } from "./release-card.ts";
import { topicNames } from "./topics.ts";

const most = 3;
/** What follows in an author's list of topics says less and less of what a release is about. */
const topicsThatCount = 5;

/**
 * Releases older than this one to read on with: first of the same case, then of the same programme, then on the same
 * topics, each newest first. Only older ones, so that a release that comes changes no page of those before it.
 */
export async function relatedTo(library: Library, release: Release): Promise<readonly ReleaseCard[]> {
  const found = new Map<Id, ReleaseCard>();
  for (const list of listsOf(release)) {
    if (found.size >= most) break;
    for (const card of await library.olderThan(release, list, most)) {
      if (found.size < most) found.set(card.id, card);
    }
  }
  return [...found.values()];
}

/** The releases whose pages may name this one: who has it among the newest before it in any of its lists. */
export async function mayRelateTo(library: Library, release: Release): Promise<readonly Id[]> {
  const newer = listsOf(release).map((list) => library.newerThan(release, list, most));
  return [...new Set((await Promise.all(newer)).flat().map(({ id }) => id))];
}

function listsOf({ case: matter, programme, topics }: Release): readonly ReleaseList[] {
  return [
    ...(matter === undefined ? [] : [{ case: matter }]),
    ...(programme === undefined ? [] : [{ programme }]),
    ...topicNames(topics)
      .slice(0, topicsThatCount)
      .map((topic) => ({ topic })),
  ];
}
