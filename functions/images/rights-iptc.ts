import { createHash } from "node:crypto";
import type { Rights } from "../site/rights.ts";

/** Record 1, dataset 90: what follows is UTF-8. Without it readers take it for their own machine's old encoding. */
const utf8 = { record: 1, dataset: 90, value: Buffer.from("\x1b%G", "latin1") };
/** Record 2, dataset 0: the version of the record. */
const version = { record: 2, dataset: 0, value: Buffer.from([0, 4]) };

interface DataSet {
  readonly record: number;
  readonly dataset: number;
  readonly value: Buffer;
}

/**
 * What a JPEG file says of itself in IPTC's older form, which picture desks' programs still read: in Danish, as it has
 * room for one language, and no longer than each field may be. The whole of it is in the XMP packet.
 *
 * @returns  the body of an APP13 segment
 * @see      IPTC-NAA Information Interchange Model 4.2, chapters 5 and 6; MWG Guidelines 2.0, 3.3.2: with the digest
 *           beside it readers know that nobody changed it after the packet was written, and prefer the packet
 */
export function rightsIptc(rights: Rights): Uint8Array {
  const block = Buffer.concat(dataSets(rights).map(written));
  const digest = createHash("md5").update(block).digest();
  return Buffer.concat([
    Buffer.from("Photoshop 3.0\0", "latin1"),
    resource(0x04_04, block),
    resource(0x04_25, digest),
  ]);
}

function dataSets(rights: Rights): readonly DataSet[] {
  const { caption, creator, credit, copyright, licence, place, taken } = rights;
  const text = (dataset: number, most: number, value: string | undefined): readonly DataSet[] =>
    value === undefined ? [] : [{ record: 2, dataset, value: cut(value, most) }];
  return [
    utf8,
    version,
    ...text(40, 256, `${licence.name.da}. ${licence.terms.da}`),
    ...text(55, 8, dateOf(taken)),
    ...text(80, 32, creator),
    ...text(90, 32, place),
    ...text(110, 32, credit),
    ...text(116, 128, copyright),
    ...text(120, 2_000, caption.da),
  ];
}

/** "2008-04" as "20080400": what is not known is zeroes. */
function dateOf(taken: string | undefined): string | undefined {
  return taken?.replaceAll("-", "").padEnd(8, "0");
}

/** No more bytes than the field has, and no half letter at the end. */
function cut(text: string, most: number): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return bytes;
  let end = most;
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1; // within a letter
  return bytes.subarray(0, end);
}

function written({ record, dataset, value }: DataSet): Buffer {
  const head = Buffer.from([0x1c, record, dataset, 0, 0]);
  head.writeUInt16BE(value.length, 3);
  return Buffer.concat([head, value]);
}

/** @see  Adobe Photoshop File Formats Specification, "Image Resource Blocks": an empty name, and even lengths */
function resource(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.write("8BIM", "latin1");
  head.writeUInt16BE(id, 4);
  head.writeUInt32BE(data.length, 8);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
