import type { Photo, Release } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import { largestKit } from "../../content/photo-limits.ts";
import { captionsText, captionTable, licencesText } from "../../../templates/kit-texts.ts";
import { releasePlainText } from "../../../templates/plain-text.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type { KitPhoto, ReleasePage } from "../../../templates/views.ts";
import { cardsOfRelease } from "../contact-objects.ts";
import type { Library } from "../library.ts";
import { heldKeyOf } from "../manifest.ts";
import type { OriginalFile } from "../manifest.ts";
import { photoFacts } from "../views/photo-facts.ts";
import { photoView, shownPhoto } from "../views/picture.ts";
import { csv } from "./csv.ts";
import { distinct, fileName } from "./file-name.ts";
import type { Kit } from "./kit.ts";
import { zipLength } from "./zip.ts";
import type { ZipFile } from "./zip.ts";

/** What the press gets of a release in one go. */
export interface KitInOne {
  /** Of the archive, whether or not there is one. */
  readonly bytes: number;
  /** Left out where it is more than one archive can hold: then each photo is fetched from where it stands. */
  readonly kit?: Kit;
}

/**
 * @param view  the release's page in the language
 * @returns     undefined where the release came without photos: its text has addresses of its own
 */
export async function kitOf(
  library: Library,
  release: Release,
  view: ReleasePage,
): Promise<KitInOne | undefined> {
  if (release.photos.length === 0) return undefined;
  const { locale } = view.frame;
  const { url, zone } = await library.newsroom();
  const { kit: words } = stringsOf(locale);
  const shown = await Promise.all([...new Set(release.photos)].map((id) => shownPhoto(library, id)));
  const photos = shown.filter((one) => one !== undefined);
  const names = distinct(photos.map(({ photo }) => fileName(photo.file)));
  const kitPhotos = await Promise.all(
    photos.map(({ photo }, index) =>
      kitPhoto(library, photo, `${words.photos}/${names[index]}`, zone, locale),
    ),
  );
  const cards = await cardsOfRelease(library, release, locale);
  const text = (name: string, content: string): ZipFile => ({ name, text: content });
  const files: readonly ZipFile[] = [
    text(words.release, releasePlainText(view, url)),
    ...(photos.length === 0
      ? []
      : [
          text(words.captions, captionsText(kitPhotos, locale)),
          text(words.captionTable, csv(captionTable(kitPhotos, locale), words.separator)),
          text(words.licences, licencesText(kitPhotos, locale)),
        ]),
    ...(cards.length === 0 ? [] : [text(words.contacts, cards.join(""))]),
    ...photos.map(({ manifest }, index) =>
      original(kitPhotos[index]?.file ?? "", manifest.photoKey, manifest.original),
    ),
  ];
  const folder = fileName(release.translations[locale]?.slug ?? release.id);
  const inFolder = files.map((file) => ({ ...file, name: `${folder}/${file.name}` }));
  const bytes = zipLength(inFolder);
  return { bytes, ...(bytes > largestKit ? {} : { kit: { files: inFolder, date: release.date } }) };
}

function original(name: string, photoKey: string, { name: made, bytes, crc32 }: OriginalFile): ZipFile {
  return { name, heldKey: heldKeyOf(photoKey, made), bytes, crc32 };
}

async function kitPhoto(
  library: Library,
  photo: Photo,
  file: string,
  zone: string,
  locale: Locale,
): Promise<KitPhoto> {
  const view = await photoView(library, photo.id, locale);
  if (view === undefined) throw new Error(`The photo ${photo.id} was shown a moment ago, and is not.`);
  return { file, photo: view, facts: photoFacts(photo, zone) };
}
