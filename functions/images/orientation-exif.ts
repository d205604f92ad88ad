/**
 * An Exif block that says how the picture is to be turned, and nothing else.
 *
 * @param orientation  2 to 8
 * @see                Exif 3.0: one tag, 274, a short, in the first directory of a big-endian TIFF block
 */
export function orientationExif(orientation: number): Buffer {
  const exif = Buffer.alloc(8 + 2 + 12 + 4);
  exif.write("MM\0*", 0, "latin1");
  exif.writeUInt32BE(8, 4);
  exif.writeUInt16BE(1, 8);
  exif.writeUInt16BE(274, 10);
  exif.writeUInt16BE(3, 12);
  exif.writeUInt32BE(1, 14);
  exif.writeUInt16BE(orientation, 18);
  return exif;
}
