import type { Contact, Newsroom, Release, Role, Translation } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";
import type { LinkView } from "../../templates/views.ts";

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
    ...(release.topics.length === 0 ? {} : { keywords: release.topics.join(", ") }),
    author: publisher,
    publisher,
    isAccessibleForFree: true,
  };
}

/** @see https://schema.org/GovernmentOrganization: NewsMediaOrganization is for media, and this is an authority's room */
export function organisation(newsroom: Newsroom, locale: Locale): object {
  return {
    "@type": "GovernmentOrganization",
    name: newsroom.publisher[locale],
    url: `${newsroom.url}/${locale}/`,
  };
}

/**
 * A person, or a desk that answers for the newsroom.
 *
 * @param url       the page's absolute address
 * @param portrait  a picture's
 * @see             https://schema.org/Person and https://schema.org/ContactPoint
 */
export function contactPoint(
  newsroom: Newsroom,
  contact: Contact,
  role: Role | undefined,
  locale: Locale,
  url: string,
  portrait: string | undefined,
): object {
  return {
    "@context": "https://schema.org",
    "@type": contact.type === "person" ? "Person" : "ContactPoint",
    "@id": url,
    url,
    name: contact.name,
    ...(portrait === undefined ? {} : { image: portrait }),
    ...(role === undefined
      ? {}
      : { [contact.type === "person" ? "jobTitle" : "contactType"]: role.title[locale] }),
    ...(contact.phone === undefined ? {} : { telephone: contact.phone }),
    ...(contact.email === undefined ? {} : { email: contact.email }),
    ...(contact.type === "person" ? { worksFor: organisation(newsroom, locale) } : {}),
  };
}

/**
 * The way down to a page, itself at the end.
 *
 * @param base  what stands before each path
 * @see         https://schema.org/BreadcrumbList
 */
export function breadcrumbList(base: string, crumbs: readonly LinkView[], own: LinkView): object {
  // A kept version names the release's page as the one to be found, and that is its last crumb.
  const way = crumbs.at(-1)?.path === own.path ? crumbs : [...crumbs, own];
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: way.map(({ text, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: text,
      item: { "@type": "WebPage", "@id": base + path },
    })),
  };
}
