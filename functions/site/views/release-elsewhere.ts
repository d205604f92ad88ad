import type { Release, Translation } from "../../content/entry.ts";
import type { Library } from "../library.ts";
import { socialSize } from "../recipe.ts";
import { altOfPicture, pathOfPicture, socialPictureOf } from "../social-picture.ts";
import type { SocialPicture } from "../social-picture.ts";
import { imagesElsewhere } from "./picture.ts";
import type { ImagesElsewhere } from "./picture.ts";

export interface ReleaseElsewhere extends ImagesElsewhere {
  /** What is drawn in the place of a photo, and has to be there with the page. */
  readonly drawn?: SocialPicture;
}

/** What is shown of a release elsewhere: the first of its photos that may be shown, or else its headline in a picture. */
export async function releaseElsewhere(
  library: Library,
  release: Release,
  translation: Translation,
): Promise<ReleaseElsewhere> {
  const newsroom = await library.newsroom();
  for (const id of release.photos) {
    const photo = await imagesElsewhere(library, id, translation.locale, newsroom.url);
    if (photo !== undefined) return photo;
  }
  const drawn = socialPictureOf(newsroom, release, translation);
  const href = newsroom.url + pathOfPicture(drawn);
  return { social: { href, ...socialSize, alt: altOfPicture(drawn) }, structured: [href], drawn };
}
