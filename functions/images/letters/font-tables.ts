import { inflateSync } from "node:zlib";

/** A font's tables by their names of four letters. */
export type FontTables = (name: string) => DataView;

/**
 * Unpacks a font. Fonts are ours and fixed, so what is wrong with one is wrong with the program, and is thrown.
 *
 * @param file  WOFF 1.0
 * @see         https://www.w3.org/TR/WOFF/, sections 3 and 4
 */
export function fontTables(file: Uint8Array): FontTables {
  const view = viewOf(file);
  if (view.getUint32(0) !== 0x77_4f_46_46) throw new Error("The font is no WOFF file.");
  const tables = new Map<string, DataView>();
  for (let at = 44; at < 44 + 20 * view.getUint16(12); at += 20) {
    const [begin, packed, length] = [4, 8, 12].map((field) => view.getUint32(at + field));
    const bytes = file.subarray(begin, (begin ?? 0) + (packed ?? 0));
    const name = Buffer.from(file.subarray(at, at + 4)).toString("latin1");
    tables.set(name, viewOf(packed === length ? bytes : inflateSync(bytes)));
  }
  return (name) => {
    const table = tables.get(name);
    if (table === undefined) throw new Error(`The font has no table "${name}".`);
    return table;
  };
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** The rest of a table from a place in it, where something stands that counts its own offsets from there. */
export function from(table: DataView, offset: number): DataView {
  return new DataView(table.buffer, table.byteOffset + offset, table.byteLength - offset);
}
