import { answerXml, quoted, type Exchange } from "./exchange.ts";
import type { Listed, ObjectStore } from "./object-store.ts";
import { S3Error } from "./s3-error.ts";
import { element } from "./xml.ts";

/** Answers ListObjectsV2: keys in the order of their UTF-8 bytes, a page at a time. */
export function listObjects({ response, bucket, query, objects }: Exchange): void {
  if (query.get("list-type") !== "2") throw new S3Error("NotImplemented", "Only list-type=2 is implemented.");
  const encoding = query.get("encoding-type") ?? undefined;
  if (encoding !== undefined && encoding !== "url")
    throw new S3Error("InvalidArgument", "Invalid Encoding Method");
  const asked = query.get("max-keys") ?? "1000";
  if (!/^\d+$/.test(asked))
    throw new S3Error("InvalidArgument", "Provided max-keys not an integer or too large");

  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const startAfter = query.get("start-after") ?? undefined;
  const token = query.get("continuation-token") ?? undefined;
  const limit = Math.min(Number(asked), 1000); // S3 gives no page longer than 1,000
  const from = token === undefined ? afterKey(Buffer.from(startAfter ?? "")) : fromToken(token);
  const page = pageOf(objects, bucket, { prefix, delimiter, from, limit });

  const written = (key: string) =>
    encoding === "url" ? encodeURIComponent(key).replaceAll("%2F", "/") : key;
  const root = element(
    "ListBucketResult",
    element("Name", bucket),
    element("Prefix", written(prefix)),
    delimiter === "" ? undefined : element("Delimiter", written(delimiter)),
    startAfter === undefined ? undefined : element("StartAfter", written(startAfter)),
    token === undefined ? undefined : element("ContinuationToken", token),
    encoding === undefined ? undefined : element("EncodingType", encoding),
    element("MaxKeys", limit),
    element("KeyCount", page.objects.length + page.commonPrefixes.length),
    element("IsTruncated", page.next !== undefined),
    page.next === undefined ? undefined : element("NextContinuationToken", page.next.toString("base64url")),
    ...page.objects.map(({ key, eTag, size, modified }) =>
      element(
        "Contents",
        element("Key", written(key.toString("utf8"))),
        element("LastModified", new Date(modified).toISOString()),
        element("ETag", quoted(eTag)),
        element("ChecksumAlgorithm", "CRC32"),
        element("Size", size),
        element("StorageClass", "STANDARD"),
      ),
    ),
    ...page.commonPrefixes.map((common) => element("CommonPrefixes", element("Prefix", written(common)))),
  );
  answerXml(response, 200, root);
}

interface Page {
  readonly objects: readonly Listed[];
  readonly commonPrefixes: readonly string[];
  /** The first key the next page may hold; undefined when this page is the last. */
  readonly next: Buffer | undefined;
}

interface Wanted {
  readonly prefix: string;
  readonly delimiter: string;
  readonly from: Buffer;
  readonly limit: number;
}

function pageOf(store: ObjectStore, bucket: string, { prefix, delimiter, from, limit }: Wanted): Page {
  const start = Buffer.from(prefix);
  const before = prefix === "" ? endOfKeys : afterAllWith(start);
  const objects: Listed[] = [];
  const commonPrefixes: string[] = [];
  if (limit === 0) return { objects, commonPrefixes, next: undefined };

  let next: Buffer | undefined = Buffer.compare(from, start) < 0 ? start : from;
  while (next !== undefined) {
    const seek: Buffer = next;
    next = undefined;
    for (const listed of store.keys(bucket, seek, before)) {
      if (objects.length + commonPrefixes.length === limit)
        return { objects, commonPrefixes, next: listed.key };
      const cut = delimiter === "" ? -1 : listed.key.indexOf(delimiter, start.length);
      if (cut === -1) {
        objects.push(listed);
        continue;
      }
      // Leap over all the keys that share the prefix: there may be a hundred thousand.
      const common = listed.key.subarray(0, cut + Buffer.byteLength(delimiter));
      commonPrefixes.push(common.toString("utf8"));
      next = afterAllWith(common);
      break;
    }
  }
  return { objects, commonPrefixes, next: undefined };
}

/** No key is as great: 0xff never occurs in UTF-8. */
const endOfKeys = Buffer.from([0xff]);

/** The very next byte string; for no key at all, the least of all. */
function afterKey(key: Buffer): Buffer {
  return key.length === 0 ? key : Buffer.concat([key, Buffer.from([0])]);
}

/** The least byte string greater than all that begin so; the last byte of UTF-8 text is never 0xff. */
function afterAllWith(prefix: Buffer): Buffer {
  const after = Buffer.from(prefix);
  after.writeUInt8(after.readUInt8(after.length - 1) + 1, after.length - 1);
  return after;
}

function fromToken(token: string): Buffer {
  const from = Buffer.from(token, "base64url");
  if (from.length === 0) throw new S3Error("InvalidArgument", "The continuation token provided is incorrect");
  return from;
}
