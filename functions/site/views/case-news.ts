import type { Case, Step } from "../../content/entry.ts";
import { asInstant, startOfDay } from "../../content/instant.ts";
import type { Instant } from "../../content/instant.ts";
import type { Locale } from "../../content/locale.ts";
import { locales } from "../../content/locale.ts";
import type { FeedEntry } from "../../../templates/feed-views.ts";
import { shownDate } from "../../../templates/format.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type { Library } from "../library.ts";
import { entryPath } from "../paths.ts";
import { tagOf } from "../release-tag.ts";
import { stepView } from "./trail.ts";

/**
 * The steps of a case as news. Content does not say when somebody wrote something, so what is news is told by the id: a
 * meeting that is moved and an outcome that is recorded are entries of their own, and whoever reads the feed has not had
 * them yet. Other words for the same are the same entry.
 */
export async function stepsAsNews(
  library: Library,
  matter: Case,
  locale: Locale,
): Promise<readonly FeedEntry[]> {
  const [{ url, zone }, [first]] = await Promise.all([
    library.newsroom(),
    library.newerThan(beforeAll, { case: matter.id }, 1),
  ]);
  const entries = await Promise.all(
    matter.steps.map(async (step, index) => {
      const at = saidAt(matter, index, matter.liveFrom ?? first?.released, zone);
      if (at === undefined) return [];
      const { body, subject, outcome } = await stepView(library, step, locale);
      const strings = stringsOf(locale);
      const state = outcome === undefined ? strings.pending : strings.outcomes[outcome];
      const href = (one: Locale) => `${url}${entryPath(matter, one) ?? ""}#step-${step.id}`;
      return [
        {
          id: stepTag(url, matter, step, locale),
          title: `${body.text}, ${shownDate(step.date, locale)}: ${state}`,
          summary: subject,
          href: href(locale),
          published: at,
          updated: at,
          topics: [],
          translations: locales
            .filter((one) => one !== locale)
            .map((one) => ({ locale: one, href: href(one) })),
        } satisfies FeedEntry,
      ];
    }),
  );
  return entries.flat().toReversed();
}

const beforeAll = { released: asInstant(0), id: "" };

/** Names what was said of a step: that it is to come on that day, or how it ended. */
function stepTag(url: string, { id }: Case, { id: step, date, outcome }: Step, locale: Locale): string {
  return tagOf(url, sinceWhen, `${id}/${step}/${outcome ?? date}/${locale}`);
}

/**
 * A tag names a day on which its host was the newsroom's, and a step's own day may change. No newsroom was run by
 * this before that year.
 *
 * @see  RFC 4151, section 2.1
 */
const sinceWhen = "2026";

/**
 * Of what is decided its day. What is to come was known of when the step before it was done, or when the case was first told
 * of; undefined where nothing says when.
 */
function saidAt(
  { steps }: Case,
  index: number,
  firstTold: Instant | undefined,
  zone: string,
): Instant | undefined {
  const step = steps[index];
  if (step?.outcome !== undefined) return startOfDay(step.date, zone);
  const before = steps.slice(0, index).findLast(({ outcome }) => outcome !== undefined);
  return before === undefined ? firstTold : startOfDay(before.date, zone);
}
