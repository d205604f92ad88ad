import type { Case } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import type { TimeLineEntry } from "../../../templates/views.ts";
import type { Library } from "../library.ts";
import type { ReleaseCard } from "../release-card.ts";
import { teaserOf } from "./teaser.ts";
import { linkToCase, stepView } from "./trail.ts";

/**
 * Releases and the steps of cases as one: what is still to come first, then back in time. On one day the decision comes
 * above the release that tells of it, and steps of a case keep their order.
 *
 * @param cards  newest first
 */
export async function timeLine(
  library: Library,
  cases: readonly Case[],
  cards: readonly ReleaseCard[],
  locale: Locale,
): Promise<readonly TimeLineEntry[]> {
  const steps = await Promise.all(
    cases.flatMap((matter) =>
      matter.steps.toReversed().map(async (step): Promise<TimeLineEntry> => ({
        type: "step",
        date: step.date,
        step: await stepView(library, step, locale),
        case: linkToCase(matter, locale),
      })),
    ),
  );
  const releases = cards.map((card): TimeLineEntry => ({
    type: "release",
    date: card.date,
    release: teaserOf(card, locale),
  }));
  return [...steps, ...releases].toSorted((one, other) =>
    one.date === other.date ? 0 : one.date < other.date ? 1 : -1,
  );
}
