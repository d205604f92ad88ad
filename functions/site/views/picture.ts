import type { Photo } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import type { PhotoView, PictureView } from "../../../templates/views.ts";
import type { Library } from "../library.ts";
import { heldKeyOf } from "../manifest.ts";
import type { Manifest, ManifestFile } from "../manifest.ts";
import { immutableCopy } from "../site-object.ts";
import type { SiteObject } from "../site-object.ts";

/** The best first: a browser takes the first type that it knows. */
const preferred = ["image/avif", "image/webp", "image/jpeg"];
/** What `img` itself asks for, where a browser knows neither `picture` nor `srcset`. */
const fallbackWidth = 960;

/** Where readers fetch a made file: the photo's own name, below a folder that changes with its bytes and rights. */
function photoPath(photo: Photo, manifest: Manifest, file: ManifestFile): string {
  const name = file.name === "original.jpg" ? `${photo.id}.jpg` : `${photo.id}-${file.name}`;
  return `/photos/${manifest.photoKey}/${name}`;
}

export function photoObjects(photo: Photo, manifest: Manifest): readonly SiteObject[] {
  return manifest.files.map((file) =>
    immutableCopy(
      photoPath(photo, manifest, file).slice(1),
      heldKeyOf(manifest.photoKey, file.name),
      file.contentType,
      file.name === "original.jpg" ? photo.file : undefined,
    ),
  );
}

export async function pictureOf(
  library: Library,
  id: string | undefined,
  locale: Locale,
): Promise<PictureView | undefined> {
  const found = await made(library, id);
  return found && picture(found.photo, found.manifest, locale);
}

export async function photoView(
  library: Library,
  id: string | undefined,
  locale: Locale,
): Promise<PhotoView | undefined> {
  const found = await made(library, id);
  if (found === undefined) return undefined;
  const { photo, manifest } = found;
  const original = manifest.files.find(({ name }) => name === "original.jpg");
  if (original === undefined) return undefined;
  return {
    picture: picture(photo, manifest, locale),
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
      format: "JPEG",
      width: original.width,
      height: original.height,
      bytes: original.bytes,
    },
  };
}

/** The picture that link previews show, cut for them. */
export async function socialImageOf(
  library: Library,
  id: string | undefined,
  locale: Locale,
  base: string,
): Promise<{ href: string; width: number; height: number; alt: string } | undefined> {
  const found = await made(library, id);
  const file = found?.manifest.files.find(({ name }) => name.startsWith("social."));
  if (found === undefined || file === undefined) return undefined;
  return {
    href: base + photoPath(found.photo, found.manifest, file),
    width: file.width,
    height: file.height,
    alt: found.photo.alt[locale],
  };
}

async function made(
  library: Library,
  id: string | undefined,
): Promise<{ photo: Photo; manifest: Manifest } | undefined> {
  const photo = id === undefined ? undefined : await library.entry("photo", id);
  const manifest = photo && (await library.manifest(photo));
  return photo && manifest && { photo, manifest };
}

function picture(photo: Photo, manifest: Manifest, locale: Locale): PictureView {
  const renditions = manifest.files.filter(({ name }) => /^w\d+\./.test(name));
  const byWidth = renditions.toSorted((a, b) => a.width - b.width);
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
