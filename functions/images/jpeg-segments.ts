import { PhotoUnreadable } from "../pipeline/photo-unreadable.ts";

/** A piece of a JPEG file: a marker and what belongs to it, the marker's own two bytes included. */
export interface Segment {
  /** 0xE1 for APP1 and so on. */
  readonly marker: number;
  readonly bytes: Buffer;
}

const markers = { start: 0xd8, end: 0xd9, scan: 0xda };

/**
 * Takes a JPEG file apart without opening the picture. What comes after the end of the picture is left out: phones put
 * second pictures and films there.
 *
 * @returns  the segments from the first after the start to the end marker; a scan carries its picture data
 * @throws   PhotoUnreadable
 * @see      ITU-T T.81, annex B
 */
export function segmentsOf(file: Uint8Array): readonly Segment[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes[0] !== 0xff || bytes[1] !== markers.start) throw new PhotoUnreadable("notAsNamed");
  const segments: Segment[] = [];
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1; // filling
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw new PhotoUnreadable("breaksOff");
    if (marker === markers.end) {
      segments.push({ marker, bytes: bytes.subarray(at, at + 2) });
      return segments;
    }
    if (at + 4 > bytes.length) throw new PhotoUnreadable("breaksOff");
    const length = bytes.readUInt16BE(at + 2);
    const headEnd = at + 2 + length;
    if (length < 2 || headEnd > bytes.length) throw new PhotoUnreadable("partOutside");
    const end = marker === markers.scan ? endOfScan(bytes, headEnd) : headEnd;
    segments.push({ marker, bytes: bytes.subarray(at, end) });
    at = end;
  }
}

/** The next marker that is neither a zero (a byte of the picture that looks like one) nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new PhotoUnreadable("breaksOff");
}

/** A segment with this marker around these bytes. */
export function segment(marker: number, ...parts: readonly Uint8Array[]): Segment {
  const body = Buffer.concat(parts);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return { marker, bytes: Buffer.concat([head, body]) };
}
