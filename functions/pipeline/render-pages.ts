import type { Instant } from "../content/instant.ts";
import { deletedIn, isSettled, waves } from "../site/plan-subject.ts";
import type { HandedOver, SubjectPlan, Wave } from "../site/plan-subject.ts";
import { isImmutable, saysGone } from "../site/site-object.ts";
import type { Subject } from "../site/subject.ts";
import { holdPictures, letGoOfPictures } from "./hold-pictures.ts";
import { indexLibrary } from "./index-library.ts";
import { leaseAskedFor } from "./lease.ts";
import type { ToldLease } from "./lease.ts";
import type { Clock, Held, Ledger, Rows, Site, Sources, Workers } from "./ports.ts";
import { planSubjects, promote, unlink } from "./promote.ts";
import { whileLeased } from "./while-leased.ts";

/**
 * What a worker does with its batch. Besides the waves: `compared` looks what is to be done and writes nothing; `unlinked`
 * writes down of what leaves that nothing leads to it any more, and takes away what needs no link.
 */
export type RenderStep = "compared" | "unlinked" | Wave;

/** One batch of subjects in one step of a large publication. */
export interface RenderPagesOrder {
  readonly instant: Instant;
  readonly subjects: readonly Subject[];
  readonly step: RenderStep;
  /** Put everything once more, whatever is recorded. */
  readonly again: boolean;
  /** What these subjects get from others, as an earlier step has found. */
  readonly handedOver: readonly HandedOver[];
  /** The publisher's: nothing is written once it is over. */
  readonly lease: ToldLease;
}

export interface RenderPagesResult {
  readonly put: number;
  readonly deleted: number;
  /** Keys that were put or deleted. */
  readonly touched: readonly string[];
  /** Keys for which a cache may hold an answer that is no longer true. */
  readonly stale: readonly string[];
  /** Those that have something to do in a later step; the others need not be rendered again. */
  readonly unsettled: readonly Subject[];
  /** What these subjects give up to others, of this batch or another. */
  readonly handedOver: readonly HandedOver[];
}

/** Renders a batch and carries out one step of it. Doing it twice does no harm: the second time finds nothing to do. */
export async function renderPages(
  ports: {
    readonly sources: Pick<Sources, "bytes">;
    readonly rows: Rows;
    readonly site: Site;
    readonly ledger: Pick<Ledger, "leaseOf">;
    readonly held: Pick<Held, "delete">;
    readonly workers: Pick<Workers, "drawPictures">;
    readonly clock: Pick<Clock, "now">;
  },
  order: RenderPagesOrder,
): Promise<RenderPagesResult> {
  const library = indexLibrary(ports.rows, ports.sources, order.instant);
  const plans = await planSubjects(ports.rows, library, order.subjects, order.again, order.handedOver);
  const leased = whileLeased(ports, leaseAskedFor(ports, order.lease));
  const done: readonly Wave[] = waves.filter((wave) => wave === order.step);
  if (order.step === "unlinked") await unlink(leased, plans);
  await holdPictures(ports.workers, plans, done);
  await promote(leased, plans, done);
  await letGoOfPictures(leased.held, plans, done);
  const unsettled = plans.filter((plan) => isUnsettled(plan, done)).map(({ subject }) => subject);
  const handedOver = plans.flatMap(({ takenOver }) => takenOver);
  return { ...accountOf(plans, done), unsettled, handedOver };
}

/** What these waves of the plans come to. */
export function accountOf(
  plans: readonly SubjectPlan[],
  some: readonly Wave[],
): Pick<RenderPagesResult, "put" | "deleted" | "touched" | "stale"> {
  const put = plans.flatMap((plan) =>
    some.flatMap((wave) => plan[wave].flatMap((one) => (typeof one === "string" ? [] : one))),
  );
  const leaving = some.filter((wave) => wave === "leaving" || wave === "gone");
  const deleted = plans.flatMap((plan) => leaving.flatMap((wave) => deletedIn(plan, wave)));
  // Nothing can be cached of a new object whose address says what is in it, but for a 404 of some seconds.
  const wereGone = new Set(
    plans.flatMap(({ recorded }) => Object.keys(recorded).filter((key) => saysGone(recorded[key]))),
  );
  const stale = put
    .filter((object) => !isImmutable(object) || wereGone.has(object.key))
    .map(({ key }) => key);
  return {
    put: put.length,
    deleted: deleted.length,
    touched: [...put.map(({ key }) => key), ...deleted],
    stale: [...stale, ...deleted],
  };
}

function isUnsettled(plan: SubjectPlan, done: readonly Wave[]): boolean {
  return !isSettled({ ...plan, ...Object.fromEntries(done.map((wave) => [wave, []])) });
}
