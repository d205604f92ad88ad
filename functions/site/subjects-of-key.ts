import type { Id, Kind } from "../content/entry.ts";
import { locales } from "../content/locale.ts";
import type { Locale } from "../content/locale.ts";
import { advanceFolders } from "../contract.ts";
import { galleryPath } from "./gallery.ts";
import {
  frontPath,
  keyOfPath,
  newsSitemapPath,
  sectionPath,
  sitemapIndexPath,
  topicPath,
  versionPath,
} from "./paths.ts";
import type { Section } from "./paths.ts";
import type { Subject } from "./subject.ts";

/** What the index knows that an address alone does not say. */
export interface Owners {
  /** Whose an address is, or was: "da/2008/05/slug". */
  ofAddress(address: string): Promise<{ readonly kind: Kind; readonly id: Id } | undefined>;
  /** The releases of which persons may have a copy of their own. */
  withAdvanceCopies(): Promise<readonly Id[]>;
}

/**
 * The subjects of which one may have this object, for whoever makes a page when it is asked for. It may name one that has
 * nothing of the kind; it leaves out none that has.
 *
 * @param key  "da/2008/05/slug/index.html"
 */
export async function subjectsOfKey(key: string, owners: Owners): Promise<readonly Subject[]> {
  const [first = "", ...others] = key.split("/");
  if (others.length === 0) return rootFiles[key] ?? [];
  if (first === "assets") return ["shell", "search"];
  if (first === "was") return ["shell"];
  if (first === "documents") return [`case:${others[0] ?? ""}`];
  if (first === "photos") return photosBegunBy(stemOf(others.at(-1) ?? ""));
  if (first === "search") return [searchNamed(stemOf(others[0] ?? ""))];
  if (first === "sitemaps") return sitemapNamed(stemOf(others[0] ?? ""));
  if (Object.values(advanceFolders).some((folder) => folder === first))
    return (await owners.withAdvanceCopies()).map((id): Subject => `release:${id}`);
  return inLanguage(key, owners);
}

const rootFiles: Readonly<Record<string, readonly Subject[]>> = {
  "index.html": ["front"],
  "404.html": ["shell"],
  "robots.txt": ["shell"],
  [keyOfPath(sitemapIndexPath)]: ["archive"],
  [keyOfPath(newsSitemapPath)]: ["news"],
};

/** Which subject a section's own page is of. */
const sections: Readonly<Record<Section, Subject>> = {
  archive: "archive",
  search: "search",
  data: "shell",
  photos: "gallery:newest",
  programmes: "programmes",
  cases: "cases",
  bodies: "bodies",
  contacts: "contacts",
};

async function inLanguage(key: string, owners: Owners): Promise<readonly Subject[]> {
  const locale = locales.find((one) => key.startsWith(`${one}/`));
  if (locale === undefined) return [];
  const path = `/${key}`.replace(/index\.html$/, "");
  if (path === frontPath(locale)) return ["front"];
  for (const [section, subject] of Object.entries(sections))
    if (path === sectionPath(section as Section, locale)) return [subject];

  const [first = "", second = "", third = ""] = path.split("/").slice(2);
  if (first.startsWith("feed.")) return ["feed"];
  if (path.startsWith(sectionPath("photos", locale))) return ofPhotos(path, locale);
  if (path.startsWith(folderOf(topicPath("", locale)))) return ofTopic(second, third);
  if (path.startsWith(folderOf(versionPath("", 1, locale)))) return [`release:${second}`];
  const isYear = /^\d{4}$/.test(first);
  if (isYear && second === "") return [`year:${first}`];
  if (isYear && third === "") return [`month:${first}-${second}`];

  const address = isYear ? [locale, first, second, stemOf(third)] : [locale, first, stemOf(second)];
  const owner = await owners.ofAddress(address.join("/"));
  if (owner === undefined) return [];
  const own: Subject = `${owner.kind as "body"}:${owner.id}`;
  return !isYear && /^\d{4}$/.test(third)
    ? [`list:${owner.kind as "body"}/${owner.id}/${third}`, own]
    : [own];
}

function ofPhotos(path: string, locale: Locale): readonly Subject[] {
  if (path === galleryPath({ type: "portraits" }, locale)) return ["gallery:portraits"];
  const [folder = "", name = "", month = ""] = path.slice(sectionPath("photos", locale).length).split("/");
  const lists = {
    month: galleryPath({ type: "month", month: "" }, locale),
    programme: galleryPath({ type: "programme", id: "" }, locale),
    person: galleryPath({ type: "person", slug: "" }, locale),
  };
  for (const [type, beginning] of Object.entries(lists))
    if (name !== "" && path.startsWith(folderOf(beginning)))
      return [`gallery:${[type, name, ...(month === "" ? [] : [month])].join("/")}`];
  return [`photo:${folder}`];
}

/** Of the address of nothing in a folder, the folder: "/da/emner//" stands in "/da/emner/". */
function folderOf(path: string): string {
  return path.slice(0, path.indexOf("//") + 1);
}

function ofTopic(topic: string, year: string): readonly Subject[] {
  return /^\d{4}$/.test(year) ? [`list:topic/${topic}/${year}`, `topic:${topic}`] : [`topic:${topic}`];
}

/** A year's words for the search, or those of a directory. */
function searchNamed(name: string): Subject {
  return Object.hasOwn(sections, name) ? sections[name as Section] : `search:${name}`;
}

function sitemapNamed(name: string): readonly Subject[] {
  if (name === "pages") return ["sitemap"];
  return [name.includes("-") ? `month:${name}` : `year:${name}`];
}

/** "bent-hansen-w320" is a width of Bent Hansen's photo, unless a photo is called that: where an id ends is not to be seen. */
function photosBegunBy(name: string): readonly Subject[] {
  const parts = name.split("-");
  return parts.map((_, last): Subject => `photo:${parts.slice(0, last + 1).join("-")}`);
}

function stemOf(name: string): string {
  return name.replace(/\..*$/, "");
}
