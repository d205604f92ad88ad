import { from } from "./font-tables.ts";
import type { FontTables } from "./font-tables.ts";

/**
 * Which glyph draws a character: 0 where the font has none.
 *
 * @see  OpenType, "cmap", format 4: the characters of the basic plane in runs
 */
export function glyphFinder(tables: FontTables): (codePoint: number) => number {
  const map = from(tables("cmap"), basicPlane(tables("cmap")));
  const doubled = map.getUint16(6);
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled] as const;
  return (codePoint) => {
    for (let run = 0; run < doubled; run += 2) {
      if (codePoint > map.getUint16(ends + run)) continue;
      const start = map.getUint16(starts + run);
      if (codePoint < start) return 0;
      const range = map.getUint16(ranges + run);
      const delta = map.getUint16(deltas + run);
      if (range === 0) return (codePoint + delta) & 0xff_ff;
      const glyph = map.getUint16(ranges + run + range + 2 * (codePoint - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xff_ff;
    }
    return 0; // beyond the basic plane
  };
}

function basicPlane(cmap: DataView): number {
  for (let at = 4; at < 4 + 8 * cmap.getUint16(2); at += 8) {
    const offset = cmap.getUint32(at + 4);
    if (cmap.getUint16(at) === 3 && cmap.getUint16(at + 2) === 1 && cmap.getUint16(offset) === 4)
      return offset;
  }
  throw new Error("The font has no map of characters that we read.");
}
