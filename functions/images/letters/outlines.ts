import { from } from "./font-tables.ts";
import type { FontTables } from "./font-tables.ts";

/** A point of an outline in the font's units, y upwards: on the curve, or what bends the curve on its way. */
interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}
export type Contour = readonly Point[];

/** @see  OpenType, "glyf" and "loca" */
export function outlineReader(tables: FontTables): (glyph: number) => readonly Contour[] {
  const [glyf, loca] = [tables("glyf"), tables("loca")];
  const isLong = tables("head").getInt16(50) === 1;
  const offset = (glyph: number) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));

  const read = (glyph: number): readonly Contour[] => {
    const begin = offset(glyph);
    if (begin === offset(glyph + 1)) return []; // a space
    const description = from(glyf, begin);
    const contours = description.getInt16(0);
    return contours < 0 ? composed(description, read) : drawn(description, contours);
  };
  return read;
}

const flags = { onCurve: 1, shortX: 2, shortY: 4, repeats: 8, sameX: 16, sameY: 32 } as const;

function drawn(glyph: DataView, contours: number): readonly Contour[] {
  const ends = Array.from({ length: contours }, (_, index) => glyph.getUint16(10 + 2 * index));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * contours;
  at += 2 + glyph.getUint16(at); // what helps to draw it on coarse screens
  const marks: number[] = [];
  while (marks.length < count) {
    const mark = glyph.getUint8(at++);
    const times = (mark & flags.repeats) === 0 ? 1 : 1 + glyph.getUint8(at++);
    for (let time = 0; time < times; time += 1) marks.push(mark);
  }
  const along = (isShort: number, isSame: number): readonly number[] => {
    let value = 0;
    return marks.map((mark) => {
      if ((mark & isShort) !== 0) value += glyph.getUint8(at++) * ((mark & isSame) === 0 ? -1 : 1);
      else if ((mark & isSame) === 0) {
        value += glyph.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = along(flags.shortX, flags.sameX);
  const ys = along(flags.shortY, flags.sameY);
  const points = marks.map((mark, index): Point => ({
    x: xs[index] ?? 0,
    y: ys[index] ?? 0,
    isOn: (mark & flags.onCurve) !== 0,
  }));
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

const parts = { areWords: 1, areOffsets: 2, scaled: 8, more: 32, scaledTwice: 64, turned: 128 } as const;

/** A letter and its accents, each a glyph of its own, moved into place; a closing quote is an opening one, turned. */
function composed(glyph: DataView, read: (glyph: number) => readonly Contour[]): readonly Contour[] {
  const contours: Contour[] = [];
  let at = 10;
  for (let mark: number = parts.more; (mark & parts.more) !== 0;) {
    mark = glyph.getUint16(at);
    const has = (flag: number) => (mark & flag) !== 0;
    if (!has(parts.areOffsets))
      throw new Error("The font puts a glyph together in a way that we do not read.");
    const part = glyph.getUint16(at + 2);
    const isWide = has(parts.areWords);
    const dx = isWide ? glyph.getInt16(at + 4) : glyph.getInt8(at + 4);
    const dy = isWide ? glyph.getInt16(at + 6) : glyph.getInt8(at + 5);
    at += isWide ? 8 : 6;
    const count = has(parts.scaled) ? 1 : has(parts.scaledTwice) ? 2 : has(parts.turned) ? 4 : 0;
    const [one = 1, two = one, three = 0, four = 0] = Array.from(
      { length: count },
      (_, index) => glyph.getInt16(at + 2 * index) / 0x40_00,
    );
    at += 2 * count;
    const [xx, xy, yx, yy] = count === 4 ? [one, two, three, four] : [one, 0, 0, two];
    for (const contour of read(part))
      contours.push(
        contour.map(({ x, y, isOn }) => ({ x: x * xx + y * yx + dx, y: x * xy + y * yy + dy, isOn })),
      );
  }
  return contours;
}

/**
 * An outline as a path of SVG.
 *
 * @param scale  pixels for a unit of the font
 * @param x      pixels, of the glyph's left
 * @param y      pixels, of its base line; downwards
 */
export function pathOf(contours: readonly Contour[], scale: number, x: number, y: number): string {
  const at = (point: Pick<Point, "x" | "y">) =>
    `${(x + point.x * scale).toFixed(1)} ${(y - point.y * scale).toFixed(1)}`;
  return contours.map((contour) => closed(contour, at)).join("");
}

/** Between two points that bend the curve lies one on it, halfway. */
function closed(contour: Contour, at: (point: Pick<Point, "x" | "y">) => string): string {
  const first = contour.findIndex(({ isOn }) => isOn);
  const start = contour[first];
  if (start === undefined) return ""; // this font has none that never touches its curve
  const round = [...contour.slice(first + 1), ...contour.slice(0, first), start];
  let path = `M${at(start)}`;
  round.forEach((point, index) => {
    const before = index === 0 ? start : round[index - 1];
    if (point.isOn) path += (before?.isOn === false ? "" : "L") + at(point);
    else path += `${before?.isOn === false ? at(middle(before, point)) : ""}Q${at(point)} `;
  });
  return `${path}Z`;
}

function middle(one: Point, other: Point): Pick<Point, "x" | "y"> {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
