import type { Instant } from "../content/instant.ts";
import { waves } from "../site/plan-subject.ts";
import type { SubjectPlan } from "../site/plan-subject.ts";
import { holdPictures } from "./hold-pictures.ts";
import { indexLibrary } from "./index-library.ts";
import type { LedgerState, Target } from "./ledger.ts";
import type { Rows, Sources, Workers } from "./ports.ts";
import { planSubjects } from "./promote.ts";
import { ordinarily } from "./render-everywhere.ts";
import type { Sharing } from "./render-everywhere.ts";
import { subjectsOfChanges } from "./subjects-to-render.ts";
import type { Affected } from "./subjects-to-render.ts";

/**
 * What an instant to come changes by itself, worked out before it: nothing of it has been written anywhere that anybody
 * reads. The pictures that it takes are drawn, and held.
 */
export interface PlannedAhead {
  readonly instant: Instant;
  /** What was live when it was planned, and has to be when it is carried out. */
  readonly state: LedgerState;
  readonly affected: Affected;
  readonly plans: readonly SubjectPlan[];
}

/**
 * Plans what an instant will change while there is still time, so that at the instant only the writing is left.
 *
 * @returns  nothing where it is more than one publisher does by itself
 */
export async function planAhead(
  ports: {
    readonly rows: Rows;
    readonly sources: Pick<Sources, "bytes">;
    readonly workers: Pick<Workers, "drawPictures">;
    readonly sharing?: Sharing;
  },
  state: LedgerState,
  instant: Instant,
): Promise<PlannedAhead | undefined> {
  const { rows, sources, workers } = ports;
  const { live } = state;
  if (live === undefined || state.underway !== undefined) return undefined;
  const library = indexLibrary(rows, sources, instant);
  const affected = await subjectsOfChanges(rows, library, [], live.instant);
  if (affected.subjects === "all" || affected.subjects.length > (ports.sharing ?? ordinarily).ownHands)
    return undefined;
  const plans = await planSubjects(rows, library, affected.subjects, false);
  await holdPictures(workers, plans, waves);
  return { instant, state, affected, plans };
}

/** Whether what was planned is still all that there is to do: no commit, no other publisher came in between. */
export function stillHolds(
  ahead: PlannedAhead | undefined,
  state: LedgerState,
  wanted: Omit<Target, "instant">,
): boolean {
  const { live } = state;
  if (ahead === undefined || JSON.stringify(ahead.state) !== JSON.stringify(state)) return false;
  return (
    live !== undefined &&
    live.instant < ahead.instant &&
    (["commit", "tree", "code", "again"] as const).every((part) => live[part] === wanted[part])
  );
}
