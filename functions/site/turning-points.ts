import type { Entry } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import type { Subject } from "./subject.ts";
import { newsUntil } from "./news-until.ts";

/** That the site changes by itself at an instant, because of what one entry says. */
export interface TurningPoint {
  readonly at: Instant;
  /** What is to be rendered then; left out for everything that the entry affects when it is changed. */
  readonly subjects?: readonly Subject[];
}

/**
 * When pages change though nobody commits anything: each of these is a row of the index, the soonest is the ledger's next
 * wake-up, and once it has passed the subjects are rendered as of then. Whatever a page shows by comparing something of
 * an entry with the library's instant has its turning points here, the end of an embargo as well as what grows old:
 * without one the page is right only until somebody changes it for another reason. An instant that has passed already
 * does no harm.
 */
export function turningPoints(entry: Entry): readonly TurningPoint[] {
  const goesLive = "liveFrom" in entry && entry.liveFrom !== undefined ? [{ at: entry.liveFrom }] : [];
  if (entry.kind === "case") return [...goesLive, ...openSteps(entry), ...documentsThatCome(entry)];
  if (entry.kind === "photo") return entry.shownUntil === undefined ? [] : [{ at: entry.shownUntil }];
  if (entry.kind === "contact") return rolesThatChange(entry);
  if (entry.kind === "release")
    return [
      ...goesLive,
      { at: newsUntil(entry.liveFrom), subjects: ["news"] },
      ...advanceCopiesThatEnd(entry),
    ];
  return goesLive;
}

function openSteps({ steps }: Extract<Entry, { kind: "case" }>): readonly TurningPoint[] {
  return steps.flatMap(({ outcome, overdueFrom }) => (outcome === undefined ? [{ at: overdueFrom }] : []));
}

function documentsThatCome({ id, documents }: Extract<Entry, { kind: "case" }>): readonly TurningPoint[] {
  return documents.flatMap(({ liveFrom }) =>
    liveFrom === undefined ? [] : [{ at: liveFrom, subjects: [`case:${id}` as const] }],
  );
}

function rolesThatChange({ roles }: Extract<Entry, { kind: "contact" }>): readonly TurningPoint[] {
  return roles
    .flatMap(({ heldFrom, heldUntil }) => [heldFrom, heldUntil])
    .flatMap((at) => (at === undefined ? [] : [{ at }]));
}

function advanceCopiesThatEnd({ id, advance }: Extract<Entry, { kind: "release" }>): readonly TurningPoint[] {
  return advance.map(({ until }) => ({ at: until, subjects: [`release:${id}` as const] }));
}
