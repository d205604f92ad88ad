import { S3Error } from "./s3-error.ts";

/**
 * Who calls: the access key id of the signature, from the header or from a presigned address.
 * The signature itself is not verified, the engine listens on loopback only. Undefined for an unsigned request.
 *
 * @see AWS Signature Version 4: "Credential=<access key id>/<date>/<region>/s3/aws4_request"
 */
export function callerOf(authorization: string | undefined, query: URLSearchParams): string | undefined {
  const credential = authorization?.match(/Credential=([^,\s]+)/)?.[1] ?? query.get("X-Amz-Credential");
  return credential?.split("/")[0];
}

/**
 * Refuses a presigned address whose time has run out, or that does not say when it does.
 *
 * @param now  milliseconds since 1970
 */
export function refuseExpired(query: URLSearchParams, now: number): void {
  if (!query.has("X-Amz-Signature")) return;
  const signedAt = instantOf(query.get("X-Amz-Date") ?? "");
  const lastsFor = Number(query.get("X-Amz-Expires") ?? Number.NaN);
  // 604,800 s: seven days, the longest that S3 lets a presigned address live.
  if (Number.isNaN(signedAt) || !Number.isInteger(lastsFor) || lastsFor < 1 || lastsFor > 604_800) {
    throw new S3Error(
      "AuthorizationQueryParametersError",
      "X-Amz-Date must be a date-time and X-Amz-Expires a number of seconds from 1 to 604800.",
    );
  }
  const expires = signedAt + lastsFor * 1000;
  if (now > expires) {
    throw new S3Error("AccessDenied", "Request has expired", {
      "X-Amz-Expires": String(lastsFor),
      Expires: new Date(expires).toISOString(),
      ServerTime: new Date(now).toISOString(),
    });
  }
}

/** Reads ISO 8601's basic form, "20260312T080000Z"; NaN for anything else. */
function instantOf(basic: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(basic);
  if (match === null) return Number.NaN;
  const [, year, month, day, hour, minute, second] = match;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
