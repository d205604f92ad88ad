import { S3Error } from "./s3-error.ts";

export type Action =
  | "PutObject"
  | "CopyObject"
  | "GetObject"
  | "HeadObject"
  | "DeleteObject"
  | "DeleteObjects"
  | "ListObjectsV2"
  | "CreateMultipartUpload"
  | "UploadPart"
  | "CompleteMultipartUpload"
  | "AbortMultipartUpload"
  | "CreateBucket"
  | "HeadBucket";

export interface Route {
  readonly action: Action;
  readonly bucket: string;
  /** Empty for an action on a bucket. */
  readonly key: string;
  readonly query: URLSearchParams;
}

/**
 * Finds which action a request line asks for.
 *
 * A rule fits only when it knows every query name of the request: `PUT /bucket/key?tagging` must never be taken
 * for PutObject, which would overwrite the object with the XML of its tags.
 *
 * @param target  the request target as it came, path style; never through `URL`, which would resolve `..` in keys
 * @param copies  whether an `x-amz-copy-source` header was sent
 * @throws        NotImplemented for what no rule fits, MethodNotAllowed for a method S3 does not have
 */
export function route(method: string, target: string, copies: boolean): Route {
  const queryAt = target.indexOf("?");
  const path = queryAt === -1 ? target : target.slice(0, queryAt);
  const query = new URLSearchParams(queryAt === -1 ? "" : target.slice(queryAt + 1));

  const keyAt = path.indexOf("/", 1);
  const bucket = decoded(keyAt === -1 ? path.slice(1) : path.slice(1, keyAt));
  const key = keyAt === -1 ? "" : decoded(path.slice(keyAt + 1));
  // 1,024 bytes, from the S3 User Guide: a key that is too long for the cloud shall not pass at home.
  if (Buffer.byteLength(key) > 1024) throw new S3Error("KeyTooLongError", "Your key is too long.");

  if (!methods.has(method)) {
    throw new S3Error("MethodNotAllowed", `The method ${method} is not allowed against this resource.`);
  }
  const on = key === "" ? "bucket" : "object";
  const names = [...new Set(query.keys())].filter((name) => !passedOver.test(name));
  const rule = rules.find(
    (rule) =>
      rule.method === method &&
      rule.on === on &&
      (rule.copies ?? false) === copies &&
      (rule.needs ?? []).every((name) => names.includes(name)) &&
      names.every((name) => rule.needs?.includes(name) || rule.allows?.test(name)),
  );
  if (bucket === "" || rule === undefined) {
    const asked = names.length === 0 ? "" : ` with ${names.map((name) => `?${name}`).join(" ")}`;
    throw new S3Error(
      "NotImplemented",
      `${method} on this ${on}${asked} is not implemented by the local S3 engine.`,
    );
  }
  return { action: rule.action, bucket, key, query };
}

interface Rule {
  readonly action: Action;
  readonly method: string;
  readonly on: "bucket" | "object";
  readonly copies?: boolean;
  /** Query names that must be there. */
  readonly needs?: readonly string[];
  /** Query names that may be there. */
  readonly allows?: RegExp;
}

const methods = new Set(["GET", "HEAD", "PUT", "POST", "DELETE"]);
/** `x-id` repeats the operation's name for logs; X-Amz-… is the signature of a presigned address. */
const passedOver = /^(?:x-id|X-Amz-.+)$/;
const overrides = /^response-(?:cache-control|content-(?:disposition|encoding|language|type)|expires)$/;
const listing = /^(?:prefix|delimiter|start-after|continuation-token|max-keys|encoding-type)$/;

const rules: readonly Rule[] = [
  { action: "GetObject", method: "GET", on: "object", allows: overrides },
  { action: "HeadObject", method: "HEAD", on: "object", allows: overrides },
  { action: "PutObject", method: "PUT", on: "object" },
  { action: "CopyObject", method: "PUT", on: "object", copies: true },
  { action: "DeleteObject", method: "DELETE", on: "object" },
  { action: "CreateMultipartUpload", method: "POST", on: "object", needs: ["uploads"] },
  { action: "UploadPart", method: "PUT", on: "object", needs: ["partNumber", "uploadId"] },
  { action: "CompleteMultipartUpload", method: "POST", on: "object", needs: ["uploadId"] },
  { action: "AbortMultipartUpload", method: "DELETE", on: "object", needs: ["uploadId"] },
  { action: "ListObjectsV2", method: "GET", on: "bucket", needs: ["list-type"], allows: listing },
  { action: "DeleteObjects", method: "POST", on: "bucket", needs: ["delete"] },
  { action: "CreateBucket", method: "PUT", on: "bucket" },
  { action: "HeadBucket", method: "HEAD", on: "bucket" },
];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) throw new S3Error("InvalidURI", "Could not parse the specified URI.");
    throw error;
  }
}
