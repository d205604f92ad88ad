import { shownLast, shownTaken } from "./photo-facts.ts";
import { stringsOf } from "./strings.ts";
import type { KitPhoto, Locale } from "./views.ts";

/** What stands below each photo, to read. */
export function captionsText(photos: readonly KitPhoto[], locale: Locale): string {
  const strings = stringsOf(locale);
  return texts(
    photos.map(({ file, photo, facts }) => [
      file,
      "",
      photo.caption,
      strings.credit(photo.credit),
      ...(facts.people.length === 0 ? [] : [`${strings.people}: ${facts.people.join(", ")}`]),
      `${strings.altText}: ${photo.picture.alt}`,
    ]),
  );
}

/** The same as a table, for a picture desk's own system: a line of headings, and one for each photo. */
export function captionTable(photos: readonly KitPhoto[], locale: Locale): readonly (readonly string[])[] {
  const strings = stringsOf(locale);
  const { columns } = strings.kit;
  return [
    [
      columns.file,
      columns.caption,
      columns.credit,
      columns.creator,
      columns.copyright,
      strings.licence,
      columns.licenceAddress,
      columns.terms,
      strings.people,
      strings.place,
      strings.taken,
      columns.shownUntil,
      strings.altText,
      "SHA-256",
    ],
    ...photos.map(({ file, photo, facts }) => [
      file,
      photo.caption,
      photo.credit,
      "name" in photo.creator ? photo.creator.name : photo.creator.unknownBecause,
      photo.copyright,
      photo.licence.name,
      photo.licence.href,
      photo.licence.terms,
      facts.people.join("; "),
      facts.place ?? "",
      facts.taken ?? "",
      facts.shownUntil ?? "",
      photo.picture.alt,
      photo.original.sha256,
    ]),
  ];
}

/** What each photo may be used for, and for how long. */
export function licencesText(photos: readonly KitPhoto[], locale: Locale): string {
  const strings = stringsOf(locale);
  return texts(
    photos.map(({ file, photo, facts }) => [
      file,
      "",
      `${strings.licence}: ${photo.licence.name}`,
      photo.licence.href,
      photo.licence.terms,
      `© ${photo.copyright}`,
      "name" in photo.creator
        ? strings.creator(photo.creator.name)
        : strings.creatorUnknown(photo.creator.unknownBecause),
      ...(facts.taken === undefined ? [] : [`${strings.taken}: ${shownTaken(facts.taken, locale)}`]),
      ...(facts.shownUntil === undefined
        ? []
        : [strings.mayBeShownUntil(shownLast(facts.shownUntil, locale))]),
    ]),
  );
}

function texts(parts: readonly (readonly string[])[]): string {
  return parts.map((lines) => `${lines.join("\n")}\n`).join("\n");
}
