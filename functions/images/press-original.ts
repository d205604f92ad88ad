import { segment, segmentsOf } from "./jpeg-segments.ts";
import type { Segment } from "./jpeg-segments.ts";
import { PhotoUnreadable } from "../pipeline/photo-unreadable.ts";

const app1 = 0xe1;
/** What a segment holds at the most, its own length included. */
const mostInSegment = 65_533;

/**
 * The original as the press gets it: the very pixels that were delivered, with the rights inside and everything else
 * that the file said gone (position, serial numbers, thumbnails, other people's names).
 *
 * @param xmp          the packet that says what the file may say
 * @param orientation  1 to 8, as the file had it: the pixels are not turned
 * @throws             PhotoUnreadable
 * @see                XMP specification, part 3, 1.1.3: a packet in APP1, after the header "http://ns.adobe.com/xap/1.0/"
 */
export function pressOriginal(file: Uint8Array, xmp: string, orientation: number): Uint8Array {
  const packet = Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`);
  if (packet.length > mostInSegment)
    throw new PhotoUnreadable("its captions are longer than a photo's file can hold");
  const kept = segmentsOf(file).filter(isKept);
  const isHeader = ({ marker }: Segment) => marker === 0xe0;
  const parts = [
    ...kept.filter(isHeader),
    ...(orientation > 1 ? [segment(app1, orientationExif(orientation))] : []),
    segment(app1, packet),
    ...kept.filter((one) => !isHeader(one)),
  ];
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts.map(({ bytes }) => bytes)]);
}

/** What the picture cannot be shown right without: everything but what programs and cameras wrote about it. */
function isKept({ marker, bytes }: Segment): boolean {
  if (marker === 0xfe) return false; // comments
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = bytes.toString("latin1", 4, 16);
  return (
    (marker === 0xe0 && name.startsWith("JFIF\0") && bytes.length === 18) || // without a thumbnail of its own
    (marker === 0xe2 && name.startsWith("ICC_PROFILE\0")) ||
    (marker === 0xee && name.startsWith("Adobe"))
  );
}

/** @see  Exif 3.0: one tag, 274, a short, in the first directory; nothing else */
function orientationExif(orientation: number): Buffer {
  const exif = Buffer.alloc(6 + 8 + 2 + 12 + 4);
  exif.write("Exif\0\0MM\0*", 0, "latin1");
  exif.writeUInt32BE(8, 10);
  exif.writeUInt16BE(1, 14);
  exif.writeUInt16BE(274, 16);
  exif.writeUInt16BE(3, 18);
  exif.writeUInt32BE(1, 20);
  exif.writeUInt16BE(orientation, 24);
  return exif;
}
