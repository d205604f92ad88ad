/** Past this many comparisons only what both begin with is paired: no release that people read comes near. */
const mostComparisons = 2_000_000;

/**
 * The heaviest run of pairs that are alike and in the same order in both lists.
 *
 * @param weight  of a pair by its half in `one`; the same for all that are alike
 * @returns  places in `one` and in `other`, both from 0 and rising
 * @see      https://en.wikipedia.org/wiki/Longest_common_subsequence
 */
export function commonOrder<T, U>(
  one: readonly T[],
  other: readonly U[],
  alike: (a: T, b: U) => boolean,
  weight: (a: T) => number = () => 1,
): readonly (readonly [number, number])[] {
  const same = (i: number, j: number) => alike(one[i] as T, other[j] as U);
  const shorter = Math.min(one.length, other.length);
  // What both begin with needs no table, and most translations are the same blocks throughout.
  let start = 0;
  while (start < shorter && same(start, start)) start += 1;
  const [rows, columns] = [one.length - start, other.length - start];
  const pairs = Array.from({ length: start }, (_, index) => [index, index] as const);
  if (rows * columns > mostComparisons) return pairs;

  const width = columns + 1;
  const heaviest = new Uint32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1)
      heaviest[i * width + j] = same(start + i, start + j)
        ? weight(one[start + i] as T) + at((i + 1) * width + j + 1)
        : Math.max(at((i + 1) * width + j), at(i * width + j + 1));
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (same(start + i, start + j)) pairs.push([start + i++, start + j++]);
    else if (at((i + 1) * width + j) >= at(i * width + j + 1)) i += 1;
    else j += 1;
  }
  return pairs;

  function at(place: number): number {
    return heaviest[place] ?? 0;
  }
}
