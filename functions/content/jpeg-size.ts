/**
 * The size that a JPEG is shown at: turned by its EXIF orientation where it has one.
 *
 * @param bytes  the file, or its beginning; the frame header comes after all metadata
 * @returns      undefined for what is no JPEG, or has no frame header within `bytes`
 * @see          ITU-T T.81, B.2.2; Exif 3.0, 4.6.5 (tag 274)
 */
export function jpegSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let turned = false;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // filling
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2) return undefined;
    if (isFrame(marker)) {
      if (at + 9 > bytes.length) return undefined;
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      if (width === 0 || height === 0) return undefined;
      return turned ? { width: height, height: width } : { width, height };
    }
    if (marker === 0xe1 && at + 2 + length <= bytes.length) {
      turned ||= orientationOf(new DataView(bytes.buffer, bytes.byteOffset + at + 4, length - 2)) >= 5;
    }
    at += 2 + length;
  }
  return undefined;
}

/** SOF0 to SOF15, but for the three numbers among them that mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** 1 to 8; 1 where nothing, or nothing sensible, is said. */
function orientationOf(segment: DataView): number {
  const exif = "Exif\0\0";
  if (segment.byteLength < 14) return 1;
  for (let index = 0; index < exif.length; index += 1) {
    if (segment.getUint8(index) !== exif.charCodeAt(index)) return 1;
  }
  const tiff = 6;
  const little = segment.getUint16(tiff) === 0x4949;
  const entries = tiff + segment.getUint32(tiff + 4, little);
  if (entries + 2 > segment.byteLength) return 1;
  const count = segment.getUint16(entries, little);
  for (let index = 0; index < count; index += 1) {
    const entry = entries + 2 + index * 12;
    if (entry + 12 > segment.byteLength) return 1;
    if (segment.getUint16(entry, little) === 274) return segment.getUint16(entry + 8, little);
  }
  return 1;
}
