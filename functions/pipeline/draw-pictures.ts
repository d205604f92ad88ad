import { heldKeyOfPicture } from "../site/social-picture.ts";
import type { SocialPicture } from "../site/social-picture.ts";
import { inTurns } from "./in-turns.ts";
import type { Held, Pictures } from "./ports.ts";

export interface DrawPicturesOrder {
  readonly pictures: readonly SocialPicture[];
}

/** As many as the function has processors. */
const atOnce = 2;

/** Draws pictures and holds them; answered when all of them are there. Doing it twice gives the same files again. */
export async function drawPictures(
  ports: { readonly held: Pick<Held, "put">; readonly pictures: Pictures },
  { pictures }: DrawPicturesOrder,
): Promise<void> {
  await inTurns(pictures, atOnce, async (picture) => {
    await ports.held.put(heldKeyOfPicture(picture), await ports.pictures.draw(picture), "image/png");
  });
}
