/** Works on so many at once, and hands out what comes of them in the order of `each`. */
export async function* ahead<T, R>(
  each: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  let next = 0;
  const begin = (): void => {
    const one = each[next];
    if (one === undefined) return;
    next += 1;
    const begun = work(one);
    begun.catch(() => {}); // told when it is its turn, and not as an error that nobody waits for
    underWay.push(begun);
  };
  for (let count = 0; count < atOnce; count += 1) begin();
  for (let first = underWay.shift(); first !== undefined; first = underWay.shift()) {
    const result = await first;
    begin();
    yield result;
  }
}
