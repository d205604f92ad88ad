import { formerAddressesOf } from "../content/addresses.ts";
import type { Entry } from "../content/entry.ts";
import { locales } from "../content/locale.ts";
import { movedPage as movedTemplate } from "../../templates/moved-page.ts";
import type { NewsroomWithPages } from "./library.ts";
import { accessibilityShortcutPath, entryPath, keyOfPath } from "./paths.ts";
import { movedPage } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";

/** Where an entry stood before: each sends readers straight to where it stands, however often it moved. */
export function movedObjects(entry: Entry, base: string): readonly SiteObject[] {
  const now = new Set(locales.map((locale) => entryPath(entry, locale)));
  return [...new Set(formerAddressesOf(entry))].flatMap((address) => {
    const locale = address.startsWith("en/") ? "en" : "da";
    const path = entryPath(entry, locale) ?? entryPath(entry, "da");
    if (path === undefined || now.has(`/${address}/`)) return [];
    const text = movedTemplate({ locale, path, href: base + path });
    return [movedPage(keyOfPath(`/${address}/`), path, text)];
  });
}

/** "/was" names no language: it leads to the Danish statement, whose page leads to the English one. */
export function accessibilityShortcut({ pages, url }: NewsroomWithPages): readonly SiteObject[] {
  const path = pages.accessibility && entryPath(pages.accessibility, "da");
  if (path === undefined) return [];
  const text = movedTemplate({ locale: "da", path, href: url + path });
  return [movedPage(keyOfPath(accessibilityShortcutPath), path, text)];
}
