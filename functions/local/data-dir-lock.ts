import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ForAuthors } from "./for-authors.ts";

/** Two programs on the same folder would destroy each other's data. Trying again helps once the other has stopped. */
export class DataDirInUse extends ForAuthors {
  override readonly name = "DataDirInUse";
  constructor(dir: string, options?: ErrorOptions) {
    super(
      {
        da: `Mappen ${dir} bruges af en anden start af presserummet. Gør sådan: stands den først.`,
        en: `The folder ${dir} is in use by another start of the site. Fix: stop that one first.`,
      },
      options,
    );
  }
}

/**
 * Takes the data folder for this process.
 *
 * The lock is SQLite's on an empty database: the operating system lets go of it when its process dies, however
 * that happens, so that a stale one cannot be left behind, as a file with a process id in it can.
 *
 * @returns  lets go of it
 * @throws   DataDirInUse
 */
export function lockDataDir(dir: string): () => void {
  mkdirSync(dir, { recursive: true });
  const database = new DatabaseSync(join(dir, "lock.sqlite"));
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    // 5: SQLITE_BUSY
    if (error instanceof Error && "errcode" in error && error.errcode === 5) {
      throw new DataDirInUse(dir, { cause: error });
    }
    throw error;
  }
  return () => database.close();
}
