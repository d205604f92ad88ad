import { from } from "./font-tables.ts";
import type { FontTables } from "./font-tables.ts";

/** How much closer two glyphs stand than their widths say, in the font's units; mostly negative. */
export type Kerning = (left: number, right: number) => number;

/**
 * Pairs alone: what a third glyph changes is left out.
 *
 * @see  OpenType, "GPOS": lookup type 2 (pairs), and 9, behind which it may stand
 */
export function kerning(tables: FontTables): Kerning {
  const positions = tables("GPOS");
  const lookups = from(positions, positions.getUint16(8));
  const found = [...kernLookups(from(positions, positions.getUint16(6)))].map((index) =>
    pairTables(from(lookups, lookups.getUint16(2 + 2 * index))).map(pairs),
  );
  return (left, right) => {
    for (const subtables of found) {
      for (const subtable of subtables) {
        const value = subtable(left, right);
        if (value !== undefined) return value; // the first that knows the pair has the say
      }
    }
    return 0;
  };
}

function kernLookups(features: DataView): ReadonlySet<number> {
  const lookups = new Set<number>();
  for (let at = 2; at < 2 + 6 * features.getUint16(0); at += 6) {
    if (features.getUint32(at) !== 0x6b_65_72_6e) continue; // "kern"
    const feature = from(features, features.getUint16(at + 4));
    for (let index = 0; index < feature.getUint16(2); index += 1)
      lookups.add(feature.getUint16(4 + 2 * index));
  }
  return lookups;
}

const types = { pairs: 2, extension: 9 } as const;

function pairTables(lookup: DataView): readonly DataView[] {
  const subtables = Array.from({ length: lookup.getUint16(4) }, (_, index) =>
    from(lookup, lookup.getUint16(6 + 2 * index)),
  );
  const type = lookup.getUint16(0);
  if (type === types.pairs) return subtables;
  if (type !== types.extension) return [];
  return subtables.flatMap((one) => (one.getUint16(2) === types.pairs ? from(one, one.getUint32(4)) : []));
}

/** Undefined for a pair of which the subtable says nothing. */
function pairs(subtable: DataView): (left: number, right: number) => number | undefined {
  const [format, coverage, ofLeft, ofRight] = [0, 2, 4, 6].map((at) => subtable.getUint16(at));
  const covered = coverageOf(from(subtable, coverage ?? 0));
  // A subtable whose pairs all stand as they are; a smaller set of letters has some of these.
  if (ofLeft === 0 && ofRight === 0) return (left) => (covered.has(left) ? 0 : undefined);
  if (ofLeft !== onlyAdvance || ofRight !== 0)
    throw new Error("The font kerns in a way that we do not read.");
  return format === 1 ? singly(subtable, covered) : byClass(subtable, covered);
}

/** What is said of a pair: how much further it is from the left glyph to the right one, and nothing else. */
const onlyAdvance = 4;

function singly(subtable: DataView, covered: ReadonlyMap<number, number>) {
  return (left: number, right: number): number | undefined => {
    const index = covered.get(left);
    if (index === undefined) return undefined;
    const set = from(subtable, subtable.getUint16(10 + 2 * index));
    for (let at = 2; at < 2 + 4 * set.getUint16(0); at += 4)
      if (set.getUint16(at) === right) return set.getInt16(at + 2);
    return undefined;
  };
}

function byClass(subtable: DataView, covered: ReadonlyMap<number, number>) {
  const left = classesOf(from(subtable, subtable.getUint16(8)));
  const right = classesOf(from(subtable, subtable.getUint16(10)));
  const rights = subtable.getUint16(14);
  return (one: number, other: number): number | undefined =>
    covered.has(one)
      ? subtable.getInt16(16 + 2 * ((left.get(one) ?? 0) * rights + (right.get(other) ?? 0)))
      : undefined;
}

function coverageOf(table: DataView): ReadonlyMap<number, number> {
  const covered = new Map<number, number>();
  const count = table.getUint16(2);
  if (table.getUint16(0) === 1)
    for (let index = 0; index < count; index += 1) covered.set(table.getUint16(4 + 2 * index), index);
  else
    for (const [first, last, index] of rangesOf(table, 4, count))
      for (let glyph = first; glyph <= last; glyph += 1) covered.set(glyph, index + glyph - first);
  return covered;
}

function classesOf(table: DataView): ReadonlyMap<number, number> {
  const classes = new Map<number, number>();
  if (table.getUint16(0) === 1)
    for (let index = 0; index < table.getUint16(4); index += 1)
      classes.set(table.getUint16(2) + index, table.getUint16(6 + 2 * index));
  else
    for (const [first, last, number] of rangesOf(table, 4, table.getUint16(2)))
      for (let glyph = first; glyph <= last; glyph += 1) classes.set(glyph, number);
  return classes;
}

function* rangesOf(
  table: DataView,
  begin: number,
  count: number,
): Generator<readonly [number, number, number]> {
  for (let at = begin; at < begin + 6 * count; at += 6)
    yield [table.getUint16(at), table.getUint16(at + 2), table.getUint16(at + 4)];
}
