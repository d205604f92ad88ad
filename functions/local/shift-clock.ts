/**
 * Moves what this process takes for the time; what is asked of a given instant stays as it is.
 * Must come before any other module is loaded, since those may keep `Date.now` for themselves.
 */
export function shiftClock(milliseconds: number): void {
  const Real = Date;
  const now = Date.now.bind(Date);
  const shifted = () => now() + milliseconds;
  Real.now = shifted;
  const Shifted = new Proxy(Real, {
    construct: (target, given: unknown[], newTarget) =>
      Reflect.construct(target, given.length === 0 ? [shifted()] : given, newTarget),
    apply: (target) => new target(shifted()).toString(),
  });
  Object.defineProperty(Real.prototype, "constructor", { value: Shifted });
  globalThis.Date = Shifted;
}
