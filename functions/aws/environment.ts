import { environmentNames } from "../contract.ts";

export type EnvironmentName = keyof typeof environmentNames;

/**
 * Reads what the stack has set, once. The only place that looks at the environment.
 *
 * @param names  what this function needs; the stack gives each function no more than that
 * @throws       naming every variable that is missing, not only the first
 */
export function readEnvironment<N extends EnvironmentName>(
  ...names: readonly N[]
): Readonly<Record<N, string>> {
  const found = names.map((name) => [name, process.env[environmentNames[name]] ?? ""] as const);
  const missing = found.filter(([, value]) => value === "").map(([name]) => environmentNames[name]);
  if (missing.length > 0) throw new Error(`The stack sets no ${missing.join(", no ")}.`);
  return Object.fromEntries(found) as Record<N, string>;
}

/** What the stack sets for some stages only. */
export function environmentHas(name: EnvironmentName): boolean {
  return (process.env[environmentNames[name]] ?? "") !== "";
}
