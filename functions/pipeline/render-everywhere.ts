import type { Instant } from "../content/instant.ts";
import { waves } from "../site/plan-subject.ts";
import type { HandedOver, SubjectPlan } from "../site/plan-subject.ts";
import type { Subject } from "../site/subject.ts";
import { inPieces, inTurns } from "./in-turns.ts";
import { holdPictures, letGoOfPictures } from "./hold-pictures.ts";
import { indexLibrary } from "./index-library.ts";
import type { Lease } from "./lease.ts";
import type { Held, Rows, Site, Sources, Workers } from "./ports.ts";
import { noteAllThatCame, planSubjects, promote } from "./promote.ts";
import { accountOf } from "./render-pages.ts";
import type { RenderPagesResult, RenderStep } from "./render-pages.ts";

export type Rendered = Pick<RenderPagesResult, "put" | "deleted" | "touched" | "stale">;

export interface HowToRender {
  /** Put everything once more, whatever is recorded. */
  readonly again: boolean;
  /** An address may have passed from one entry to another, in this publication or in one that broke off. */
  readonly mayHandOver: boolean;
  /** What is to be done, where that was worked out before. */
  readonly planned?: readonly SubjectPlan[] | undefined;
}

/** How a publication is shared out among workers. */
export interface Sharing {
  /** Up to so many subjects the publisher does it itself: a release touches about a dozen, and asking others costs more. */
  readonly ownHands: number;
  /** Subjects for one worker and one step: some seconds of work. */
  readonly batch: number;
}
export const ordinarily: Sharing = { ownHands: 200, batch: 100 };
const workersAtOnce = 8;
/** What leaves with one worker leads to what leaves with another: all of them know it before the first begins. */
const steps = ["new", "changed", "unlinked", "leaving", "gone"] as const satisfies readonly RenderStep[];

/** Renders the subjects and brings them onto the site, wave by wave over all of them. */
export async function renderEverywhere(
  ports: {
    readonly sources: Pick<Sources, "bytes">;
    readonly rows: Rows;
    readonly site: Site;
    readonly held: Pick<Held, "delete">;
    readonly workers: Pick<Workers, "renderPages" | "drawPictures">;
    readonly lease: Lease;
    readonly sharing?: Sharing;
  },
  instant: Instant,
  subjects: readonly Subject[],
  { again, mayHandOver, planned }: HowToRender,
): Promise<Rendered> {
  const { ownHands, batch } = ports.sharing ?? ordinarily;
  if (planned !== undefined || subjects.length <= ownHands) {
    const library = () => indexLibrary(ports.rows, ports.sources, instant);
    const plans = planned ?? (await planSubjects(ports.rows, library(), subjects, again));
    // What was planned ahead was drawn ahead, too.
    if (planned === undefined) await holdPictures(ports.workers, plans, waves);
    await promote(ports, plans, waves);
    await letGoOfPictures(ports.held, plans, waves);
    return accountOf(plans, waves);
  }
  const carryOut = (
    step: RenderStep,
    some: readonly Subject[],
    handedOver: readonly HandedOver[],
  ): Promise<readonly RenderPagesResult[]> =>
    inTurns(inPieces(some, batch), workersAtOnce, (piece) => {
      const gets = handedOver.filter(({ to }) => piece.includes(to));
      const lease = { holder: ports.lease.holder, until: ports.lease.until() };
      return ports.workers.renderPages({ instant, subjects: piece, step, again, handedOver: gets, lease });
    });
  let left = subjects;
  let handedOver: readonly HandedOver[] = [];
  const results: RenderPagesResult[] = [];
  // Who gets something from another batch has to know before it puts anything: what is led to already does not come first.
  for (const step of mayHandOver ? ["compared" as const, ...steps] : steps) {
    const done = await carryOut(step, left, handedOver);
    handedOver = done.flatMap((one) => one.handedOver);
    if (step === "new") await noteAllThatCame(ports.rows, subjects);
    results.push(...done);
    // Who gets something from another batch may have thought that nothing was left to do.
    left = [...new Set([...done.flatMap(({ unsettled }) => unsettled), ...handedOver.map(({ to }) => to)])];
  }
  return {
    put: results.reduce((sum, { put }) => sum + put, 0),
    deleted: results.reduce((sum, { deleted }) => sum + deleted, 0),
    touched: results.flatMap(({ touched }) => touched),
    stale: results.flatMap(({ stale }) => stale),
  };
}
