import { isOver } from "../../content/consent.ts";
import type { OriginalFormat, Photo } from "../../content/entry.ts";
import { locales } from "../../content/locale.ts";
import type { Locale } from "../../content/locale.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type { PhotoView, PictureView } from "../../../templates/photo-views.ts";
import type { SocialImage } from "../../../templates/views.ts";
import type { Library } from "../library.ts";
import { heldKeyOf } from "../manifest.ts";
import type { Manifest, ManifestFile } from "../manifest.ts";
import { gonePage, immutableCopy } from "../site-object.ts";
import type { SiteObject } from "../site-object.ts";

/** The best first: a browser takes the first type that it knows. */
const preferred = ["image/avif", "image/webp", "image/jpeg"];
/** What `img` itself asks for, where a browser knows neither `picture` nor `srcset`. */
const fallbackWidth = 960;
/** What the files of a shape are called. */
const shapes = { whole: "w", wide: "16x9-w", portrait: "4x5-w" } as const;
export type Shape = keyof typeof shapes;

const formatNames: Readonly<Record<OriginalFormat, PhotoView["original"]["format"]>> = {
  jpeg: "JPEG",
  png: "PNG",
  tiff: "TIFF",
  webp: "WebP",
};

/** Where readers fetch a made file: the photo's own name, below a folder that changes with its bytes and rights. */
function photoPath(photo: Photo, manifest: Manifest, file: ManifestFile): string {
  const name =
    file.name === manifest.original.name
      ? file.name.replace("original", photo.id)
      : `${photo.id}-${file.name}`;
  return `/photos/${manifest.photoKey}/${name}`;
}

/** The files of a photo that a release's own page leads to, by path; where they wait as `heldKey`. */
export async function filesOnPage(
  library: Library,
  id: string,
): Promise<readonly { readonly path: string; readonly heldKey: string; readonly contentType: string }[]> {
  const found = await shownPhoto(library, id);
  if (found === undefined) return [];
  const { photo, manifest } = found;
  const { original, files, photoKey } = manifest;
  return [original, ...files.filter(({ name }) => name.startsWith(shapes.whole))].map((file) => ({
    path: photoPath(photo, manifest, file),
    heldKey: heldKeyOf(photoKey, file.name),
    contentType: file.contentType,
  }));
}

export function photoObjects(photo: Photo, manifest: Manifest): readonly SiteObject[] {
  return [manifest.original, ...manifest.files].map((file) =>
    immutableCopy(
      photoPath(photo, manifest, file).slice(1),
      heldKeyOf(manifest.photoKey, file.name),
      file.contentType,
      file === manifest.original ? photo.file : undefined,
    ),
  );
}

/** In the place of each file, once the photo may not be shown any more. */
export function goneObjects(photo: Photo, manifest: Manifest): readonly SiteObject[] {
  const text = `${locales.map((locale) => stringsOf(locale).photoGone).join("\n")}\n`;
  return [manifest.original, ...manifest.files].map((file) =>
    gonePage(photoPath(photo, manifest, file).slice(1), text, "text/plain; charset=utf-8"),
  );
}

export async function pictureOf(
  library: Library,
  id: string | undefined,
  locale: Locale,
  shape: Shape,
): Promise<PictureView | undefined> {
  const found = await shownPhoto(library, id);
  return found && picture(found.photo, found.manifest, locale, shape);
}

export async function photoView(
  library: Library,
  id: string | undefined,
  locale: Locale,
): Promise<PhotoView | undefined> {
  const found = await shownPhoto(library, id);
  if (found === undefined) return undefined;
  const { photo, manifest } = found;
  const { original } = manifest;
  return {
    picture: picture(photo, manifest, locale, "whole"),
    placeholder: manifest.placeholder,
    caption: photo.caption[locale],
    credit: photo.credit,
    creator:
      "name" in photo.creator
        ? { name: photo.creator.name }
        : { unknownBecause: photo.creator.unknownBecause[locale] },
    copyright: photo.copyright,
    licence: {
      name: photo.licence.name[locale],
      href: photo.licence.url,
      terms: photo.licence.terms[locale],
    },
    original: {
      path: photoPath(photo, manifest, original),
      fileName: photo.file,
      format: formatNames[photo.original.format],
      type: original.contentType,
      width: original.width,
      height: original.height,
      bytes: original.bytes,
      sha256: original.sha256,
    },
  };
}

/** What is shown of a photo elsewhere, each cut for its place. */
export interface ImagesElsewhere {
  /** For link previews. */
  readonly social: SocialImage;
  /** For search engines: 16:9 and 1:1. */
  readonly structured: readonly string[];
}

/** @param base  where the site stands: addresses elsewhere are absolute */
export async function imagesElsewhere(
  library: Library,
  id: string | undefined,
  locale: Locale,
  base: string,
): Promise<ImagesElsewhere | undefined> {
  const found = await shownPhoto(library, id);
  const social = found?.manifest.files.find(({ name }) => name === "social.jpg");
  if (found === undefined || social === undefined) return undefined;
  const { photo, manifest } = found;
  const href = (file: ManifestFile) => base + photoPath(photo, manifest, file);
  const largest = (prefix: string) =>
    manifest.files
      .filter(({ name }) => name.startsWith(prefix) && name.endsWith(".jpg"))
      .toSorted((one, other) => other.width - one.width)
      .slice(0, 1)
      .map(href);
  return {
    social: {
      href: href(social),
      type: "image/jpeg",
      width: social.width,
      height: social.height,
      alt: photo.alt[locale],
    },
    structured: ["16x9-w", "1x1-w"].flatMap(largest),
  };
}

/** Undefined too where the photo may not be shown any more: no view can show it by mistake. */
export async function shownPhoto(
  library: Library,
  id: string | undefined,
): Promise<{ photo: Photo; manifest: Manifest } | undefined> {
  const photo = id === undefined ? undefined : await library.entry("photo", id);
  if (photo === undefined || isOver(photo, library.instant)) return undefined;
  const manifest = await library.manifest(photo);
  return manifest && { photo, manifest };
}

function picture(photo: Photo, manifest: Manifest, locale: Locale, shape: Shape): PictureView {
  const byWidth = manifest.files
    .filter(({ name }) => name.startsWith(shapes[shape]))
    .toSorted((a, b) => a.width - b.width);
  const jpegs = byWidth.filter(({ contentType }) => contentType === "image/jpeg");
  const fallback = jpegs.findLast(({ width }) => width <= fallbackWidth) ?? jpegs[0];
  if (fallback === undefined) throw new Error(`The photo ${photo.id} was made into no JPEG rendition.`);
  return {
    alt: photo.alt[locale],
    sources: preferred
      .map((type) => ({
        type,
        files: byWidth
          .filter(({ contentType }) => contentType === type)
          .map((file) => ({ path: photoPath(photo, manifest, file), width: file.width })),
      }))
      .filter(({ files }) => files.length > 0),
    fallback: {
      path: photoPath(photo, manifest, fallback),
      width: fallback.width,
      height: fallback.height,
    },
  };
}
