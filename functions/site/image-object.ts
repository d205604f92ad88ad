import type { Locale } from "../content/locale.ts";
import type { PhotoFacts, PhotoView } from "../../templates/photo-views.ts";

const wholeDay = "2008-04-02".length;

/**
 * What search engines and picture desks read of a photo: whose it is, what it may be used for, and where to ask.
 *
 * @param base  where the site stands
 * @param path  of the photo's own page
 * @see         https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata
 */
export function imageObject(
  photo: PhotoView,
  { people, place, taken, shownUntil }: PhotoFacts,
  locale: Locale,
  base: string,
  path: string,
): object {
  const { original, licence, picture } = photo;
  return {
    "@context": "https://schema.org",
    "@type": "ImageObject",
    "@id": base + path,
    url: base + path,
    mainEntityOfPage: base + path,
    inLanguage: locale,
    contentUrl: base + original.path,
    encodingFormat: original.type,
    width: { "@type": "QuantitativeValue", value: original.width, unitCode: "E37" },
    height: { "@type": "QuantitativeValue", value: original.height, unitCode: "E37" },
    contentSize: `${original.bytes}`,
    sha256: original.sha256,
    thumbnailUrl: base + picture.fallback.path,
    caption: photo.caption,
    alternateName: picture.alt,
    license: licence.href,
    acquireLicensePage: base + path,
    creditText: photo.credit,
    copyrightNotice: `© ${photo.copyright}`,
    creator:
      "name" in photo.creator
        ? { "@type": "Person", name: photo.creator.name }
        : { "@type": "Organization", name: photo.credit },
    ...(people.length === 0 ? {} : { about: people.map((name) => ({ "@type": "Person", name })) }),
    ...(place === undefined ? {} : { contentLocation: { "@type": "Place", name: place } }),
    // A month or a year alone is no date to those who read this.
    ...(taken?.length === wholeDay ? { dateCreated: taken } : {}),
    ...(shownUntil === undefined ? {} : { expires: shownUntil }),
  };
}
