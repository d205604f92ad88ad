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
import type { RenderPagesOrder, RenderPagesResult } from "./render-pages.ts";

export type Rendered = Pick<RenderPagesResult, "put" | "deleted" | "touched" | "stale">;

/** Up to here the publisher does it itself: a release touches about a dozen, and asking others costs more than that. */
export const ownHands = 200;
/** For one worker and one wave: some seconds of work. */
const batch = 100;
const workersAtOnce = 8;
/** What leaves with one worker leads to what leaves with another: all of them know it before the first begins. */
const largeWaves = waves.flatMap((wave) => (wave === "leaving" ? (["unlinked", wave] as const) : wave));

/**
 * Renders the subjects and brings them onto the site, wave by wave over all of them.
 *
 * @param planned  what is to be done, where that was worked out before
 */
export async function renderEverywhere(
  ports: {
    readonly sources: Pick<Sources, "bytes">;
    readonly rows: Rows;
    readonly site: Site;
    readonly held: Pick<Held, "delete">;
    readonly workers: Pick<Workers, "renderPages" | "drawPictures">;
    readonly lease: Lease;
  },
  instant: Instant,
  subjects: readonly Subject[],
  again: boolean,
  planned?: readonly SubjectPlan[],
): Promise<Rendered> {
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
    wave: RenderPagesOrder["wave"],
    some: readonly Subject[],
    handedOver: readonly HandedOver[],
  ): Promise<readonly RenderPagesResult[]> =>
    inTurns(inPieces(some, batch), workersAtOnce, (piece) => {
      const gets = handedOver.filter(({ to }) => piece.includes(to));
      const lease = { holder: ports.lease.holder, until: ports.lease.until() };
      return ports.workers.renderPages({ instant, subjects: piece, wave, again, handedOver: gets, lease });
    });
  let left = subjects;
  let handedOver: readonly HandedOver[] = [];
  const results: RenderPagesResult[] = [];
  for (const wave of largeWaves) {
    const done = [...(await carryOut(wave, left, handedOver))];
    handedOver = done.flatMap((one) => one.handedOver);
    if (wave === "new") {
      // Who gets something from another batch knows of it only now, and where nothing leads to it, it is new as well.
      const late = handedOver.filter(({ isLinked }) => !isLinked);
      done.push(...(await carryOut(wave, [...new Set(late.map(({ to }) => to))], late)));
      await noteAllThatCame(ports.rows, subjects);
    }
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
