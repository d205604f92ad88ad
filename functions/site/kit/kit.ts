import { heldKits } from "../../contract.ts";
import { digestOf } from "../digest.ts";
import type { ZipFile } from "./zip.ts";

/** All that the press needs of one release in one language, in one archive. It is known whole before a photo is read. */
export interface Kit {
  readonly files: readonly ZipFile[];
  /** "2008-05-27": its files are dated as the release is. */
  readonly date: string;
}

/** Where a kit waits that was made ahead: its name says all that is in it. */
export function heldKeyOfKit(kit: Kit): string {
  return `${heldKits}${digestOf(JSON.stringify(kit))}.zip`;
}
