/** Of several runs: the middle one, and from where to where nine of ten lie. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly p95: number;
}

export function spreadOf(all: readonly number[]): Spread {
  const sorted = all.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), least: at(0), most: at(1), p95: at(0.95) };
}
