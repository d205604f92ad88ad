import type { AdvanceCopy, Release } from "../content/entry.ts";
import { localMinute } from "../content/instant.ts";
import { locales } from "../content/locale.ts";
import { movedPage } from "../../templates/moved-page.ts";
import { releasePage } from "../../templates/release-page.ts";
import { isLive } from "./library.ts";
import type { Library } from "./library.ts";
import { advancePath, advancePhotosPath, entryPath, keyOfPath } from "./paths.ts";
import { privateCopy, privateMove, privatePage } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";
import { advanceView, pathInFolder } from "./views/advance.ts";
import { filesOnPage } from "./views/picture.ts";

/**
 * What stands at the addresses that single persons were given before a release is out: its page in each language with
 * their name all over it, and its photos. From its instant on they are sent to where everybody reads it; from `until`
 * on, and when their line is gone from the release, there is nothing.
 */
export async function advanceObjects(library: Library, release: Release): Promise<readonly SiteObject[]> {
  if (release.withdrawn !== undefined) return [];
  const copies = release.advance.filter(({ until }) => library.instant < until);
  const objects = await Promise.all(
    copies.map(async (copy) =>
      isLive(release, library.instant)
        ? sentOn(library, release, copy)
        : [...(await pages(library, release, copy)), ...(await photos(library, release, copy))],
    ),
  );
  return objects.flat();
}

async function sentOn(
  library: Library,
  release: Release,
  { key }: AdvanceCopy,
): Promise<readonly SiteObject[]> {
  const { url } = await library.newsroom();
  return locales.flatMap((locale) => {
    const path = entryPath(release, locale);
    if (path === undefined) return [];
    return [
      privateMove(keyOfPath(advancePath(key, locale)), path, movedPage({ locale, path, href: url + path })),
    ];
  });
}

async function pages(
  library: Library,
  release: Release,
  { key, recipient }: AdvanceCopy,
): Promise<readonly SiteObject[]> {
  const { zone } = await library.newsroom();
  const embargo = { recipient, at: release.liveFrom, minute: localMinute(release.liveFrom, zone) };
  const made = locales.map(async (locale) => {
    const translation = release.translations[locale];
    if (translation === undefined) return [];
    const view = await advanceView(library, release, translation, embargo, advancePhotosPath(key));
    return [privatePage(keyOfPath(advancePath(key, locale)), releasePage(view))];
  });
  return (await Promise.all(made)).flat();
}

async function photos(
  library: Library,
  release: Release,
  { key }: AdvanceCopy,
): Promise<readonly SiteObject[]> {
  const folder = advancePhotosPath(key);
  const found = await Promise.all(release.photos.map((id) => filesOnPage(library, id)));
  return found
    .flat()
    .map(({ path, heldKey, contentType }) =>
      privateCopy(keyOfPath(pathInFolder(folder, path)), heldKey, contentType),
    );
}
