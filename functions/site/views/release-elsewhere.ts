import type { Release, Translation } from "../../content/entry.ts";
import type { SocialImage } from "../../../templates/views.ts";
import type { Library } from "../library.ts";
import { socialSize } from "../recipe.ts";
import { altOfPicture, pathOfPicture, socialPictureOf } from "../social-picture.ts";
import type { SocialPicture } from "../social-picture.ts";
import { imagesElsewhere } from "./picture.ts";
import type { ImagesElsewhere } from "./picture.ts";

export interface ReleaseElsewhere {
  /** For link previews: a photo where one may be shown, and after it the headline in a picture. */
  readonly social: readonly SocialImage[];
  /** For search engines, which want what the page shows: the headline only where there is no photo. */
  readonly structured: readonly string[];
  /** What has to be there with the page. */
  readonly drawn: SocialPicture;
}

/** What is shown of a release elsewhere. */
export async function releaseElsewhere(
  library: Library,
  release: Release,
  translation: Translation,
): Promise<ReleaseElsewhere> {
  const newsroom = await library.newsroom();
  const drawn = socialPictureOf(newsroom, release, translation);
  const href = newsroom.url + pathOfPicture(drawn);
  const headline = { href, type: "image/png", ...socialSize, alt: altOfPicture(drawn) } as const;
  const photo = await firstPhoto(library, release, translation, newsroom.url);
  return photo === undefined
    ? { social: [headline], structured: [href], drawn }
    : { social: [photo.social, headline], structured: photo.structured, drawn };
}

/** The first of its photos that may be shown. */
async function firstPhoto(
  library: Library,
  { photos }: Release,
  { locale }: Translation,
  base: string,
): Promise<ImagesElsewhere | undefined> {
  for (const id of photos) {
    const photo = await imagesElsewhere(library, id, locale, base);
    if (photo !== undefined) return photo;
  }
  return undefined;
}
