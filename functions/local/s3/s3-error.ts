import { element, type Xml } from "./xml.ts";

/** The refusals this engine gives, each with the status that S3 gives it. */
const statuses = {
  AccessDenied: 403,
  AuthorizationQueryParametersError: 400,
  BadDigest: 400,
  BucketAlreadyOwnedByYou: 409,
  EntityTooSmall: 400,
  IncompleteBody: 400,
  InternalError: 500,
  InvalidArgument: 400,
  InvalidBucketName: 400,
  InvalidDigest: 400,
  InvalidPart: 400,
  InvalidPartOrder: 400,
  InvalidRange: 416,
  InvalidRequest: 400,
  InvalidURI: 400,
  KeyTooLongError: 400,
  MalformedXML: 400,
  MetadataTooLarge: 400,
  MethodNotAllowed: 405,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NoSuchUpload: 404,
  NotImplemented: 501,
  OperationAborted: 409,
  PreconditionFailed: 412,
} as const;

export type S3ErrorCode = keyof typeof statuses;

/** A refusal that goes to the caller as S3's own error XML. Trying again helps only where the status is 5xx or 409. */
export class S3Error extends Error {
  override readonly name = "S3Error";
  readonly code: S3ErrorCode;
  readonly status: number;
  /** Further elements of the answer, such as `Key` or `BucketName`. */
  readonly details: Readonly<Record<string, string>>;

  constructor(code: S3ErrorCode, message: string, details: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.status = statuses[code];
    this.details = details;
  }
}

/** What is answered for any failure: status and code of the wire, whoever threw it. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, string>>;
}

/**
 * Reads a thrown value as a refusal. An error from outside (the `onRequest` hook) counts when it carries a
 * numeric `status` and a string `code`; anything else is this engine's own fault, so there is no refusal.
 */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (thrown instanceof S3Error) return thrown;
  if (!(thrown instanceof Error) || !("status" in thrown) || !("code" in thrown)) return undefined;
  const { status, code, message } = thrown;
  if (typeof status !== "number" || typeof code !== "string") return undefined;
  return { status, code, message, details: {} };
}

/** @see Amazon S3 API Reference, "Error responses" */
export function errorXml(refusal: Refusal, resource: string, requestId: string): Xml {
  const details = Object.entries(refusal.details).map(([name, value]) => element(name, value));
  return element(
    "Error",
    element("Code", refusal.code),
    element("Message", refusal.message),
    ...details,
    element("Resource", resource),
    element("RequestId", requestId),
  );
}
