import { renderSubject } from "../site/render-subject.ts";
import { addressOfKey } from "../site/paths.ts";
import {
  deletedIn,
  doubted,
  inDoubt,
  isSettled,
  isThere,
  leadsOn,
  mayBeLinked,
  needsNoLink,
  planSubject,
  settled,
  withHandedOver,
} from "../site/plan-subject.ts";
import type { HandedOver, Recorded, SubjectPlan, Wave } from "../site/plan-subject.ts";
import type { SiteObject } from "../site/site-object.ts";
import type { Subject } from "../site/subject.ts";
import { counterpart } from "../site/yearly.ts";
import { deleteAll } from "./delete-all.ts";
import { inPieces, inTurns } from "./in-turns.ts";
import { indexKeys } from "./index-keys.ts";
import type { IndexLibrary } from "./index-library.ts";
import type { Owner } from "./index-rows.ts";
import type { Row, Rows, Site } from "./ports.ts";

/** Requests at once; past this the client's own work is the limit. */
const atOnce = 32;
/** Accounts that are looked through together, some kilobytes each, and such requests at once. */
const notedAtOnce = 100;
const notesAtOnce = 8;

/**
 * Renders subjects and holds them against what the site has of them. Changes nothing.
 *
 * @param again       what is recorded is not believed: everything is to be put once more
 * @param handedOver  what is given up elsewhere in the same publication
 */
export async function planSubjects(
  rows: Pick<Rows, "get">,
  library: IndexLibrary,
  subjects: readonly Subject[],
  again: boolean,
  handedOver: readonly HandedOver[] = [],
): Promise<readonly SubjectPlan[]> {
  const found = await rows.get(subjects.map((subject) => indexKeys.subject(subject)));
  const recorded = new Map(found.map(({ sk, value }) => [sk, value as Recorded]));
  const plans = await inTurns(subjects, atOnce, async (subject) => {
    const objects = await renderSubject(library, subject);
    const known = recorded.get(subject) ?? {};
    const before = again ? doubted(known) : known;
    const lost = await takenOver(rows, library, subject, objects, before);
    return { plan: planSubject(subject, objects, before, lost), objects };
  });
  const given = [...plans.flatMap(({ plan }) => plan.takenOver), ...handedOver];
  const byKey = new Map(given.map((one) => [one.key, one]));
  return plans.map(({ plan, objects }) => (byKey.size === 0 ? plan : withHandedOver(plan, objects, byKey)));
}

/** Keys that this subject no longer has because its address belongs to another live entry now. */
async function takenOver(
  rows: Pick<Rows, "get">,
  library: IndexLibrary,
  subject: Subject,
  objects: readonly SiteObject[],
  before: Recorded,
): Promise<readonly HandedOver[]> {
  const wanted = new Set(objects.map(({ key }) => key));
  const lost = Object.keys(before).filter((key) => !wanted.has(key));
  if (lost.length === 0) return [];
  const owners = await rows.get(
    [...new Set(lost.map(addressOfKey))].map((address) => indexKeys.address(address)),
  );
  const others = await Promise.all(
    owners.map(async ({ value }) => {
      const other = counterpart(subject, value as Owner);
      if (other === subject) return [];
      const theirs = new Set((await renderSubject(library, other)).map(({ key }) => key));
      return lost
        .filter((key) => theirs.has(key))
        .map((key) => ({ key, to: other, isLinked: isThere(before[key]) }));
    }),
  );
  return others.flat();
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
  const before = waves.filter((wave) => wave === "new" || wave === "changed");
  const leaving = waves.filter((wave) => wave === "leaving" || wave === "gone");
  await ports.rows.write(
    unsettled.map((plan) => recordRow(plan, inDoubt(plan, before))),
    [],
  );
  for (const wave of before) {
    await carryOut(ports.site, unsettled, wave);
    if (wave === "new" && before.includes("changed")) await noteWhatCame(ports.rows, unsettled);
  }
  if (leaving.length > 0) await unlink(ports, unsettled, before, leaving);
  for (const wave of leaving) await carryOut(ports.site, unsettled, wave);
  const after = unsettled.map((plan) => ({ plan, recorded: settled(plan, waves) }));
  await ports.rows.write(
    after.flatMap(({ plan, recorded }) => (isEmpty(recorded) ? [] : recordRow(plan, recorded))),
    after.flatMap(({ plan, recorded }) => (isEmpty(recorded) ? indexKeys.subject(plan.subject) : [])),
  );
}

/** From now on something may lead to what is new, so it has to be known that it is there. */
async function noteWhatCame(rows: Pick<Rows, "write">, plans: readonly SubjectPlan[]): Promise<void> {
  const some = plans.filter((plan) => plan.new.length > 0);
  await rows.write(
    some.map((plan) =>
      recordRow(plan, inDoubt({ ...plan, recorded: mayBeLinked(settled(plan, ["new"])) }, ["changed"])),
    ),
    [],
  );
}

/** The same for what workers put: only when the last of them is done may anything lead to what the first of them put. */
export async function noteAllThatCame(
  rows: Pick<Rows, "get" | "write">,
  subjects: readonly Subject[],
): Promise<void> {
  await inTurns(inPieces(subjects, notedAtOnce), notesAtOnce, async (some) => {
    const found = await rows.get(some.map((subject) => indexKeys.subject(subject)));
    const noted = found.map((row) => ({ row, linked: mayBeLinked(row.value as Recorded) }));
    await rows.write(
      noted.flatMap(({ row, linked }) => (linked === row.value ? [] : { ...row, value: linked })),
      [],
    );
  });
}

/**
 * Only when nothing leads to it any more is it written down that it may be gone: whoever wants it back then puts it
 * before what links to it, and would be wrong to as long as something still does. And before the first of it goes:
 * what leaves leads to what leaves, and whoever wants some of it back has to know that none of it may be relied on.
 * What readers come to without a link goes at once.
 *
 * @param done  what these plans have behind them
 */
export async function unlink(
  { rows, site }: { readonly rows: Pick<Rows, "write">; readonly site: Pick<Site, "delete"> },
  plans: readonly SubjectPlan[],
  done: readonly Wave[] = [],
  leaving: readonly Wave[] = ["leaving", "gone"],
): Promise<void> {
  const some = plans.filter((plan) => leaving.some((wave) => plan[wave].length > 0));
  await rows.write(
    some.map((plan) => recordRow(plan, inDoubt({ ...plan, recorded: settled(plan, done) }, leaving))),
    [],
  );
  // What needs no link leads to the rest for as long as it is there.
  await deleteAll(site, some.flatMap((plan) => deletedIn(plan, "leaving")).filter(needsNoLink));
}

async function carryOut(site: Site, plans: readonly SubjectPlan[], wave: Wave): Promise<void> {
  if (wave === "leaving" || wave === "gone") return takeFrom(site, plans, wave);
  const objects = plans.flatMap((plan) => plan[wave]);
  // A kit that is there keeps its address, and a correction does not wait for some gigabytes to be put together again.
  const isLate = ({ body }: SiteObject) => wave === "changed" && "kit" in body && body.kit !== undefined;
  const late = objects.filter(isLate);
  const parts = objects.filter((object) => !leadsOn(object.key) && !isLate(object));
  const leading = objects.filter(({ key }) => leadsOn(key) && !needsNoLink(key));
  const given = objects.filter(({ key }) => leadsOn(key) && needsNoLink(key));
  // Pictures and style before the pages that show them.
  for (const some of [parts, leading, given, late]) await inTurns(some, atOnce, (object) => site.put(object));
}

async function takeFrom(site: Site, plans: readonly SubjectPlan[], wave: "leaving" | "gone"): Promise<void> {
  const ended = plans.flatMap((plan) => plan[wave].filter((one) => typeof one !== "string"));
  await inTurns(ended, atOnce, (object) => site.put(object));
  await deleteAll(
    site,
    plans.flatMap((plan) => deletedIn(plan, wave)),
  );
}

function recordRow(plan: SubjectPlan, value: Recorded): Row {
  return { ...indexKeys.subject(plan.subject), value };
}

function isEmpty(recorded: Recorded): boolean {
  return Object.keys(recorded).length === 0;
}
