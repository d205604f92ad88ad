import type { Contact, Newsroom, Release, Role, Translation } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";

/**
 * What search engines and archives read of a release.
 *
 * @param url     the page's absolute address
 * @param images  absolute addresses of one picture, cut to several shapes
 * @see           https://schema.org/NewsArticle
 */
export function newsArticle(
  newsroom: Newsroom,
  release: Release,
  translation: Translation,
  url: string,
  images: readonly string[],
): object {
  const { locale } = translation;
  const publisher = organisation(newsroom, locale);
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": url,
    url,
    mainEntityOfPage: url,
    inLanguage: locale,
    headline: translation.title,
    description: translation.lead,
    datePublished: release.released,
    ...(release.corrections.length === 0
      ? {}
      : {
          dateModified: release.corrections.at(-1)?.at,
          correction: release.corrections.map(({ at, note }) => ({
            "@type": "CorrectionComment",
            dateCreated: at,
            text: note[locale],
          })),
        }),
    ...(images.length === 0 ? {} : { image: images }),
    ...(release.topics.length === 0 ? {} : { keywords: release.topics }),
    author: publisher,
    publisher,
    isAccessibleForFree: true,
  };
}

/** @see https://schema.org/NewsMediaOrganization is for media; a public body's press room is a plain Organization */
export function organisation(newsroom: Newsroom, locale: Locale): object {
  return { "@type": "Organization", name: newsroom.publisher[locale], url: `${newsroom.url}/${locale}/` };
}

/** @see https://schema.org/ContactPoint */
export function contactPoint(
  newsroom: Newsroom,
  contact: Contact,
  role: Role | undefined,
  locale: Locale,
  url: string,
): object {
  return {
    "@context": "https://schema.org",
    "@type": contact.type === "person" ? "Person" : "ContactPoint",
    "@id": url,
    url,
    name: contact.name,
    ...(role === undefined
      ? {}
      : { [contact.type === "person" ? "jobTitle" : "contactType"]: role.title[locale] }),
    ...(contact.phone === undefined ? {} : { telephone: contact.phone }),
    ...(contact.email === undefined ? {} : { email: contact.email }),
    ...(contact.type === "person" ? { worksFor: organisation(newsroom, locale) } : {}),
  };
}
