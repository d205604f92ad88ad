import { addressesOf, addressOf, formerAddressesOf } from "../content/addresses.ts";
import type { Entry } from "../content/entry.ts";
import { movedPage as movedTemplate } from "../../templates/moved-page.ts";
import type { NewsroomWithPages } from "./library.ts";
import { accessibilityShortcutPath, addressOfKey, entryPath, keyOfPath } from "./paths.ts";
import { gonePage, movedFile, movedPage, pathOfKey } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";

/**
 * Where an entry stood before: each address sends readers straight to where it stands, however often it moved, and so does
 * what stood on the same stem, for whoever kept the text, the kit, the history or the feed.
 *
 * @param own  what stands at its addresses now
 */
export function movedObjects(entry: Entry, own: readonly SiteObject[], base: string): readonly SiteObject[] {
  const now = new Set(addressesOf(entry));
  return [...new Set(formerAddressesOf(entry))].flatMap((former) => {
    const address = addressOf(entry, former.startsWith("en/") ? "en" : "da") ?? addressOf(entry, "da");
    if (address === undefined || now.has(former)) return [];
    return own
      .filter(({ key }) => addressOfKey(key) === address)
      .map((object) => ledFrom(former + object.key.slice(address.length), object, base));
  });
}

/** What is gone for good says so itself: nobody is sent on to nothing. */
function ledFrom(key: string, object: SiteObject, base: string): SiteObject {
  if (object.answer?.status === 410 && "text" in object.body)
    return gonePage(key, object.body.text, object.contentType);
  const path = pathOfKey(object.key);
  const href = base + path;
  if (!key.endsWith("/index.html")) return movedFile(key, path, `${href}\n`);
  return movedPage(key, path, movedTemplate({ locale: key.startsWith("en/") ? "en" : "da", path, href }));
}

/** "/was" names no language: it leads to the Danish statement, whose page leads to the English one. */
export function accessibilityShortcut({ pages, url }: NewsroomWithPages): readonly SiteObject[] {
  const path = pages.accessibility && entryPath(pages.accessibility, "da");
  if (path === undefined) return [];
  const text = movedTemplate({ locale: "da", path, href: url + path });
  return [movedPage(keyOfPath(accessibilityShortcutPath), path, text)];
}
