import { locales } from "../../content/locale.ts";
import type { Locale } from "../../content/locale.ts";
import type { Entry } from "../../content/entry.ts";
import type { Frame, LinkView, NavigationName } from "../../../templates/views.ts";
import { stringsOf } from "../../../templates/strings.ts";
import { logoOf, scriptOfPages, styleOf } from "../assets.ts";
import { feedTypes } from "../feed-types.ts";
import type { NewsroomWithPages } from "../library.ts";
import { entryFeedPath, entryPath, feedPath, frontPath, sectionPath } from "../paths.ts";
import { breadcrumbList } from "../structured-data.ts";

/** What a page must say of itself, so that everything around it can be said for it. */
export interface PageFacts {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  /** This page in each language that has it. Empty for a page that is not to be found. */
  readonly paths: { readonly da?: string | undefined; readonly en?: string | undefined };
  /** For readers of neither language, where that is another page than the Danish one. */
  readonly forAll?: string;
  readonly current?: NavigationName;
  readonly breadcrumbs?: readonly LinkView[];
  readonly structuredData?: readonly object[];
  readonly formats?: Frame["formats"];
  /** Of what is new of what the page is about. */
  readonly feeds?: readonly { readonly title: string; readonly path: string }[];
  readonly socialImages?: Frame["socialImages"];
  readonly openGraphType?: Frame["openGraphType"];
}

export function frameOf(newsroom: NewsroomWithPages, page: PageFacts): Frame {
  const { locale, paths } = page;
  const other: Locale = locale === "da" ? "en" : "da";
  const own = paths[locale];
  const crumbs = page.breadcrumbs ?? [];
  const logo = logoOf(newsroom);
  return {
    locale,
    newsroom: {
      name: newsroom.name[locale],
      publisher: newsroom.publisher[locale],
      about: newsroom.about[locale],
      ...(logo === undefined || newsroom.logo === undefined
        ? {}
        : { logo: { path: logo.path, width: newsroom.logo.width, height: newsroom.logo.height } }),
    },
    title: page.title,
    description: page.description,
    ...(own === undefined ? {} : { canonical: newsroom.url + own }),
    alternates: alternates(newsroom.url, paths, page.forAll ?? paths.da),
    otherLanguage: {
      locale: other,
      path: paths[other] ?? frontPath(other),
      samePage: paths[other] !== undefined,
    },
    navigation: navigationNames.map((name) => ({
      name,
      path: name === "front" ? frontPath(locale) : sectionPath(name, locale),
      current: name === page.current,
    })),
    breadcrumbs: crumbs,
    stylesheet: styleOf(newsroom).path,
    script: scriptOfPages().path,
    frontPath: frontPath(locale),
    feedPath: feedPath(locale),
    footLinks: [
      ...[newsroom.pages.accessibility, newsroom.pages.privacy].flatMap((one) => {
        const path = one && entryPath(one, locale);
        return one === undefined || path === undefined ? [] : [{ text: one.title[locale], path }];
      }),
      {
        text: stringsOf(locale).pages.data(newsroom.publisher[locale]).title,
        path: sectionPath("data", locale),
      },
    ],
    feeds: [
      ...(["atom", "rss", "json"] as const).map((format) => ({
        type: feedTypes[format],
        title: newsroom.name[locale],
        path: feedPath(locale, format),
      })),
      ...(page.feeds ?? []).map(({ title, path }) => ({ type: feedTypes.atom, title, path })),
    ],
    formats: page.formats ?? [],
    structuredData: [
      ...(page.structuredData ?? []),
      ...(own === undefined || crumbs.length === 0
        ? []
        : [breadcrumbList(newsroom.url, crumbs, { text: page.title, path: own })]),
    ],
    socialImages: page.socialImages ?? [],
    openGraphType: page.openGraphType ?? "website",
  };
}

const navigationNames = [
  "front",
  "archive",
  "photos",
  "programmes",
  "cases",
  "bodies",
  "contacts",
  "search",
] as const;

/** hreflang answers back: each page lists every language that has it, itself too. */
function alternates(
  base: string,
  paths: PageFacts["paths"],
  forAll: string | undefined,
): Frame["alternates"] {
  const there = locales.flatMap((hreflang) => {
    const path = paths[hreflang];
    return path === undefined ? [] : [{ hreflang, href: base + path }];
  });
  return forAll === undefined ? there : [...there, { hreflang: "x-default", href: base + forAll }];
}

/** The way from the front page to a section, for the line above the headline. */
export function sectionCrumbs(
  locale: Locale,
  section?: Exclude<NavigationName, "front">,
): readonly LinkView[] {
  const { navigation } = stringsOf(locale);
  return [
    { text: navigation.front, path: frontPath(locale) },
    ...(section === undefined ? [] : [{ text: navigation[section], path: sectionPath(section, locale) }]),
  ];
}

/** The feed of an entry with a page of its own, for `frameOf`. */
export function feedOf(
  entry: Entry,
  locale: Locale,
  title: string,
): readonly { readonly title: string; readonly path: string }[] {
  const path = entryPath(entry, locale);
  return path === undefined ? [] : [{ title, path: entryFeedPath(path) }];
}
