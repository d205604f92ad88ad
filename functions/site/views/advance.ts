import type { Release, Translation } from "../../content/entry.ts";
import type { PhotoView } from "../../../templates/photo-views.ts";
import type { AdvanceNotice, ReleasePage } from "../../../templates/views.ts";
import type { Library } from "../library.ts";
import { frontPath } from "../paths.ts";
import { releaseView } from "./release.ts";

/**
 * A release's page for one person before it is out: without anything that leads to what is not there yet, and without
 * what is only for programs.
 *
 * @param folder  where its pictures are: "/advance-photos/…"
 */
export async function advanceView(
  library: Library,
  release: Release,
  translation: Translation,
  advance: AdvanceNotice,
  folder: string,
): Promise<ReleasePage> {
  const {
    historyPath: _history,
    translation: _state,
    comparePath: _compare,
    ...view
  } = await releaseView(library, release, translation);
  const { canonical: _canonical, ...frame } = view.frame;
  const { locale } = frame.otherLanguage;
  return {
    ...view,
    photos: view.photos.map((photo) => inFolder(folder, photo)),
    corrections: [],
    frame: {
      ...frame,
      advance,
      alternates: [],
      breadcrumbs: [],
      feeds: [],
      formats: [],
      structuredData: [],
      socialImages: [],
      otherLanguage: { locale, path: frontPath(locale), samePage: false },
    },
  };
}

/** "/photos/…" as it stands in the folder of one person's copy. */
export function pathInFolder(folder: string, path: string): string {
  return path.replace(/^\/photos(?=\/)/, folder);
}

function inFolder(folder: string, { picture, original, ...photo }: PhotoView): PhotoView {
  const there = <T extends { readonly path: string }>(file: T): T => ({
    ...file,
    path: pathInFolder(folder, file.path),
  });
  return {
    ...photo,
    original: there(original),
    picture: {
      ...picture,
      sources: picture.sources.map(({ type, files }) => ({ type, files: files.map(there) })),
      fallback: there(picture.fallback),
    },
  };
}
