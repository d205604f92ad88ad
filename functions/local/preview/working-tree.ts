import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import type { Dirent } from "node:fs";
import { join } from "node:path";
import type { ListingLine, Sources } from "../../pipeline/ports.ts";

/** The folder as it was last looked at, with the addresses that Git gives: a folder that is as committed is not opened. */
export interface WorkingTree extends Pick<Sources, "bytes"> {
  /** Looks at what may have changed since the last look, and at nothing else; the address of the whole. */
  look(): string;
  /** Undefined for a folder that is no longer like that. */
  listing(tree: string): readonly ListingLine[] | undefined;
  /** To be looked at next time: a path below the folder, or "" for everything. */
  touch(path: string): void;
}

/** A file was saved again while it was read. It has been touched, so looking again helps. */
export class SavedMeanwhile extends Error {
  override readonly name = "SavedMeanwhile";
  constructor(path: string) {
    super(`${path} was saved again while it was being read.`);
  }
}

interface File {
  readonly type: "blob" | "link";
  readonly object: string;
  readonly stamp: string;
  readonly mode: string;
}
interface Folder {
  readonly type: "tree";
  object: string;
  readonly inside: Map<string, File | Folder>;
}

/**
 * @param folder  absolute
 * @throws        SavedMeanwhile, from `bytes`
 */
export function workingTree(folder: string): WorkingTree {
  /** By address, with how many folders are like that. */
  const listings = new Map<string, { readonly lines: readonly ListingLine[]; readonly folders: number }>();
  /** Where bytes lie that were seen; more than one place where files are the same. */
  const places = new Map<string, Set<string>>();
  const root: Folder = { type: "tree", object: "", inside: new Map() };
  const touched = new Set<string>([""]);

  const fileAt = (path: string, before: File | Folder | undefined): File => {
    const { size, mtimeMs, ino, mode } = statSync(join(folder, path));
    const stamp = `${size} ${mtimeMs} ${ino}`;
    if (before?.type === "blob" && before.stamp === stamp) return before;
    const object = addressOf("blob", readFileSync(join(folder, path)));
    places.set(object, (places.get(object) ?? new Set()).add(path));
    return { type: "blob", object, stamp, mode: (mode & 0o100) === 0 ? "100644" : "100755" };
  };

  const folderAt = (path: string, before: File | Folder | undefined): Folder => {
    const here: Folder = before?.type === "tree" ? before : { type: "tree", object: "", inside: new Map() };
    const entries = readdirSync(join(folder, path), { withFileTypes: true });
    const names = new Set(entries.map(({ name }) => name));
    for (const name of here.inside.keys()) if (!names.has(name)) here.inside.delete(name);
    for (const entry of entries) {
      const found = entryAt(
        `${path === "" ? "" : `${path}/`}${entry.name}`,
        entry,
        here.inside.get(entry.name),
      );
      if (found === undefined) here.inside.delete(entry.name);
      else here.inside.set(entry.name, found);
    }
    seal(here);
    return here;
  };

  const entryAt = (
    path: string,
    entry: Dirent,
    before: File | Folder | undefined,
  ): File | Folder | undefined => {
    if (entry.name.startsWith(".")) return undefined;
    if (!entry.isDirectory() && !entry.isFile()) return link;
    return unlessGone(() => (entry.isDirectory() ? folderAt(path, before) : fileAt(path, before)));
  };

  /** Gives a folder the address of what is in it now. */
  const seal = (here: Folder): void => {
    const lines = [...here.inside].filter(([, { object }]) => object !== emptyTree).toSorted(asGitSorts);
    const object = addressOf(
      "tree",
      Buffer.concat(
        lines.map(([name, { type, object, ...file }]) =>
          Buffer.concat([
            Buffer.from(`${type === "tree" ? "40000" : "mode" in file ? file.mode : "120000"} ${name}\0`),
            Buffer.from(object, "hex"),
          ]),
        ),
      ),
    );
    if (object === here.object) return;
    const before = listings.get(here.object);
    if (before?.folders === 1) listings.delete(here.object);
    else if (before !== undefined) listings.set(here.object, { ...before, folders: before.folders - 1 });
    here.object = object;
    listings.set(object, {
      lines: lines.map(([name, { type, object }]) => ({ name, type, object })),
      folders: (listings.get(object)?.folders ?? 0) + 1,
    });
  };

  /** Looks at one path, and gives the folders above it their new addresses. */
  const lookAt = (path: string): void => {
    const above: Folder[] = [root];
    const names = path.split("/");
    const last = names.pop() ?? "";
    if (path === "") return void folderAt("", root);
    for (const [depth, name] of names.entries()) {
      const next = above.at(-1)?.inside.get(name);
      // A folder that was not there before, or was a file: it has to be looked at as a whole.
      if (next?.type !== "tree") return lookAt(names.slice(0, depth).join("/"));
      above.push(next);
    }
    const here = above.at(-1);
    if (here === undefined || path.split("/").some((name) => name.startsWith("."))) return;
    const before = here.inside.get(last);
    const stat = unlessGone(() => statSync(join(folder, path)));
    const now =
      stat && unlessGone(() => (stat.isDirectory() ? folderAt(path, before) : fileAt(path, before)));
    if (now === undefined) here.inside.delete(last);
    else here.inside.set(last, now);
    for (const one of above.toReversed()) seal(one);
  };

  return {
    look() {
      const paths = touched.has("") ? [""] : [...touched].toSorted();
      touched.clear();
      for (const path of paths) lookAt(path);
      return root.object;
    },
    listing: (tree) => listings.get(tree)?.lines,
    touch: (path) => void touched.add(path),
    bytes(object, first) {
      for (const path of places.get(object) ?? []) {
        const bytes = unlessGone(() => readFileSync(join(folder, path)));
        if (bytes !== undefined && addressOf("blob", bytes) === object)
          return Promise.resolve({
            bytes: first === undefined ? bytes : bytes.subarray(0, first),
            size: bytes.length,
          });
        places.get(object)?.delete(path);
        touched.add(path);
      }
      return Promise.reject(new SavedMeanwhile(folder));
    },
  };
}

const link: File = { type: "link", object: "0".repeat(40), stamp: "", mode: "120000" };
/** Git knows no empty folders. */
const emptyTree = addressOf("tree", Buffer.alloc(0));

/** @see "Git Objects" in Pro Git: the SHA-1 of the type, the length, a zero byte and the bytes */
function addressOf(type: "blob" | "tree", bytes: Uint8Array): string {
  return createHash("sha1").update(`${type} ${bytes.length}\0`).update(bytes).digest("hex");
}

/** By bytes, a folder as if its name ended with a slash. */
function asGitSorts([one, a]: [string, File | Folder], [other, b]: [string, File | Folder]): number {
  return Buffer.compare(
    Buffer.from(a.type === "tree" ? `${one}/` : one),
    Buffer.from(b.type === "tree" ? `${other}/` : other),
  );
}

function unlessGone<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
