import type { Release, Translation } from "../content/entry.ts";
import type { PassageView } from "../../templates/version-views.ts";
import { commonOrder } from "./common-order.ts";
import { versionsOf } from "./versions.ts";
import type { Version } from "./versions.ts";

/** What stands beside each other. */
export interface Pair {
  readonly da?: PassageView;
  readonly en?: PassageView;
  /** What became of the Danish since the English was made from it. */
  readonly since: "same" | "changed" | "added" | "removed";
}

/** The Danish text that the English says it was made from; undefined where it says nothing, or no text that is kept. */
export function followedVersion(release: Release): Version | undefined {
  const follows = release.translations.en?.follows;
  return versionsOf(release, "da").findLast(({ text }) => text.mark === follows);
}

/**
 * Both texts of a release, passage by passage, in their order. The English is held against the Danish that it was made
 * from, and that against the Danish of today: so a paragraph that is new in Danish pushes none of the others aside.
 */
export function sideBySide(release: Release, english: Translation): readonly Pair[] {
  const { da } = release.translations;
  const [now, en] = [passagesOf(da), passagesOf(english)];
  const then = passagesOf(followedVersion(release)?.text ?? da);
  const nowOf = new Map(kept(then, now));
  const enOf = new Map(commonOrder(then, en, ofOneKind, weight));
  const pairs: Pair[] = [];
  let [nextNow, nextEn] = [0, 0];
  const before = (untilNow: number, untilEn: number): void => {
    for (const passage of now.slice(nextNow, untilNow)) pairs.push({ da: passage, since: "added" });
    for (const passage of en.slice(nextEn, untilEn)) pairs.push({ en: passage, since: "same" });
    [nextNow, nextEn] = [Math.max(nextNow, untilNow), Math.max(nextEn, untilEn)];
  };
  then.forEach((passage, index) => {
    const [inNow, inEn] = [nowOf.get(index), enOf.get(index)];
    before(inNow ?? nextNow, inEn ?? nextEn);
    if (inNow === undefined && inEn === undefined) return;
    const [danish, translated] = [now[inNow ?? -1], en[inEn ?? -1]];
    pairs.push({
      ...(danish === undefined ? {} : { da: danish }),
      ...(translated === undefined ? {} : { en: translated }),
      since: danish === undefined ? "removed" : isSame(passage, danish) ? "same" : "changed",
    });
    if (inNow !== undefined) nextNow = inNow + 1;
    if (inEn !== undefined) nextEn = inEn + 1;
  });
  before(now.length, en.length);
  return pairs;
}

/** How many passages of the Danish text are others now than those that the English was made from. */
export function changedSince(pairs: readonly Pair[]): number {
  return pairs.filter(({ since }) => since !== "same").length;
}

function passagesOf({ title, lead, brief, blocks }: Translation): readonly PassageView[] {
  return [
    { type: "title", text: title },
    { type: "lead", text: lead },
    ...brief.map((text): PassageView => ({ type: "point", text })),
    ...blocks,
  ];
}

/** What stayed in its place, word for word; and between those, what is of the same kind. */
function kept(
  then: readonly PassageView[],
  now: readonly PassageView[],
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [from, to] = [0, 0];
  for (const [index, inNow] of [...commonOrder(then, now, isSame), [then.length, now.length] as const]) {
    const between = commonOrder(then.slice(from, index), now.slice(to, inNow), ofOneKind, weight);
    for (const [one, other] of between) pairs.push([from + one, to + other]);
    if (index < then.length) pairs.push([index, inNow]);
    [from, to] = [index + 1, inNow + 1];
  }
  return pairs;
}

function isSame(one: PassageView, other: PassageView): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function ofOneKind(one: PassageView, other: PassageView): boolean {
  return one.type === other.type;
}

/** A heading beside a heading says more than a paragraph beside a paragraph: there are fewer that it could be. */
function weight({ type }: PassageView): number {
  if (type === "paragraph" || type === "point") return 1;
  return type === "heading" || type === "title" || type === "lead" ? 4 : 2;
}
