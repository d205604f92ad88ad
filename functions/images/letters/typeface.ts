import { fontTables } from "./font-tables.ts";
import { glyphFinder } from "./glyph-of.ts";
import { kerning } from "./kerning.ts";
import type { Kerning } from "./kerning.ts";
import { outlineReader, pathOf } from "./outlines.ts";
import type { Contour } from "./outlines.ts";

/** Letters as paths, so that no font of any machine has a say in the pixels. */
export interface Typeface {
  /** Whether every character of the text can be drawn. */
  has(text: string): boolean;
  /** @param size  pixels of an em, as in CSS; what comes back is in pixels too */
  width(text: string, size: number): number;
  /** The text as one path of SVG. @param y  of the base line */
  path(text: string, size: number, x: number, y: number): string;
}

interface Font {
  readonly unitsPerEm: number;
  readonly glyphOf: (codePoint: number) => number;
  readonly advance: (glyph: number) => number;
  readonly kern: Kerning;
  readonly outline: (glyph: number) => readonly Contour[];
}

/**
 * One typeface in the files that it comes in, each with its own letters. It throws where it is asked to draw what it has not.
 *
 * @param files  WOFF 1.0
 */
export function typeface(files: readonly Uint8Array[]): Typeface {
  const fonts = files.map(readFont);

  function* glyphs(text: string, size: number) {
    let x = 0;
    let before: { readonly font: Font; readonly glyph: number } | undefined;
    for (const character of text) {
      const found = glyphIn(fonts, character);
      if (found === undefined) throw new Error(`The typeface has no "${character}".`);
      const scale = size / found.font.unitsPerEm;
      if (before?.font === found.font) x += found.font.kern(before.glyph, found.glyph) * scale;
      yield { ...found, scale, x };
      x += found.font.advance(found.glyph) * scale;
      before = found;
    }
    return x;
  }

  return {
    has: (text) => Array.from(text).every((character) => glyphIn(fonts, character) !== undefined),
    width(text, size) {
      const each = glyphs(text, size);
      let next = each.next();
      while (next.done !== true) next = each.next();
      return next.value;
    },
    path: (text, size, x, y) =>
      Array.from(glyphs(text, size), (one) =>
        pathOf(one.font.outline(one.glyph), one.scale, x + one.x, y),
      ).join(""),
  };
}

function readFont(file: Uint8Array): Font {
  const tables = fontTables(file);
  const [metrics, measured] = [tables("hmtx"), tables("hhea").getUint16(34)];
  return {
    unitsPerEm: tables("head").getUint16(18),
    glyphOf: glyphFinder(tables),
    advance: (glyph) => metrics.getUint16(4 * Math.min(glyph, measured - 1)),
    kern: kerning(tables),
    outline: outlineReader(tables),
  };
}

function glyphIn(
  fonts: readonly Font[],
  character: string,
): { readonly font: Font; readonly glyph: number } | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  for (const font of fonts) {
    const glyph = font.glyphOf(codePoint);
    if (glyph !== 0) return { font, glyph };
  }
  return undefined;
}
