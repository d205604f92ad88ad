import type { CaseDocument, Entry, Id } from "../content/entry.ts";
import { locales } from "../content/locale.ts";
import type { Locale } from "../content/locale.ts";
import type { DirectoryName, FormatName } from "../../templates/views.ts";
import { addressOf, addressWords } from "../content/addresses.ts";
import { advanceFolders, apiFolder } from "../contract.ts";
import { digestOf } from "./digest.ts";
import type { ReleaseCard } from "./release-card.ts";

/** Where pages stand that are not about one entry. Entries' own addresses are the content room's to know. */
const words = {
  archive: { da: "arkiv", en: "archive" },
  search: { da: "soeg", en: "search" },
  versions: { da: "versioner", en: "versions" },
  topics: { da: "emner", en: "topics" },
  data: { da: "data", en: "data" },
  photos: { da: "fotos", en: "photos" },
  programmes: addressWords.programme,
  cases: addressWords.case,
  bodies: addressWords.body,
  contacts: addressWords.contact,
} as const;
export type Section = Exclude<keyof typeof words, "versions" | "topics">;

export const notFoundKey = "404.html";

export function frontPath(locale: Locale): string {
  return `/${locale}/`;
}
export function sectionPath(section: Section, locale: Locale): string {
  return `/${locale}/${words[section][locale]}/`;
}
/** "/da/2008/" or, for a month "2008-05", "/da/2008/05/": the folders that its releases stand in. */
export function yearPath(year: string, locale: Locale): string {
  return `/${locale}/${year}/`;
}
export function monthPath(month: string, locale: Locale): string {
  return `/${locale}/${month.replace("-", "/")}/`;
}
/** Undefined where the entry has no page in that language. */
export function entryPath(entry: Entry, locale: Locale): string | undefined {
  const address = addressOf(entry, locale);
  return address === undefined ? undefined : `/${address}/`;
}
/** A release's page in the language, or in Danish where there is none. */
export function cardPath(
  card: ReleaseCard,
  locale: Locale,
): { readonly path: string; readonly locale: Locale } {
  const shown = locale === "en" && card.en === undefined ? "da" : locale;
  const headline = shown === "en" && card.en !== undefined ? card.en : card.da;
  const [year, month] = card.date.split("-");
  return { path: `/${shown}/${year}/${month}/${headline.slug}/`, locale: shown };
}
/** One year of a list, below the page that the list is on. @param year  "2008" */
export function listYearPath(listPath: string, year: string): string {
  return `${listPath}${year}/`;
}
export function keyOfPath(path: string): string {
  return path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1);
}
/** The address that a key belongs to: of a page, and of what stands on the same stem or right below it. */
export function addressOfKey(key: string): string {
  const [, released] = /^((?:da|en)\/\d{4}\/\d{2}\/[^/]+)\/(?:history|compare)\/index\.html$/.exec(key) ?? [];
  const [, listed] = yearOfList.exec(key) ?? [];
  return released ?? listed ?? key.replace(/\/(?:index\.html|feed\.xml)$|\.[a-z]+$/, "");
}
/** Only entries' lists: a topic is no entry, and has no address that could be another's. */
const yearOfList = new RegExp(
  `^((?:${locales.flatMap((locale) => (["programme", "case", "body", "contact"] as const).map((kind) => `${locale}/${addressWords[kind][locale]}`)).join("|")})/[^/]+)/\\d{4}/index\\.html$`,
);
/**
 * The folder that all below an entry's page stands in: "/da/2026/05/bro/" for its history, "/da/programmer/klynge/" for a
 * year of its list; of lists of photos, the folder of their kind. Undefined above entries: below a month stand all its releases.
 */
export function entryFolderOf(path: string): string | undefined {
  return /^\/[a-z]{2}\/(?:\d{4}\/\d{2}\/[^/]+|[^/\d][^/]*\/[^/]+)\//.exec(path)?.[0];
}
/** Version 3.0 has the plain name: it is the one that every phone reads. */
export function vcardPath(contactPath: string, version: "3.0" | "4.0"): string {
  return `${contactPath.slice(0, -1)}${version === "3.0" ? "" : ".v4"}.vcf`;
}
/** All contacts of a release. */
export function contactsVcardPath(releasePath: string): string {
  return `${releasePath.slice(0, -1)}.vcf`;
}
/** The same release in a format for programs, on the same stem: "/da/2008/05/vaekstforum-satser.txt". */
export function formatPath(releasePath: string, name: FormatName): string {
  return `${releasePath.slice(0, -1)}.${formatEndings[name]}`;
}
const formatEndings: Readonly<Record<FormatName, string>> = {
  text: "txt",
  markdown: "md",
  json: "json",
  csv: "csv",
  data: "json",
  calendar: "ics",
};

/** A release's photos and texts in one archive, on the same stem. */
export function kitPath(releasePath: string): string {
  return `${releasePath.slice(0, -1)}.zip`;
}

/** All that was changed in a release since it was published. */
export function historyPath(releasePath: string): string {
  return `${releasePath}history/`;
}
/** Its Danish and its English text side by side. */
export function comparePath(releasePath: string): string {
  return `${releasePath}compare/`;
}
/** One text of a release for ever: it goes by the id, because headlines and addresses may change. */
export function versionPath(release: Id, version: number, locale: Locale): string {
  return `/${locale}/${words.versions[locale]}/${release}/${version}/`;
}
/** What is new in a language, for feed readers. */
export function feedPath(locale: Locale, format: "atom" | "rss" | "json" = "atom"): string {
  return `/${locale}/feed.${{ atom: "xml", rss: "rss", json: "json" }[format]}`;
}
/** What is new of a programme, case or body. */
export function entryFeedPath(entryPath: string): string {
  return `${entryPath}feed.xml`;
}
export function topicPath(topic: string, locale: Locale): string {
  return `/${locale}/${words.topics[locale]}/${topic}/`;
}
export function topicFeedPath(topic: string, locale: Locale): string {
  return `${topicPath(topic, locale)}feed.xml`;
}
/** A year's words for the search. */
export function searchIndexPath(year: string, locale: Locale): string {
  return `/search/${year}.${locale}.json`;
}
/** The words of all that one of the directories lists. */
export function directoryIndexPath(of: DirectoryName, locale: Locale): string {
  return `/search/${of}.${locale}.json`;
}
/** Where the API stands; another version would stand beside it. */
export const apiPath = `/${apiFolder}/v1`;
/** Where the law has people look for a Danish site's accessibility statement. */
export const accessibilityShortcutPath = "/was/";
export const sitemapIndexPath = "/sitemap.xml";
export const newsSitemapPath = "/sitemap-news.xml";
/** @param name  a month, "2008-05"; a year, "2008", for the lists of that year; or "pages" for what is no release */
export function sitemapPath(name: string): string {
  return `/sitemaps/${name}.xml`;
}
/** Whether a key is that of a feed, for those who tell others that it changed. */
export function isFeed(key: string): boolean {
  return /(?:^|\/)feed\.(?:xml|rss|json)$/.test(key);
}
/**
 * A document of a case: its own name, and a mark that changes with its bytes, so that what was cited is never another. It
 * goes by the case's id, because titles and addresses may change.
 */
export function documentPath(matter: Id, { file, object }: Pick<CaseDocument, "file" | "object">): string {
  return `/documents/${matter}/${file.slice(0, -".pdf".length)}-${object.slice(0, 8)}.pdf`;
}
/** One person's copy of a release under embargo. @param key  32 hex digits */
export function advancePath(key: string, locale: Locale): string {
  return `/${advanceFolders.pages}/${key}/${locale}/`;
}
/** The folder of the pictures on it. It does not give away where the page is. */
export function advancePhotosPath(key: string): string {
  return `/${advanceFolders.photos}/${digestOf(key).slice(0, 32)}`;
}
