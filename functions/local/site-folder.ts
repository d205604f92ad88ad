import { rm } from "node:fs/promises";
import { join } from "node:path";
import { isAdvance } from "../contract.ts";
import { drawnPictures } from "../images/drawn-picture.ts";
import { drawPictures } from "../pipeline/draw-pictures.ts";
import { kitBytes } from "../pipeline/kit-bytes.ts";
import type { Site, Sources } from "../pipeline/ports.ts";
import type { SiteObject } from "../site/site-object.ts";
import { heldInFolder } from "./in-process.ts";
import type { HeldInFolder } from "./in-process.ts";
import { readPictureLetters } from "./picture-letters.ts";
import { writeWhole } from "./write-whole.ts";

export type CopiedBody = Exclude<SiteObject["body"], { readonly text: string }>;

const pictures = drawnPictures(readPictureLetters);

/** Of what is copied from what is held or was committed, put together from what is held, or drawn by the first who asks. */
export async function* bytesOf(
  body: CopiedBody,
  held: HeldInFolder,
  sources: Pick<Sources, "bytes">,
): AsyncGenerator<Uint8Array> {
  if ("source" in body) yield (await sources.bytes(body.source)).bytes;
  else if (body.kit !== undefined) yield* kitBytes(body.kit, held.bytes);
  else {
    const { heldKey, picture } = body;
    if (picture !== undefined && !held.has(heldKey))
      await drawPictures({ held, pictures }, { pictures: [picture] });
    yield* held.bytes.read(heldKey);
  }
}

/** The site as files in a folder, for any host that serves files. */
export function siteFolder(folder: string, heldFolder: string, sources: Pick<Sources, "bytes">): Site {
  const held = heldInFolder(heldFolder);
  return {
    async put({ key, body }) {
      if (isAdvance(key)) return; // a host that asks nobody for a signature is no place for what is for one person
      const bytes = "text" in body ? (body.asFiles ?? body.text) : bytesOf(body, held, sources);
      await writeWhole(join(folder, key), bytes);
    },
    async delete(keys) {
      for (const key of keys) await rm(join(folder, key), { force: true });
    },
  };
}
