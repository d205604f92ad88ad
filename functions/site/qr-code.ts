import { create } from "qrcode/lib/core/qrcode.js";

/** A QR code as a drawing: `path` fills the dark squares of a grid of `size` by `size`, without a margin. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** @param text  an address; up to 2,900 octets fit */
export function qrCodeOf(text: string): QrCode {
  const { size, data } = create(text, { errorCorrectionLevel: "L" }).modules; // printed large and clean
  let path = "";
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const from = column;
      while (column < size && data[row * size + column] === 1) column += 1;
      if (column > from) path += `M${from} ${row}h${column - from}`;
    }
  }
  return { size, path };
}
