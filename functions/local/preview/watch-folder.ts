import { watch } from "node:fs";
import type { Dirent, FSWatcher } from "node:fs";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Tells, by path below the folder, what may have changed; "" where that is not known. */
export interface FolderWatch {
  close(): void;
}

/**
 * Watches a folder with everything in it. macOS and Windows can do that themselves; on Linux each folder gets a watch of
 * its own, which at ten thousand folders takes a tenth of a second, where Node's own way takes three.
 *
 * @param touched  a hint, never a promise: it may come twice, and for what has not changed
 */
export function watchFolder(folder: string, touched: (path: string) => void): FolderWatch {
  return process.platform === "linux" ? eachFolder(folder, touched) : wholeTree(folder, touched);
}

function wholeTree(folder: string, touched: (path: string) => void): FolderWatch {
  const watcher = watch(folder, { recursive: true }, (_, name) =>
    touched((name ?? "").replaceAll("\\", "/")),
  );
  watcher.on("error", () => touched(""));
  return watcher;
}

function eachFolder(folder: string, touched: (path: string) => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();

  const stop = (path: string): void => {
    for (const [other, watcher] of watchers) {
      if (other !== path && !other.startsWith(`${path}/`)) continue;
      watcher.close();
      watchers.delete(other);
    }
  };
  const start = (path: string): void => {
    const entries = foldersIn(join(folder, path));
    if (entries === undefined || watchers.has(path)) return;
    const watcher = watch(join(folder, path), (type, name) => {
      const changed = joined(path, name ?? "");
      if (type === "rename" && name !== null) {
        stop(changed); // gone, or another of the same name: what was watched was the old one
        start(changed);
      }
      touched(changed);
    });
    watcher.on("error", () => touched(path));
    watchers.set(path, watcher);
    for (const { name } of entries) start(joined(path, name));
  };
  start("");
  return {
    close() {
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

/** Undefined for what is no folder, or is gone by now. */
function foldersIn(path: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith("."),
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}

function joined(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
