import { isOver } from "../content/consent.ts";
import type { Id } from "../content/entry.ts";
import { locales } from "../content/locale.ts";
import { galleryPage } from "../../templates/gallery-page.ts";
import { photoGonePage, photoPage } from "../../templates/photo-page.ts";
import { galleryNamed, galleryPath, photoPagePath } from "./gallery.ts";
import type { Library } from "./library.ts";
import { keyOfPath } from "./paths.ts";
import { gonePage, page } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";
import { galleryView } from "./views/gallery.ts";
import { photoGoneView, photoPageView } from "./views/photo-page.ts";
import { goneObjects, photoObjects } from "./views/picture.ts";

/**
 * A photo's files and its page in each language. It is public with the first live page that shows it, and no earlier: an
 * embargo covers its pictures too. Once a consent has ended, all of its addresses say that it is gone.
 */
export async function objectsOfPhoto(library: Library, id: Id): Promise<readonly SiteObject[]> {
  const photo = await library.entry("photo", id);
  const since = photo && (await library.shownSince(id));
  if (photo === undefined || since === undefined) return [];
  const manifest = await library.manifest(photo);
  if (manifest === undefined) throw new Error(`The photo ${id} was shown before its renditions were made.`);
  const { shownUntil } = photo;
  if (shownUntil !== undefined && isOver(photo, library.instant)) {
    if (since >= shownUntil) return []; // nobody has ever seen it
    const pages = locales.map(async (locale) =>
      gonePage(
        keyOfPath(photoPagePath(id, locale)),
        photoGonePage(await photoGoneView(library, photo, locale)),
      ),
    );
    return [...goneObjects(photo, manifest), ...(await Promise.all(pages))];
  }
  const pages = locales.map(async (locale) =>
    page(keyOfPath(photoPagePath(id, locale)), photoPage(await photoPageView(library, photo, locale))),
  );
  return [...photoObjects(photo, manifest), ...(await Promise.all(pages))];
}

/** @param name  "month/2008-05" */
export async function objectsOfGallery(library: Library, name: string): Promise<readonly SiteObject[]> {
  const gallery = galleryNamed(name);
  const pages = await Promise.all(
    locales.map(async (locale) => {
      const view = await galleryView(library, gallery, locale);
      return view === undefined ? [] : [page(keyOfPath(galleryPath(gallery, locale)), galleryPage(view))];
    }),
  );
  return pages.flat();
}
