import type { Kind } from "./entry.ts";

/** Folders with one entry for each name in them. */
export const folders = ["photos", "contacts", "programmes", "cases", "bodies", "pages"] as const;
export type Folder = (typeof folders)[number];

/** Files that are nobody's business: the guides that people leave in folders, and what computers hide there. */
export function isPassedOver(path: string): boolean {
  const names = path.split("/");
  return names.some((name) => name.startsWith(".")) || names.at(-1)?.toLowerCase() === "readme.md";
}

/**
 * What a file belongs to: all files with the same unit make one entry. "releases/2008/x/da.md" and "…/en.md" share
 * "releases/2008/x"; "photos/a.yaml" and "photos/a.jpg" share "photos/a"; "cases/a.yaml" and "cases/a/x.pdf" share "cases/a";
 * "newsroom.yaml" and "newsroom.svg" are "newsroom".
 * Undefined for a file that belongs to nothing.
 */
export function unitOf(path: string): string | undefined {
  if (isPassedOver(path)) return undefined;
  if (path === "newsroom.yaml" || path === "newsroom.svg") return "newsroom";
  if (path === "glossary.yaml") return "glossary";
  const [folder = "", second = "", third = "", ...rest] = path.split("/");
  if (folder === "releases" && /^\d{4}$/.test(second) && third !== "" && rest.length > 0) {
    return `${folder}/${second}/${third}`;
  }
  if (folder === "cases" && third.endsWith(".pdf") && rest.length === 0) return `${folder}/${second}`;
  const isFlat =
    folders.some((known) => known === folder) && second !== "" && third === "" && rest.length === 0;
  const dot = second.lastIndexOf(".");
  return isFlat && dot > 0 ? `${folder}/${second.slice(0, dot)}` : undefined;
}

/** Where the entries of a kind lie; the newsroom's own file lies beside them. */
export function folderOf(kind: Kind): string {
  return kind === "body" ? "bodies" : `${kind}s`;
}
