import type { Case, Id, Step } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import { afterInstant, indexKeys, pendingPartition } from "./index-keys.ts";
import type { IndexedEntry } from "./index-rows.ts";
import type { Rows } from "./ports.ts";

/** A step whose day has passed without an outcome. */
export interface OverdueStep {
  readonly case: Case;
  readonly step: Step;
}

/** All that wait for somebody to write what was decided, the longest first. */
export async function overdueSteps(
  rows: Pick<Rows, "get" | "query">,
  now: Instant,
): Promise<readonly OverdueStep[]> {
  const pending = await rows.query({ pk: pendingPartition, before: afterInstant(now) });
  const named = pending.map(({ value }) => value as { readonly case: Id; readonly step: Id });
  const found = await rows.get(
    [...new Set(named.map(({ case: id }) => id))].map((id) => indexKeys.entry("case", id)),
  );
  const cases = new Map(
    found.map(({ value }) => (value as IndexedEntry).entry as Case).map((one) => [one.id, one]),
  );
  return named.flatMap(({ case: id, step: stepId }) => {
    const matter = cases.get(id);
    const step = matter?.steps.find((one) => one.id === stepId);
    return matter === undefined || step === undefined ? [] : [{ case: matter, step }];
  });
}
