import { randomUUID } from "node:crypto";
import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";

/**
 * The large bodies on disk, one file each, named by a random id: no part of a key ever becomes part of a path.
 *
 * A body is written under `incoming/` and moved to `bodies/` when it is whole. It is never changed afterwards, so
 * a reader that has opened it reads on, even while its object is replaced or deleted.
 */
export interface BodyFiles {
  /** A path nobody uses, for a body that is on its way in. */
  incoming(): string;
  /** Moves a whole body to its place and gives the name to store. */
  adopt(incoming: string): string;
  /** A second name for the same bytes, under `incoming/`: a copy of 100 MB costs no time and no room. */
  duplicate(name: string): string;
  /** A file descriptor, opened at once: between an await and the open the body could be deleted. */
  open(name: string): number;
  drop(name: string): void;
  discard(incoming: string): void;
  /** Deletes what a killed process left: unfinished bodies, and whole ones that no row names. */
  sweep(isNamed: (name: string) => boolean): void;
}

export function openBodyFiles(dir: string): BodyFiles {
  const incomingDir = join(dir, "incoming");
  const bodiesDir = join(dir, "bodies");
  mkdirSync(incomingDir, { recursive: true });
  mkdirSync(bodiesDir, { recursive: true });
  const incoming = () => join(incomingDir, randomUUID());
  const place = (name: string) => join(bodiesDir, name);

  return {
    incoming,
    adopt(path) {
      const name = randomUUID();
      renameSync(path, place(name));
      return name;
    },
    duplicate(name) {
      const path = incoming();
      try {
        linkSync(place(name), path);
      } catch (error) {
        if (!isMissingFeature(error)) throw error;
        copyFileSync(place(name), path, constants.COPYFILE_FICLONE);
      }
      return path;
    },
    open: (name) => openSync(place(name), "r"),
    drop: (name) => rmSync(place(name), { force: true }),
    discard: (path) => rmSync(path, { force: true }),
    sweep(isNamed) {
      for (const name of readdirSync(incomingDir)) rmSync(join(incomingDir, name), { force: true });
      for (const name of readdirSync(bodiesDir)) if (!isNamed(name)) rmSync(place(name), { force: true });
    },
  };
}

/** Some file systems (exFAT, some network shares) have no hard links. */
function isMissingFeature(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV"].includes(String(error.code));
}
