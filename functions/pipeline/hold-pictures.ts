import type { SubjectPlan, Wave } from "../site/plan-subject.ts";
import { heldKeyOfPicture } from "../site/social-picture.ts";
import type { SocialPicture } from "../site/social-picture.ts";
import { deleteAll } from "./delete-all.ts";
import { inPieces, inTurns } from "./in-turns.ts";
import type { Held, Workers } from "./ports.ts";

/** Pictures for one worker: some seconds of drawing. */
const inOneOrder = 50;
const ordersAtOnce = 4;

/**
 * Has those pictures drawn that these waves of the plans put on the site. They are held, out of reach, and copied from
 * there with the pages that name them: no page names a picture that is not there.
 */
export async function holdPictures(
  workers: Pick<Workers, "drawPictures">,
  plans: readonly SubjectPlan[],
  waves: readonly Wave[],
): Promise<void> {
  const pictures = inPieces(picturesOf(plans, waves), inOneOrder);
  await inTurns(pictures, ordersAtOnce, (some) => workers.drawPictures({ pictures: some }));
}

/** Lets go of what was held for these waves alone, once it is on the site: whoever needs it again has it drawn again. */
export async function letGoOfPictures(
  held: Pick<Held, "delete">,
  plans: readonly SubjectPlan[],
  waves: readonly Wave[],
): Promise<void> {
  await deleteAll(held, picturesOf(plans, waves).map(heldKeyOfPicture));
}

function picturesOf(plans: readonly SubjectPlan[], waves: readonly Wave[]): readonly SocialPicture[] {
  return plans.flatMap((plan) =>
    waves.flatMap((wave) =>
      plan[wave].flatMap((one) =>
        typeof one !== "string" && "heldKey" in one.body && one.body.picture !== undefined
          ? [one.body.picture]
          : [],
      ),
    ),
  );
}
