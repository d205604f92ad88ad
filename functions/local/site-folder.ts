import { rm } from "node:fs/promises";
import { join } from "node:path";
import { isAdvance } from "../contract.ts";
import { kitBytes } from "../pipeline/kit-bytes.ts";
import type { HeldBytes, Site } from "../pipeline/ports.ts";
import type { SiteObject } from "../site/site-object.ts";
import { heldInFolder } from "./in-process.ts";
import { writeWhole } from "./write-whole.ts";

export type HeldBody = Exclude<SiteObject["body"], { readonly text: string }>;

/** Of what is copied from what is held, or put together from it. */
export function bytesOf({ heldKey, kit }: HeldBody, held: HeldBytes): AsyncIterable<Uint8Array> {
  return kit === undefined ? held.read(heldKey) : kitBytes(kit, held);
}

/** The site as files in a folder, for any host that serves files. */
export function siteFolder(folder: string, heldFolder: string): Site {
  const held = heldInFolder(heldFolder);
  return {
    async put({ key, body }) {
      if (isAdvance(key)) return; // a host that asks nobody for a signature is no place for what is for one person
      await writeWhole(join(folder, key), "text" in body ? body.text : bytesOf(body, held.bytes));
    },
    async delete(keys) {
      for (const key of keys) await rm(join(folder, key), { force: true });
    },
  };
}
