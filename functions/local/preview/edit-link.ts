import { indexKeys } from "../../pipeline/index-keys.ts";
import type { IndexedEntry, Owner } from "../../pipeline/index-rows.ts";
import type { Rows } from "../../pipeline/ports.ts";
import { releaseFile } from "../../editor/editor-config.ts";

/** Where the editor has what a page shows; its first page where that is nothing that is written as one. */
export async function editLink(editor: string, path: string, rows: Rows): Promise<string> {
  const address = path.replaceAll(/^\/|\/$/g, "");
  const [row] = await rows.get([indexKeys.address(address)]);
  const owner = row?.value as Owner | undefined;
  const [found] = owner === undefined ? [] : await rows.get([indexKeys.entry(owner.kind, owner.id)]);
  const unit = (found?.value as IndexedEntry | undefined)?.unit;
  if (unit === undefined) return editor;
  const [folder = "", ...name] = unit.split("/");
  const file = folder === "releases" ? [releaseFile] : [];
  return `${editor}#/collections/${folder}/entries/${[...name, ...file].join("/")}`;
}
