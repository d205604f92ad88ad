/** The conditions of a read, as they came in its headers. */
export interface ReadConditions {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  readonly ifModifiedSince?: string | undefined;
  readonly ifUnmodifiedSince?: string | undefined;
}

export type ReadVerdict = "send" | "not-modified" | "precondition-failed";

/**
 * Judges the conditions of a read in the order of RFC 9110, section 13.2.2: an ETag outweighs a date.
 *
 * @param modified  milliseconds since 1970, on a whole second, as an HTTP date is
 */
export function judgeRead(conditions: ReadConditions, eTag: string, modified: number): ReadVerdict {
  const { ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince } = conditions;
  if (ifMatch !== undefined) {
    if (!isOneOf(ifMatch, eTag)) return "precondition-failed";
  } else if (ifUnmodifiedSince !== undefined && modified > Date.parse(ifUnmodifiedSince)) {
    return "precondition-failed"; // a date that cannot be read compares false: the condition is passed over
  }
  if (ifNoneMatch !== undefined) return isOneOf(ifNoneMatch, eTag) ? "not-modified" : "send";
  if (ifModifiedSince !== undefined && modified <= Date.parse(ifModifiedSince)) return "not-modified";
  return "send";
}

/**
 * Whether a list of ETags names this one.
 *
 * @param list  "*", or ETags with or without quotes, with commas between them
 * @param eTag  without quotes, as it is stored
 */
export function isOneOf(list: string, eTag: string): boolean {
  if (list.trim() === "*") return true;
  return list.split(",").some((one) => one.trim().replace(/^W\//, "").replaceAll('"', "") === eTag);
}
