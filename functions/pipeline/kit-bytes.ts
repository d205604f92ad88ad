import { checksumOf } from "../site/digest.ts";
import type { Kit } from "../site/kit/kit.ts";
import { zipPieces } from "../site/kit/zip.ts";
import type { ZipPiece } from "../site/kit/zip.ts";
import type { HeldBytes } from "./ports.ts";

/** What is held is not what was made: putting it into a kit would hand the press a broken archive. */
export class HeldDamaged extends Error {
  override readonly name = "HeldDamaged";
  readonly heldKey: string;
  constructor(heldKey: string) {
    super(`What is held as ${heldKey} is not what was made. Making everything again mends it.`);
    this.heldKey = heldKey;
  }
}

/**
 * A kit from its first byte to its last. Photos pass through in the pieces in which they come; none of them is in memory
 * as a whole.
 *
 * @throws  HeldDamaged, before the last byte: whoever takes the bytes in has nothing whole by then
 */
export async function* kitBytes(kit: Kit, held: HeldBytes): AsyncGenerator<Uint8Array> {
  for (const piece of zipPieces(kit.files, kit.date)) {
    if ("heldKey" in piece) yield* photoBytes(piece, held);
    else yield piece;
  }
}

async function* photoBytes(
  { heldKey, bytes, crc32 }: Extract<ZipPiece, { heldKey: string }>,
  held: HeldBytes,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  let checksum = 0;
  for await (const some of held.read(heldKey)) {
    length += some.length;
    checksum = checksumOf(some, checksum);
    yield some;
  }
  if (length !== bytes || checksum !== crc32) throw new HeldDamaged(heldKey);
}
