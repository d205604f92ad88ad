import { PhotoUnreadable } from "../pipeline/photo-unreadable.ts";
import { segment, segmentsOf } from "./jpeg-segments.ts";
import type { Segment } from "./jpeg-segments.ts";
import { orientationExif } from "./orientation-exif.ts";
import type { RightsBlocks } from "./press-original.ts";

const app = (number: number) => 0xe0 + number;
const comment = 0xfe;
/** What a segment holds at the most, its own length included. */
const mostInSegment = 65_533;

/**
 * The same picture data between other descriptions.
 *
 * @see  XMP specification, part 3, 1.1.3: a packet in APP1, after the header "http://ns.adobe.com/xap/1.0/"
 */
export function jpegWithRights(file: Uint8Array, rights: RightsBlocks, orientation: number): Buffer {
  const packet = Buffer.from(`http://ns.adobe.com/xap/1.0/\0${rights.xmp}`);
  if (packet.length > mostInSegment) throw new PhotoUnreadable("captionsTooLong");
  const kept = segmentsOf(file).filter(isKept);
  const isHeader = ({ marker }: Segment) => marker === app(0);
  const parts = [
    ...kept.filter(isHeader),
    ...(orientation > 1 ? [segment(app(1), Buffer.from("Exif\0\0"), orientationExif(orientation))] : []),
    segment(app(1), packet),
    segment(app(13), rights.iptc),
    ...kept.filter((one) => !isHeader(one)),
  ];
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts.map(({ bytes }) => bytes)]);
}

/** What the picture cannot be shown right without: everything but what programs and cameras wrote about it. */
function isKept({ marker, bytes }: Segment): boolean {
  if (marker === comment) return false;
  if (marker < app(0) || marker > app(15)) return true;
  const name = bytes.toString("latin1", 4, 16);
  return (
    (marker === app(0) && name.startsWith("JFIF\0") && bytes.length === 18) || // without a thumbnail of its own
    (marker === app(2) && name.startsWith("ICC_PROFILE\0")) ||
    (marker === app(14) && name.startsWith("Adobe"))
  );
}

/** @see  C2PA specification 2.2, A.3.1: JUMBF boxes in APP11, the first of them labelled "c2pa" */
export function isSignedJpeg(file: Uint8Array): boolean {
  return segmentsOf(file).some(
    ({ marker, bytes }) =>
      marker === app(11) && bytes.toString("latin1", 4, 6) === "JP" && bytes.includes("c2pa"),
  );
}
