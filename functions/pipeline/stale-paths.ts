import { entryFolderOf } from "../site/paths.ts";
import { pathOfKey } from "../site/site-object.ts";

/** One path with a star costs as much as one without, and from here on is the cheaper: the first 1,000 a month are free. */
const exactlyUpTo = 100;

/**
 * What the edge has to forget: each page as readers ask for it and as the edge function turns it into a key. Which of
 * the two names a cached answer is CloudFront's business; its manual says to name both. A star at the end names both at
 * once, and the history, versions and lists below the page: a path for a folder, of the 1,000 that are free in a month.
 *
 * @param recovering  an earlier publication broke off, and what it changed may be cached: everything goes
 * @see               Amazon CloudFront Developer Guide, "What you need to know when invalidating files"
 */
export function stalePaths(keys: readonly string[], recovering: boolean): readonly string[] {
  const named = keys.flatMap((key) => [pathOfKey(key), `/${key}`]);
  const paths = [...new Set(named.map(inFolder))];
  return recovering || paths.length > exactlyUpTo ? ["/*"] : paths;
}

function inFolder(path: string): string {
  const folder = entryFolderOf(path);
  return folder === undefined ? path : `${folder}*`;
}
