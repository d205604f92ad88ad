import { createHash } from "node:crypto";
import type { Dirent } from "node:fs";
import { createReadStream } from "node:fs";
import { open, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ListingLine } from "../pipeline/ports.ts";
import type { Checkout } from "./checkout.ts";

/** Of each file by its path: size, time and number, and the address that its bytes had then. */
export type Stamps = Map<string, { readonly stamp: string; readonly object: string }>;

/**
 * A folder as it is on the disk. Each look at its head makes the listings anew, with the addresses that Git would give;
 * a file is only read again when its size or time has changed.
 *
 * @param known  what is known of its files from an earlier time, by path; it is added to
 */
export function folderCheckout(folder: string, known: Stamps = new Map()): Checkout {
  const listings = new Map<string, readonly ListingLine[]>();
  const paths = new Map<string, string>();

  async function addressOfFile(path: string): Promise<string> {
    const { size, mtimeMs, ino } = await stat(path);
    const stamp = `${size} ${mtimeMs} ${ino}`;
    const before = known.get(path);
    if (before?.stamp === stamp) return before.object;
    const object = await blobAddress(path, size);
    known.set(path, { stamp, object });
    return object;
  }

  async function lineOf(here: string, entry: Dirent): Promise<ListingLine | undefined> {
    const path = join(here, entry.name);
    if (entry.name.startsWith(".")) return undefined;
    if (entry.isDirectory()) return { name: entry.name, type: "tree", object: await addressOfFolder(path) };
    if (!entry.isFile()) return { name: entry.name, type: "link", object: "0".repeat(40) };
    const object = await addressOfFile(path);
    paths.set(object, path);
    return { name: entry.name, type: "blob", object };
  }

  async function addressOfFolder(here: string): Promise<string> {
    const entries = await readdir(here, { withFileTypes: true });
    const lines: ListingLine[] = [];
    // One after the other: thousands of open files at once are more than a laptop allows.
    for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      const line = await lineOf(here, entry);
      if (line !== undefined) lines.push(line);
    }
    const tree = createHash("sha1").update(JSON.stringify(lines)).digest("hex");
    listings.set(tree, lines);
    return tree;
  }

  return {
    kind: "folder",
    folder,
    async head() {
      listings.clear();
      paths.clear();
      const tree = await addressOfFolder(folder);
      return { commit: `folder-${tree}`, tree, forced: true };
    },
    listing(tree) {
      const lines = listings.get(tree);
      return lines === undefined
        ? Promise.reject(new Error(`${folder} has changed: the listing ${tree} is of an earlier look.`))
        : Promise.resolve(lines);
    },
    async bytes(object, first) {
      const path = paths.get(object);
      if (path === undefined) throw new Error(`${folder} has changed: ${object} is of an earlier look.`);
      if (first !== undefined) return firstBytes(path, first);
      const bytes = await readFile(path);
      // Sent under an address that says what is in it, a file saved in the meantime would be another's for ever.
      if (digestOf(bytes) !== object)
        throw new Error(`${path} was saved while it was being read. Try again.`);
      return { bytes, size: bytes.length };
    },
    close() {},
  };
}

/** @see "Git Objects" in Pro Git: the SHA-1 of "blob", the length, a zero byte and the bytes */
async function blobAddress(path: string, size: number): Promise<string> {
  const hash = createHash("sha1").update(`blob ${size}\0`);
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest("hex");
}

function digestOf(bytes: Buffer): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

async function firstBytes(path: string, first: number): Promise<{ bytes: Uint8Array; size: number }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { bytesRead, buffer } = await file.read(
      Buffer.alloc(Math.min(first, size)),
      0,
      Math.min(first, size),
      0,
    );
    return { bytes: buffer.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}
