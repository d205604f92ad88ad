import type { Instant } from "../../content/instant.ts";
import { indexLibrary } from "../../pipeline/index-library.ts";
import { planSubjects } from "../../pipeline/promote.ts";
import { subjectsBetween } from "../../pipeline/subjects-to-render.ts";
import { deletedIn, waves } from "../../site/plan-subject.ts";
import type { SiteObject } from "../../site/site-object.ts";
import type { Draft } from "./draft-room.ts";

/** What is otherwise on the site at another instant: an object, or undefined where there is none by then. */
export type Overlay = ReadonlyMap<string, SiteObject | undefined>;

/**
 * The planner's answer to "how will it look on 19 June?": what it would do if that were now. Nothing of it is done; the
 * cost is that of what changes by itself between now and then.
 */
export async function siteAsOf(draft: Draft, instant: Instant): Promise<Overlay> {
  const library = indexLibrary(draft.rows, draft.sources, instant);
  const subjects = await subjectsBetween(draft.rows, library, draft.instant);
  await draft.make(subjects); // or it would not be known what they have now and will not have then
  const plans = await planSubjects(draft.rows, library, subjects, false);
  const objects = plans.flatMap((plan) => waves.flatMap((wave) => plan[wave]));
  return new Map<string, SiteObject | undefined>([
    ...plans
      .flatMap((plan) => leaving.flatMap((wave) => deletedIn(plan, wave)))
      .map((key) => [key, undefined] as const),
    ...objects.flatMap((one) => (typeof one === "string" ? [] : [[one.key, one] as const])),
  ]);
}

const leaving = ["leaving", "gone"] as const;
