import { createHash } from "node:crypto";
import type { Head, ListingLine, Sources } from "../../functions/pipeline/ports.ts";

/** Files by path, as a newsroom's authors have them. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Commits that come one after the other, in memory, addressed as in the source bucket. */
export interface MemorySources extends Sources {
  /** Those of the newest commit. */
  files(): Files;
  /** Makes these files the newest commit. */
  commit(files: Files, more?: Pick<Head, "forced" | "again">): Head;
}

export function memorySources(): MemorySources {
  const objects = new Map<string, Uint8Array>();
  const listings = new Map<string, readonly ListingLine[]>();
  let head: Head | undefined;
  let commits = 0;
  let newest: Files = {};

  function treeOf(files: ReadonlyMap<string, Uint8Array>): string {
    const folders = new Map<string, Map<string, Uint8Array>>();
    const lines: ListingLine[] = [];
    for (const [path, bytes] of files) {
      const slash = path.indexOf("/");
      if (slash < 0) {
        const object = addressOf(bytes);
        objects.set(object, bytes);
        lines.push({ name: path, type: "blob", object });
      } else {
        const folder = folders.get(path.slice(0, slash)) ?? new Map<string, Uint8Array>();
        folders.set(path.slice(0, slash), folder.set(path.slice(slash + 1), bytes));
      }
    }
    for (const [name, inside] of folders) lines.push({ name, type: "tree", object: treeOf(inside) });
    const inOrder = lines.toSorted((one, other) => (one.name < other.name ? -1 : 1));
    const tree = addressOf(Buffer.from(JSON.stringify(inOrder)));
    listings.set(tree, inOrder);
    return tree;
  }

  return {
    files: () => newest,
    commit(files, more = {}) {
      newest = files;
      commits += 1;
      const bytes = Object.entries(files).map(
        ([path, text]) => [path, typeof text === "string" ? Buffer.from(text) : text] as const,
      );
      head = { commit: `commit-${commits}`, tree: treeOf(new Map(bytes)), ...more };
      return head;
    },
    head: () => Promise.resolve(head),
    listing(tree) {
      const lines = listings.get(tree);
      return lines === undefined ? Promise.reject(new Error(`no listing ${tree}`)) : Promise.resolve(lines);
    },
    bytes(object, first) {
      const bytes = objects.get(object);
      if (bytes === undefined) return Promise.reject(new Error(`no object ${object}`));
      return Promise.resolve({ bytes: bytes.subarray(0, first), size: bytes.length });
    },
  };
}

const addresses = new WeakMap<Uint8Array, string>();

/** Reckoned once for each, so that a file of 100 MB may be there many times. */
function addressOf(bytes: Uint8Array): string {
  const address = addresses.get(bytes) ?? createHash("sha1").update(bytes).digest("hex");
  addresses.set(bytes, address);
  return address;
}
