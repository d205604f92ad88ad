import { S3Error } from "./s3-error.ts";

/** First and last byte, both included, counted from 0. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a Range header against the size of an object.
 *
 * @param header  "bytes=0-99", "bytes=100-" or, for the last 50, "bytes=-50"
 * @param size    of the whole object, in bytes
 * @returns       undefined when the whole object is to be sent: no header, one that cannot be read, or several
 *                ranges, which S3 does not serve
 * @throws        InvalidRange when no byte of the object lies in the range
 * @see           RFC 9110, sections 14.1 and 14.2
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | undefined {
  const match = header === undefined ? null : /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (match === null || header === undefined) return undefined;
  const [, from = "", to = ""] = match;
  if (from === "" && to === "") return undefined;

  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== "" && to !== "" && Number(to) < Number(from)) return undefined;
  if (first >= size) {
    throw new S3Error("InvalidRange", "The requested range is not satisfiable", {
      RangeRequested: header,
      ActualObjectSize: String(size),
    });
  }
  return { first, last };
}
