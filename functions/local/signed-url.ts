import { createPublicKey, verify, type KeyObject } from "node:crypto";

/** A key that CloudFront takes signatures of. */
export interface Signer {
  /** As a signed address names it. */
  readonly id: string;
  readonly key: KeyObject;
}

export function signerOf(id: string, pem: string): Signer {
  return { id, key: createPublicKey(pem) };
}

/**
 * Whether somebody who has the key has signed this very address, and for a time that has not run out yet: what CloudFront
 * checks of a signed URL with a canned policy.
 *
 * @param address  without the query: "https://presse.example/advance/…"
 * @param query    without the question mark
 * @param now      milliseconds since 1970
 * @see            Amazon CloudFront Developer Guide, "Create a signed URL using a canned policy"
 */
export function isSigned(address: string, query: string, signers: readonly Signer[], now: number): boolean {
  const given = new URLSearchParams(query);
  const expires = Number(given.get("Expires") ?? "");
  const signer = signers.find(({ id }) => id === given.get("Key-Pair-Id"));
  const signature = given.get("Signature") ?? "";
  if (signer === undefined || signature === "" || !Number.isInteger(expires) || now >= expires * 1000)
    return false;
  const policy = JSON.stringify({
    Statement: [{ Resource: address, Condition: { DateLessThan: { "AWS:EpochTime": expires } } }],
  });
  return verify("RSA-SHA1", Buffer.from(policy), signer.key, Buffer.from(plainBase64(signature), "base64"));
}

/** CloudFront writes signs that mean something in an address as others. */
function plainBase64(text: string): string {
  return text.replaceAll("-", "+").replaceAll("_", "=").replaceAll("~", "/");
}
