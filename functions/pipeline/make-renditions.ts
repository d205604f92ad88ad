import type { Photo } from "../content/entry.ts";
import { heldKeyOf } from "../site/manifest.ts";
import type { Manifest, ManifestFile } from "../site/manifest.ts";
import { rightsOf } from "../site/rights.ts";
import { PhotoUnreadable } from "./photo-unreadable.ts";
import type { Held, Images, Sources } from "./ports.ts";

export interface MakeRenditionsOrder {
  readonly photo: Photo;
  readonly photoKey: string;
}

/** What the photo was made into, or why its file cannot be read: then it is the author's to mend. */
export type MakeRenditionsResult = { readonly manifest: Manifest } | { readonly unreadable: string };

/**
 * Makes all files of one photo and holds them. The manifest names what is there, so it is for the caller to keep only
 * when all of it is; doing it twice gives the same files again.
 */
export async function makeRenditions(
  ports: { readonly sources: Pick<Sources, "bytes">; readonly held: Held; readonly images: Images },
  { photo, photoKey }: MakeRenditionsOrder,
): Promise<MakeRenditionsResult> {
  const { bytes } = await ports.sources.bytes(photo.original.object);
  const files: ManifestFile[] = [];
  try {
    const options = photo.focus === undefined ? {} : { focus: photo.focus };
    for await (const file of ports.images.files(bytes, rightsOf(photo), options)) {
      const { name, contentType, width, height } = file;
      await ports.held.put(heldKeyOf(photoKey, name), file.bytes, contentType);
      files.push({ name, contentType, width, height, bytes: file.bytes.length });
    }
  } catch (error) {
    if (error instanceof PhotoUnreadable) return { unreadable: error.message };
    throw error;
  }
  return { manifest: { photoKey, files } };
}
