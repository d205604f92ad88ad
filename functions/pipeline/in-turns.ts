/**
 * Carries out the work on each of them, so many at once; the results in the order of `each`. The first failure ends it, but
 * what is under way by then is waited for: whoever hears of the failure may count on nothing being done any more.
 */
export async function inTurns<T, R>(
  each: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  let failed = false;
  const turn = async (): Promise<void> => {
    while (next < each.length && !failed) {
      const index = next;
      next += 1;
      const one = each[index] as T;
      try {
        results[index] = await work(one);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const turns = await Promise.allSettled(Array.from({ length: Math.min(atOnce, each.length) }, turn));
  for (const one of turns) if (one.status === "rejected") throw one.reason;
  return results;
}

/** The list in pieces of at most `size`. */
export function inPieces<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
