import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/** SHA-256 in hex. */
export function digestOf(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * CRC-32, as archives have it: tells a file that was damaged, and protects against nobody.
 *
 * @param before  of the bytes that come before these
 */
export function checksumOf(bytes: string | Uint8Array, before = 0): number {
  return crc32(bytes, before);
}
