import type { Photo } from "../content/entry.ts";
import type { Localised } from "../content/locale.ts";
import type { PhotoReason } from "../content/photo-problems.ts";
import { checksumOf, digestOf } from "../site/digest.ts";
import { cardPicture, heldKeyOf } from "../site/manifest.ts";
import type { Manifest, ManifestFile, OriginalFile, Part } from "../site/manifest.ts";
import { rightsOf } from "../site/rights.ts";
import { PhotoUnreadable } from "./photo-unreadable.ts";
import type { Held, ImageFile, Images, Sources } from "./ports.ts";

export interface MakeRenditionsOrder {
  readonly photo: Photo;
  readonly photoKey: string;
  /** Both at once open the file only once. */
  readonly parts: readonly Part[];
}

export interface MadeParts {
  readonly quick?: Manifest;
  readonly slow?: readonly ManifestFile[];
  /** The cut for contact cards, in base64; comes with the quick part of a picture that is large enough. */
  readonly card?: string;
}

/** What the photo was made into, or why its file cannot be read: then it is the author's to mend. */
export type MakeRenditionsResult =
  MadeParts | { readonly unreadable: { readonly reason: PhotoReason; readonly why: Localised } };

/**
 * Makes files of one photo and holds them. What is answered names what is there, so it is for the caller to keep only
 * when all of it is; doing it twice gives the same files again.
 */
export async function makeRenditions(
  ports: {
    readonly sources: Pick<Sources, "bytes">;
    readonly held: Pick<Held, "put">;
    readonly images: Images;
  },
  { photo, photoKey, parts }: MakeRenditionsOrder,
): Promise<MakeRenditionsResult> {
  const { bytes } = await ports.sources.bytes(photo.original.object);
  const { focus } = photo;
  const options = { parts, format: photo.original.format, ...(focus === undefined ? {} : { focus }) };
  const made: Record<Part, ManifestFile[]> = { quick: [], slow: [] };
  let original: OriginalFile | undefined;
  let placeholder = "";
  let card: string | undefined;
  try {
    for await (const file of ports.images.files(bytes, rightsOf(photo), options)) {
      if (file.role === "placeholder") {
        placeholder = `data:${file.contentType};base64,${Buffer.from(file.bytes).toString("base64")}`;
        continue;
      }
      if (file.name === cardPicture) card = Buffer.from(file.bytes).toString("base64");
      await ports.held.put(heldKeyOf(photoKey, file.name), file.bytes, file.contentType);
      if (file.role === "original")
        original = { ...manifestFile(file), sha256: digestOf(file.bytes), crc32: checksumOf(file.bytes) };
      else made[file.role].push(manifestFile(file));
    }
  } catch (error) {
    if (error instanceof PhotoUnreadable) return { unreadable: { reason: error.reason, why: error.why } };
    throw error;
  }
  return {
    ...(original === undefined ? {} : { quick: { photoKey, original, files: made.quick, placeholder } }),
    ...(parts.includes("slow") ? { slow: made.slow } : {}),
    ...(card === undefined ? {} : { card }),
  };
}

function manifestFile({ name, contentType, width, height, bytes }: ImageFile): ManifestFile {
  return { name, contentType, width, height, bytes: bytes.length };
}
