import type { OriginalFormat } from "./entry.ts";

/** What the beginning of a picture's file tells. */
export interface PictureHead {
  /** What it is; of what is no press original, the name that people know it by. */
  readonly format: OriginalFormat | "GIF" | "SVG" | "HEIC" | "AVIF" | "BMP" | "PSD" | "PDF" | "BigTIFF";
  /** As stored, not as turned; undefined where the beginning does not tell: a TIFF may say it at its end. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Of a JPEG: bits of each sample. */
  readonly precision?: number;
}

/**
 * Looks at the first bytes of a file, whatever it is called. Never opens the picture.
 *
 * @returns  undefined for what is no picture at all, or ends before it could be told
 */
export function pictureHead(bytes: Uint8Array): PictureHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 2) === "\u00FF\u00D8") return jpegHead(view);
  if (text(0, 8) === "\u0089PNG\r\n\u001A\n") return pngHead(view);
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return webpHead(view, text(12, 16));
  if (["II*\0", "MM\0*"].includes(text(0, 4))) return tiffHead(view);
  if (["II+\0", "MM\0+"].includes(text(0, 4))) return { format: "BigTIFF" };
  if (text(4, 8) === "ftyp") return { format: /^avi[fs]/.test(text(8, 12)) ? "AVIF" : "HEIC" };
  const other = (
    [
      ["GIF8", "GIF"],
      ["BM", "BMP"],
      ["8BPS", "PSD"],
      ["%PDF", "PDF"],
    ] as const
  ).find(([start]) => text(0, start.length) === start);
  if (other !== undefined) return { format: other[1] };
  return /^\uFEFF?\s*(?:<\?xml[^>]*>|<!--[^]*?-->|<!DOCTYPE[^>]*>|\s)*<svg[\s>]/i.test(
    new TextDecoder().decode(bytes.subarray(0, 4_096)),
  )
    ? { format: "SVG" }
    : undefined;
}

/** @see  ITU-T T.81, B.2.2: the frame header comes after all metadata */
function jpegHead(view: DataView): PictureHead | undefined {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // filling
      continue;
    }
    if (isFrame(marker)) {
      const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
      return { format: "jpeg", size, precision: view.getUint8(at + 4) };
    }
    const length = view.getUint16(at + 2);
    if (length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}

/** SOF0 to SOF15, but for the three numbers among them that mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** @see  PNG specification, third edition, 11.2.1 */
function pngHead(view: DataView): PictureHead | undefined {
  if (view.byteLength < 24) return undefined;
  return { format: "png", size: { width: view.getUint32(16), height: view.getUint32(20) } };
}

/** @see  WebP container specification; RFC 6386, 9.1, for VP8 */
function webpHead(view: DataView, type: string): PictureHead | undefined {
  if (view.byteLength < 30) return undefined;
  const threeBytes = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  const bits = view.getUint32(21, true);
  const sizes: Readonly<Record<string, readonly [number, number]>> = {
    VP8X: [threeBytes(24) + 1, threeBytes(27) + 1],
    VP8L: [(bits & 0x3f_ff) + 1, ((bits >>> 14) & 0x3f_ff) + 1],
    "VP8 ": [view.getUint16(26, true) & 0x3f_ff, view.getUint16(28, true) & 0x3f_ff],
  };
  const size = sizes[type];
  return size && { format: "webp", size: { width: size[0], height: size[1] } };
}

/** @see  TIFF 6.0, section 2: the directory may stand anywhere, and often stands last */
function tiffHead(view: DataView): PictureHead {
  if (view.byteLength < 8) return { format: "tiff" };
  const little = view.getUint8(0) === 0x49;
  const at = view.getUint32(4, little);
  const size: Record<number, number> = {};
  for (let line = at + 2; at + 2 <= view.byteLength && line + 12 <= view.byteLength; line += 12) {
    if (line >= at + 2 + view.getUint16(at, little) * 12) break;
    const isShort = view.getUint16(line + 2, little) === 3;
    size[view.getUint16(line, little)] = isShort
      ? view.getUint16(line + 8, little)
      : view.getUint32(line + 8, little);
  }
  const [width, height] = [size[256], size[257]];
  return width === undefined || height === undefined
    ? { format: "tiff" }
    : { format: "tiff", size: { width, height } };
}
