import { pathOfKey } from "../site/site-object.ts";

/** One path with a star costs as much as one without, and from here on is the cheaper: the first 1,000 a month are free. */
const exactlyUpTo = 100;

/**
 * What the edge has to forget.
 *
 * @param recovering  an earlier publication broke off, and what it changed may be cached: everything goes
 */
export function stalePaths(keys: readonly string[], recovering: boolean): readonly string[] {
  return recovering || keys.length > exactlyUpTo ? ["/*"] : keys.map(pathOfKey);
}
