import type { IncomingHttpHeaders } from "node:http";
import { S3Error } from "./s3-error.ts";
import { isOneOf } from "./conditional-read.ts";

/** What must be true of the object that stands under the key at the moment of the write. */
export type WriteCondition =
  | { readonly kind: "always" }
  | { readonly kind: "no-object-yet" }
  | { readonly kind: "same-e-tag"; readonly eTags: string };

/** @throws NotImplemented for `If-None-Match` with an ETag: for writes S3 knows only the asterisk */
export function writeConditionOf(headers: IncomingHttpHeaders): WriteCondition {
  const noneMatch = headers["if-none-match"];
  if (noneMatch !== undefined && noneMatch !== "*") {
    throw new S3Error(
      "NotImplemented",
      "A header you provided implies functionality that is not implemented.",
      {
        Header: "If-None-Match",
      },
    );
  }
  if (noneMatch !== undefined) return { kind: "no-object-yet" };
  const match = headers["if-match"];
  return match === undefined ? { kind: "always" } : { kind: "same-e-tag", eTags: match };
}

/**
 * Refuses a write whose condition does not hold.
 *
 * Call it in the same synchronous block as the write itself: an `await` between the two would let two racing
 * writers both find the key free.
 *
 * @param standing  the ETag that stands under the key now; undefined when there is no object
 */
export function refuseUnlessItHolds(
  condition: WriteCondition,
  key: string,
  standing: string | undefined,
): void {
  switch (condition.kind) {
    case "always":
      return;
    case "no-object-yet":
      if (standing !== undefined) throw failed("If-None-Match");
      return;
    case "same-e-tag":
      if (standing === undefined)
        throw new S3Error("NoSuchKey", "The specified key does not exist.", { Key: key });
      if (!isOneOf(condition.eTags, standing)) throw failed("If-Match");
  }
}

function failed(header: string): S3Error {
  return new S3Error("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", {
    Condition: header,
  });
}
