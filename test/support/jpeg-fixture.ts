import sharp from "sharp";

/** A JPEG of four colours, one in each corner, so that one sees how it is turned. */
export function cornersJpeg(width = 600, height = 400): Promise<Buffer> {
  const half = { width: width / 2, height: height / 2 };
  const corner = (background: string) => ({ create: { ...half, channels: 3 as const, background } });
  return sharp({ create: { width, height, channels: 3, background: "#000" } })
    .composite([
      { input: corner("#f00"), left: 0, top: 0 },
      { input: corner("#0f0"), left: half.width, top: 0 },
      { input: corner("#00f"), left: 0, top: half.height },
      { input: corner("#ff0"), left: half.width, top: half.height },
    ])
    .jpeg({ quality: 95 })
    .toBuffer();
}

/**
 * The same picture with everything in it that a camera and a program may leave: position, serial number, maker notes,
 * a thumbnail, an XMP packet with a position, IPTC, a comment, and a second picture behind the end.
 */
export function tellTale(jpeg: Buffer, orientation = 1): Buffer {
  const parts = [
    segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), tellTaleExif(orientation)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${tellTaleXmp}`)),
    segment(0xed, Buffer.from("Photoshop 3.0\x008BIM\x04\x04\0\0IPTC-HEMMELIG")),
    segment(0xe5, Buffer.from("MAKER-HEMMELIG")),
    segment(0xfe, Buffer.from("KOMMENTAR-HEMMELIG")),
  ];
  return Buffer.concat([
    jpeg.subarray(0, 2),
    ...parts,
    jpeg.subarray(2),
    Buffer.from("BAGEFTER-HEMMELIG"),
    jpeg,
  ]);
}

/** A position, a serial number, and whose face is where. */
export const tellTaleXmp = [
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
  '<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"',
  ' xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/">',
  "<exif:GPSLatitude>56,08N</exif:GPSLatitude><aux:SerialNumber>XMP-HEMMELIG</aux:SerialNumber>",
  "<mwg-rs:Regions><mwg-rs:Name>ANSIGT-HEMMELIG</mwg-rs:Name></mwg-rs:Regions>",
  "</rdf:Description></rdf:RDF></x:xmpmeta>",
].join("");

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A TIFF block, as Exif has it, big end first: orientation, a serial number, a maker note, and a directory with a position. */
export function tellTaleExif(orientation: number): Buffer {
  const serial = Buffer.from("SERIENUMMER-HEMMELIG\0");
  const maker = Buffer.from("MAKERNOTE-HEMMELIG\0");
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const directoryAt = 8;
  const gpsAt = directoryAt + 2 + 4 * 12 + 4;
  const serialAt = gpsAt + 2 + 2 * 12 + 4;
  const makerAt = serialAt + serial.length;
  const degreesAt = makerAt + maker.length;
  const degrees = Buffer.alloc(24);
  [56, 1, 8, 1, 0, 1].forEach((value, index) => degrees.writeUInt32BE(value, index * 4));
  return Buffer.concat([
    Buffer.from("MM\0*\0\0\0\x08"),
    Buffer.from([0, 4]),
    entry(274, 3, 1, orientation),
    entry(0x8825, 4, 1, gpsAt),
    entry(0x927c, 2, maker.length, makerAt),
    entry(0xa431, 2, serial.length, serialAt),
    Buffer.alloc(4),
    Buffer.from([0, 2]),
    Buffer.concat([Buffer.from([0, 1, 0, 2, 0, 0, 0, 2]), Buffer.from("N\0\0\0")]),
    entry(2, 5, 3, degreesAt),
    Buffer.alloc(4),
    serial,
    maker,
    degrees,
  ]);
}

/** The beginning of a JPEG of this size, which is all that is looked at before it is opened. */
export function jpegHeader(width: number, height: number, precision = 8): Buffer {
  const frame = Buffer.from([precision, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xc0, frame)]);
}
