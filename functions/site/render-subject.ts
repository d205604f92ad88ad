import type { EntryOf, Id } from "../content/entry.ts";
import { locales } from "../content/locale.ts";
import type { Locale } from "../content/locale.ts";
import { archivePage } from "../../templates/archive-page.ts";
import { bodyPage } from "../../templates/body-page.ts";
import { casePage } from "../../templates/case-page.ts";
import { contactsPage } from "../../templates/contacts-page.ts";
import { dataPage } from "../../templates/data-page.ts";
import { directoryPage } from "../../templates/directory-page.ts";
import { frontPage } from "../../templates/front-page.ts";
import { notFoundPage } from "../../templates/not-found-page.ts";
import { searchPage } from "../../templates/search-page.ts";
import { newsSitemap, sitemap, sitemapIndex as sitemapIndexFile } from "../../templates/sitemap.ts";
import { programmePage } from "../../templates/programme-page.ts";
import { textPage } from "../../templates/text-page.ts";
import { topicPage } from "../../templates/topic-page.ts";
import { welcomePage } from "../../templates/welcome-page.ts";
import { yearListPage } from "../../templates/year-list-page.ts";
import type { DirectoryName, DirectoryPage } from "../../templates/views.ts";
import { advanceObjects } from "./advance-objects.ts";
import { documentObjects } from "./case-documents.ts";
import { contactObjects } from "./contact-objects.ts";
import { entryFormatObjects } from "./entry-formats.ts";
import { entryFeeds, newsFeeds, topicFeeds } from "./feeds.ts";
import { isLive } from "./library.ts";
import type { Library } from "./library.ts";
import { accessibilityShortcut, movedObjects } from "./moved-objects.ts";
import { objectsOfGallery, objectsOfPhoto } from "./photo-objects.ts";
import { releaseObjects } from "./release-objects.ts";
import {
  entryPath,
  frontPath,
  keyOfPath,
  listYearPath,
  monthPath,
  newsSitemapPath,
  notFoundKey,
  directoryIndexPath,
  searchIndexPath,
  sectionPath,
  sitemapIndexPath,
  sitemapPath,
  topicPath,
  yearPath,
} from "./paths.ts";
import { answeredPage, immutableText, page } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";
import { logoOf, scriptOfPages, styleOf } from "./assets.ts";
import type { Subject } from "./subject.ts";
import { searchScript, searchScriptPath } from "./search-script.ts";
import { archiveView, monthView, yearView } from "./views/archive.ts";
import { bodyView } from "./views/body.ts";
import { caseView } from "./views/case.ts";
import { contactsView } from "./views/contact-page.ts";
import { dataView } from "./views/data.ts";
import { directoryView } from "./views/directory.ts";
import { frontView, welcomeView } from "./views/front.ts";
import { directoryIndex, searchIndex, searchView } from "./views/search.ts";
import { notFoundView } from "./views/not-found.ts";
import { newsSitemapView } from "./views/news-sitemap.ts";
import { monthSitemap, sitemapIndex, standingSitemap, yearSitemap } from "./views/sitemap.ts";
import { yearListView } from "./views/year-list.ts";
import { listNamed, listPath, listYearNamed } from "./yearly.ts";
import { pageView } from "./views/page.ts";
import { topicView } from "./views/topic.ts";
import { programmeView } from "./views/programme.ts";

/**
 * Everything that readers get of one subject, in all languages; nothing of one that is gone, or not yet live at
 * the library's instant. A function of content and instant alone: the same on any machine, at any time.
 */
export async function renderSubject(library: Library, subject: Subject): Promise<readonly SiteObject[]> {
  const [kind, name = ""] = split(subject);
  switch (kind) {
    case "release":
      return releasePages(library, name);
    case "photo":
      return objectsOfPhoto(library, name);
    case "gallery":
      return objectsOfGallery(library, name);
    case "contact":
      return contactFiles(library, name);
    case "programme":
      return ofEntry(library, "programme", name, async (entry, locale) =>
        programmePage(await programmeView(library, entry, locale)),
      );
    case "case":
      return ofEntry(
        library,
        "case",
        name,
        async (entry, locale) => casePage(await caseView(library, entry, locale)),
        (entry) => documentObjects(library, entry),
      );
    case "body":
      return ofEntry(library, "body", name, async (entry, locale) =>
        bodyPage(await bodyView(library, entry, locale)),
      );
    case "page":
      return textPages(library, name);
    case "month":
      return month(library, name);
    case "year":
      return year(library, name);
    case "list":
      return yearOfList(library, name);
    case "archive":
      return [
        ...(await inBoth(
          (locale) => sectionPath("archive", locale),
          async (locale) => archivePage(await archiveView(library, locale)),
        )),
        page(keyOfPath(sitemapIndexPath), sitemapIndexFile(await sitemapIndex(library)), xmlType),
      ];
    case "programmes":
    case "cases":
    case "bodies":
      return [...(await directory(library, kind)), ...(await directoryIndexes(library, kind))];
    case "contacts":
      return [
        ...(await inBoth(
          (locale) => sectionPath("contacts", locale),
          async (locale) => contactsPage(await contactsView(library, locale)),
        )),
        ...(await directoryIndexes(library, kind)),
      ];
    case "front":
      return [
        ...(await inBoth(frontPath, async (locale) => frontPage(await frontView(library, locale)))),
        page("index.html", welcomePage(await welcomeView(library))),
      ];
    case "feed":
      return newsFeeds(library);
    case "search":
      return name === "" ? searchPages(library) : searchIndexes(library, name);
    case "news":
      return [page(keyOfPath(newsSitemapPath), newsSitemap(await newsSitemapView(library)), xmlType)];
    case "topic":
      return [
        ...(await inBoth(
          (locale) => topicPath(name, locale),
          async (locale) => withView(topicPage, await topicView(library, name, locale)),
        )),
        ...(await topicFeeds(library, name)),
      ];
    case "sitemap":
      return [page(keyOfPath(sitemapPath("pages")), sitemap(await standingSitemap(library)), xmlType)];
    case "shell":
      return shell(library);
  }
}

type SubjectKind = Subject extends infer S ? (S extends `${infer K}:${string}` ? K : S) : never;

function split(subject: Subject): readonly [SubjectKind, string?] {
  const colon = subject.indexOf(":");
  return colon < 0
    ? [subject as SubjectKind]
    : [subject.slice(0, colon) as SubjectKind, subject.slice(colon + 1)];
}

async function releasePages(library: Library, id: Id): Promise<readonly SiteObject[]> {
  const release = await library.release(id);
  if (release === undefined) return [];
  const objects = isLive(release, library.instant) ? await releaseObjects(library, release) : [];
  return [...objects, ...(await advanceObjects(library, release))];
}

async function contactFiles(library: Library, id: Id): Promise<readonly SiteObject[]> {
  const contact = await library.entry("contact", id);
  return contact === undefined ? [] : contactObjects(library, contact);
}

async function ofEntry<K extends "programme" | "case" | "body">(
  library: Library,
  kind: K,
  id: Id,
  render: (entry: EntryOf<K>, locale: Locale) => Promise<string>,
  files: (entry: EntryOf<K>) => readonly SiteObject[] = () => [],
): Promise<readonly SiteObject[]> {
  const entry = await library.entry(kind, id);
  if (entry === undefined || !isLive(entry, library.instant)) return [];
  const pages = await inBoth(
    (locale) => entryPath(entry, locale),
    (locale) => render(entry, locale),
  );
  const own = [
    ...pages,
    ...(await entryFeeds(library, entry)),
    ...(await entryFormatObjects(library, entry)),
  ];
  return [...own, ...files(entry), ...movedObjects(entry, own, (await library.newsroom()).url)];
}

async function textPages(library: Library, id: Id): Promise<readonly SiteObject[]> {
  const entry = await library.entry("page", id);
  if (entry === undefined) return [];
  const pages = await inBoth(
    (locale) => entryPath(entry, locale),
    async (locale) => textPage(await pageView(library, entry, locale)),
  );
  return [...pages, ...movedObjects(entry, pages, (await library.newsroom()).url)];
}

const xmlType = "application/xml; charset=utf-8";

/** The month's list in both languages, and its releases for search engines. */
async function month(library: Library, name: string): Promise<readonly SiteObject[]> {
  const pages = await inBoth(
    (locale) => monthPath(name, locale),
    async (locale) => withView(archivePage, await monthView(library, name, locale)),
  );
  const view = await monthSitemap(library, name);
  return view === undefined ? pages : [...pages, page(keyOfPath(sitemapPath(name)), sitemap(view), xmlType)];
}

/** The year's months in both languages, and what lists have of it for search engines. */
async function year(library: Library, name: string): Promise<readonly SiteObject[]> {
  const pages = await inBoth(
    (locale) => yearPath(name, locale),
    async (locale) => withView(archivePage, await yearView(library, name, locale)),
  );
  const view = await yearSitemap(library, name);
  return view === undefined ? pages : [...pages, page(keyOfPath(sitemapPath(name)), sitemap(view), xmlType)];
}

/** A year of a list in both languages; it moves with what the list is of. */
async function yearOfList(library: Library, name: string): Promise<readonly SiteObject[]> {
  const { list, year } = listYearNamed(name);
  const pages = await Promise.all(
    locales.map(async (locale) => {
      const [path, view] = await Promise.all([
        listPath(library, list, locale),
        yearListView(library, list, year, locale),
      ]);
      if (path === undefined || view === undefined) return [];
      return [page(keyOfPath(listYearPath(path, year)), yearListPage(view))];
    }),
  );
  const own = pages.flat();
  const { of, id } = listNamed(list);
  const entry = of === "topic" || own.length === 0 ? undefined : await library.entry(of, id);
  return entry === undefined ? own : [...own, ...movedObjects(entry, own, (await library.newsroom()).url)];
}

async function searchPages(library: Library): Promise<readonly SiteObject[]> {
  return [
    ...(await inBoth(
      (locale) => sectionPath("search", locale),
      async (locale) => searchPage(await searchView(library, locale)),
    )),
    immutableText(keyOfPath(searchScriptPath), searchScript, "text/javascript; charset=utf-8"),
  ];
}

async function searchIndexes(library: Library, year: string): Promise<readonly SiteObject[]> {
  const files = await Promise.all(
    locales.map(async (locale) => {
      const found = await searchIndex(library, year, locale);
      const key = keyOfPath(searchIndexPath(year, locale));
      return found === undefined ? [] : [page(key, JSON.stringify(found), "application/json")];
    }),
  );
  return files.flat();
}

/** Also of a directory that is empty: the page of the search names it. */
function directoryIndexes(library: Library, of: DirectoryName): Promise<readonly SiteObject[]> {
  return Promise.all(
    locales.map(async (locale) => {
      const found = JSON.stringify(await directoryIndex(library, of, locale));
      return page(keyOfPath(directoryIndexPath(of, locale)), found, "application/json");
    }),
  );
}

function directory(library: Library, of: DirectoryPage["of"]): Promise<readonly SiteObject[]> {
  return inBoth(
    (locale) => sectionPath(of, locale),
    async (locale) => directoryPage(await directoryView(library, of, locale)),
  );
}

/** What every newsroom has, whatever is in it. */
async function shell(library: Library): Promise<readonly SiteObject[]> {
  const newsroom = await library.newsroom();
  const assets = [styleOf(newsroom), scriptOfPages(), logoOf(newsroom)].filter(
    (asset) => asset !== undefined,
  );
  return [
    ...assets.map(({ path, text, contentType }) => immutableText(keyOfPath(path), text, contentType)),
    page(notFoundKey, notFoundPage(await notFoundView(library))),
    ...locales.map((locale) => {
      const { answers, ...view } = dataView(newsroom, locale);
      return answeredPage(
        keyOfPath(sectionPath("data", locale)),
        dataPage({ ...view, answers }),
        dataPage(view),
      );
    }),
    ...accessibilityShortcut(newsroom), // not with the page: another may take its place, and two would own one object
    page("robots.txt", await robots(library), "text/plain; charset=utf-8"),
  ];
}

async function robots(library: Library): Promise<string> {
  const { url } = await library.newsroom();
  return `User-agent: *\nAllow: /\nSitemap: ${url}${sitemapIndexPath}\nSitemap: ${url}${newsSitemapPath}\n`;
}

function withView<V>(template: (view: V) => string, view: V | undefined): string | undefined {
  return view === undefined ? undefined : template(view);
}

/** One page in each language that has a path and a text for it. */
async function inBoth(
  pathOf: (locale: Locale) => string | undefined,
  render: (locale: Locale) => Promise<string | undefined>,
): Promise<readonly SiteObject[]> {
  const pages = await Promise.all(
    locales.map(async (locale) => {
      const path = pathOf(locale);
      const text = path === undefined ? undefined : await render(locale);
      return path === undefined || text === undefined ? [] : [page(keyOfPath(path), text)];
    }),
  );
  return pages.flat();
}
