import { renderSubject } from "../site/render-subject.ts";
import type { Library } from "../site/library.ts";
import { inDoubt, isSettled, planSubject, settled } from "../site/plan-subject.ts";
import type { Recorded, SubjectPlan, Wave } from "../site/plan-subject.ts";
import type { SiteObject } from "../site/site-object.ts";
import type { Subject } from "../site/subject.ts";
import { inPieces, inTurns } from "./in-turns.ts";
import { indexKeys } from "./index-keys.ts";
import type { Row, Rows, Site } from "./ports.ts";

/** Requests at once; past this the client's own work is the limit. */
const atOnce = 32;
/** Keys of one delete request, S3's own limit. */
const deletedAtOnce = 1_000;

/** Renders subjects and holds them against what the site has of them. Changes nothing. */
export async function planSubjects(
  rows: Pick<Rows, "get">,
  library: Library,
  subjects: readonly Subject[],
): Promise<readonly SubjectPlan[]> {
  const found = await rows.get(subjects.map((subject) => indexKeys.subject(subject)));
  const recorded = new Map(found.map(({ sk, value }) => [sk, value as Recorded]));
  return inTurns(subjects, atOnce, async (subject) =>
    planSubject(subject, await renderSubject(library, subject), recorded.get(subject) ?? {}),
  );
}

/**
 * Carries out some waves of the plans, in order, all subjects together. What is about to happen is written down
 * first: whoever comes after a crash knows which keys to look at again.
 */
export async function promote(
  ports: { readonly rows: Pick<Rows, "write">; readonly site: Site },
  plans: readonly SubjectPlan[],
  waves: readonly Wave[],
): Promise<void> {
  const unsettled = plans.filter((plan) => !isSettled(plan) && waves.some((wave) => plan[wave].length > 0));
  if (unsettled.length === 0) return;
  await ports.rows.write(
    unsettled.map((plan) => recordRow(plan, inDoubt(plan, waves))),
    [],
  );
  for (const wave of waves) await carryOut(ports.site, unsettled, wave);
  const after = unsettled.map((plan) => ({ plan, recorded: settled(plan, waves) }));
  await ports.rows.write(
    after.flatMap(({ plan, recorded }) => (isEmpty(recorded) ? [] : recordRow(plan, recorded))),
    after.flatMap(({ plan, recorded }) => (isEmpty(recorded) ? indexKeys.subject(plan.subject) : [])),
  );
}

async function carryOut(site: Site, plans: readonly SubjectPlan[], wave: Wave): Promise<void> {
  if (wave === "gone") {
    const gone = plans.flatMap((plan) => plan.gone);
    for (const keys of inPieces(gone, deletedAtOnce)) await site.delete(keys);
    return;
  }
  const objects = plans.flatMap((plan) => plan[wave]);
  // Pictures and style before the pages that show them.
  const [pages, parts] = [objects.filter(isPage), objects.filter((object) => !isPage(object))];
  await inTurns(parts, atOnce, (object) => site.put(object));
  await inTurns(pages, atOnce, (object) => site.put(object));
}

function isPage({ key }: SiteObject): boolean {
  return key.endsWith(".html");
}

function recordRow(plan: SubjectPlan, value: Recorded): Row {
  return { ...indexKeys.subject(plan.subject), value };
}

function isEmpty(recorded: Recorded): boolean {
  return Object.keys(recorded).length === 0;
}
