import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Site } from "../pipeline/ports.ts";
import { isAdvance } from "../contract.ts";
import { heldInFolder } from "./in-process.ts";
import { writeWhole } from "./write-whole.ts";

/** The site as files in a folder, for any host that serves files. */
export function siteFolder(folder: string, heldFolder: string): Site {
  const held = heldInFolder(heldFolder);
  return {
    async put({ key, body }) {
      if (isAdvance(key)) return; // a host that asks nobody for a signature is no place for what is for one person
      await writeWhole(join(folder, key), "text" in body ? body.text : await held.read(body.heldKey));
    },
    async delete(keys) {
      for (const key of keys) await rm(join(folder, key), { force: true });
    },
  };
}
