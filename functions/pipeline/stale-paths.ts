import { pathOfKey } from "../site/site-object.ts";

/** One path with a star costs as much as one without, and from here on is the cheaper: the first 1,000 a month are free. */
const exactlyUpTo = 100;

/**
 * What the edge has to forget: each page as readers ask for it and as the edge function turns it into a key. Which of
 * the two names a cached answer is CloudFront's business; its manual says to name both.
 *
 * @param recovering  an earlier publication broke off, and what it changed may be cached: everything goes
 * @see               Amazon CloudFront Developer Guide, "What you need to know when invalidating files"
 */
export function stalePaths(keys: readonly string[], recovering: boolean): readonly string[] {
  const paths = [...new Set(keys.flatMap((key) => [pathOfKey(key), `/${key}`]))];
  return recovering || paths.length > exactlyUpTo ? ["/*"] : paths;
}
