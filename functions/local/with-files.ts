import { createHash } from "node:crypto";
import type { ListingLine, Sources } from "../pipeline/ports.ts";

type Read = Pick<Sources, "listing" | "bytes">;

/**
 * A tree as it would be with other files in it: what a change is held against before it is made. Nothing is written.
 *
 * @param files  what they would hold, by their path in the tree; a file that is there is another one then
 */
export async function withFiles<S extends Read>(
  sources: S,
  tree: string,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<{ readonly sources: S; readonly tree: string }> {
  const blobs = new Map<string, Uint8Array>();
  const listings = new Map<string, readonly ListingLine[]>();

  async function folderWith(
    before: string | undefined,
    within: Readonly<Record<string, Uint8Array>>,
  ): Promise<string> {
    const lines = new Map<string, ListingLine>();
    for (const line of before === undefined ? [] : await sources.listing(before)) lines.set(line.name, line);
    for (const [name, inside] of byFolder(within)) {
      const own = inside[""];
      const there = lines.get(name);
      const object =
        own === undefined
          ? await folderWith(there?.type === "tree" ? there.object : undefined, inside)
          : blobOf(own);
      lines.set(name, { name, type: own === undefined ? "tree" : "blob", object });
    }
    const inOrder = [...lines.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
    const address = createHash("sha1").update(JSON.stringify(inOrder)).digest("hex");
    listings.set(address, inOrder);
    return address;
  }

  function blobOf(bytes: Uint8Array): string {
    const object = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
    blobs.set(object, bytes);
    return object;
  }

  return {
    tree: await folderWith(tree, files),
    sources: {
      ...sources,
      async listing(address: string) {
        return listings.get(address) ?? sources.listing(address);
      },
      async bytes(object: string, first?: number) {
        const bytes = blobs.get(object);
        if (bytes === undefined) return sources.bytes(object, first);
        return { bytes: bytes.subarray(0, first), size: bytes.length };
      },
    },
  };
}

/** The files by the first part of their path; what a name itself holds is under "". */
function byFolder(
  files: Readonly<Record<string, Uint8Array>>,
): ReadonlyMap<string, Readonly<Record<string, Uint8Array>>> {
  const folders = new Map<string, Record<string, Uint8Array>>();
  for (const [path, bytes] of Object.entries(files)) {
    const [name = "", ...rest] = path.split("/");
    const inside = folders.get(name) ?? {};
    inside[rest.join("/")] = bytes;
    folders.set(name, inside);
  }
  return folders;
}
