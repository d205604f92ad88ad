import type { Id, Newsroom, Release, Translation } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";
import { paletteOf } from "../content/palette.ts";
import { shownDate } from "../../templates/format.ts";
import { heldPictures } from "../contract.ts";
import { digestOf } from "./digest.ts";
import { pictureRecipe } from "./recipe.ts";

/**
 * What is drawn for link previews of a release, in one language. It is known whole before it is drawn:
 * the same words in the same colours are the same picture, under the same address.
 */
export interface SocialPicture {
  readonly release: Id;
  readonly locale: Locale;
  readonly headline: string;
  readonly publisher: string;
  /** "27. maj 2008" */
  readonly day: string;
  /** "#rrggbb" each; what is written in them stands on `ground`. */
  readonly colours: {
    readonly ground: string;
    readonly text: string;
    readonly quiet: string;
    readonly accent: string;
  };
}

export function socialPictureOf(
  newsroom: Newsroom,
  { id, date }: Pick<Release, "id" | "date">,
  { locale, title }: Pick<Translation, "locale" | "title">,
): SocialPicture {
  const { ground, text, quiet, accent } = paletteOf(newsroom.colours).light;
  return {
    release: id,
    locale,
    headline: title,
    publisher: newsroom.publisher[locale],
    day: shownDate(date, locale),
    colours: { ground, text, quiet, accent },
  };
}

/** All that can be read on it, for who does not see it. */
export function altOfPicture({ headline, publisher, day }: SocialPicture): string {
  return `${headline} – ${publisher}, ${day}`;
}

/** Where it stands: another picture stands elsewhere, so it may be kept for ever. */
export function pathOfPicture(picture: SocialPicture): string {
  return `/pictures/${nameOf(picture)}`;
}

/** Where it waits, out of reach, from when it is drawn until it is on the site. */
export function heldKeyOfPicture(picture: SocialPicture): string {
  return heldPictures + nameOf(picture);
}

/** With the release in it: two of one headline and one day have a picture each, and let go of it each by itself. */
function nameOf(picture: SocialPicture): string {
  return `${picture.release}/${digestOf(JSON.stringify([picture, pictureRecipe])).slice(0, 16)}.png`;
}
