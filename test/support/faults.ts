/** What can go wrong with a call to the world outside. */
export const faultKinds = [
  /** Nothing was done. */
  "before",
  /** It was done, and the answer was lost. */
  "after",
  /** It was done twice, as at-least-once delivery may. */
  "twice",
  /** It was done, and whoever called is dead from then on: nothing more is done, not even letting go of the lease. */
  "death",
] as const;
export type FaultKind = (typeof faultKinds)[number];

export class Crash extends Error {
  override readonly name = "Crash";
}

/** Lets calls through, but for one of them. */
export interface Faults {
  /** @param call  how many calls go well before it */
  plan(call: number, kind: FaultKind): void;
  /** Whoever comes next is alive, and nothing goes wrong. */
  clear(): void;
  /** How many calls were made so far. */
  calls(): number;
  /** Does the work, or what the plan makes of it. */
  around<T>(work: () => Promise<T>): Promise<T>;
  /** The same ports, with every call that they make going through here. */
  in<P extends object>(port: P): P;
}

export function faults(pause: () => Promise<unknown> = () => Promise.resolve()): Faults {
  let left = Infinity;
  let kind: FaultKind = "before";
  let isDead = false;
  let made = 0;

  async function around<T>(work: () => Promise<T>): Promise<T> {
    made += 1;
    await pause();
    if (isDead) throw new Crash("This publisher is dead.");
    const fault = left === 0 ? kind : undefined;
    left -= 1;
    if (fault === "before") throw new Crash("This call was made to fail.");
    const result = await work();
    if (fault === "twice") return work();
    if (fault === "death") isDead = true;
    if (fault !== undefined) throw new Crash("The answer to this call was lost.");
    return result;
  }
  return {
    plan(call, planned) {
      left = call;
      kind = planned;
      isDead = false;
    },
    clear() {
      left = Infinity;
      isDead = false;
    },
    calls: () => made,
    around,
    in<P extends object>(port: P): P {
      return new Proxy(port, {
        get(target, name, receiver) {
          const member: unknown = Reflect.get(target, name, receiver);
          if (typeof member !== "function") return member;
          return (...args: unknown[]) =>
            around(() => Promise.resolve(Reflect.apply(member, target, args) as unknown));
        },
      });
    },
  };
}
