import type { DatabaseSync } from "node:sqlite";
import type { BodyFiles } from "./body-files.ts";
import { refuseUnlessItHolds, type WriteCondition } from "./conditional-write.ts";
import { bodyIn, storedBodyOf, type KeptBody, type StoredBody } from "./keep-body.ts";
import { headersIn, linesOf, type ObjectHeaders } from "./object-headers.ts";
import { bytesIn, numberIn, textIn, type Row } from "./open-database.ts";

export interface StoredObject {
  /** Without quotes. */
  readonly eTag: string;
  readonly size: number;
  /** Milliseconds since 1970, always a whole second: what HTTP can say. */
  readonly modified: number;
  readonly crc32: string;
  readonly headers: ObjectHeaders;
  readonly body: StoredBody;
}

/** An object about to be written: its body is whole, its row is not there yet. */
export interface NewObject extends Omit<StoredObject, "modified" | "body"> {
  readonly content: KeptBody["content"];
}

export type Listed = Pick<StoredObject, "eTag" | "size" | "modified"> & { readonly key: Buffer };

export interface ObjectStore {
  hasBucket(name: string): boolean;
  /** No-op when it exists. */
  createBucket(name: string): void;
  find(bucket: string, key: string): StoredObject | undefined;
  /** Checks the condition and stores the object in one synchronous block; gives the moment it was stored. */
  commit(bucket: string, key: string, object: NewObject, condition: WriteCondition): number;
  remove(bucket: string, key: string, condition: WriteCondition): void;
  /** Keys from `from` (included) up to `before` (not included), in the order of their bytes. */
  keys(bucket: string, from: Uint8Array, before: Uint8Array): Iterable<Listed>;
}

export function openObjectStore(database: DatabaseSync, files: BodyFiles): ObjectStore {
  const bucketNamed = database.prepare("SELECT 1 FROM bucket WHERE name = ?");
  const addBucket = database.prepare("INSERT OR IGNORE INTO bucket (name) VALUES (?)");
  const objectAt = database.prepare("SELECT * FROM object WHERE bucket = ? AND key = ?");
  const standingAt = database.prepare("SELECT etag, file FROM object WHERE bucket = ? AND key = ?");
  const put = database.prepare(`
    INSERT INTO object (bucket, key, etag, size, modified, crc32, headers, file, bytes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (bucket, key) DO UPDATE SET etag = excluded.etag, size = excluded.size,
      modified = excluded.modified, crc32 = excluded.crc32, headers = excluded.headers,
      file = excluded.file, bytes = excluded.bytes`);
  const removeAt = database.prepare("DELETE FROM object WHERE bucket = ? AND key = ?");
  const between = database.prepare(`
    SELECT key, etag, size, modified FROM object
    WHERE bucket = ? AND key >= ? AND key < ? ORDER BY key`);

  /** The file the write makes needless, after its condition has been found to hold. */
  function fileReplaced(bucket: string, key: string, condition: WriteCondition): string | undefined {
    const standing = standingAt.get(bucket, Buffer.from(key));
    refuseUnlessItHolds(condition, key, standing === undefined ? undefined : textIn(standing, "etag"));
    return standing === undefined || standing["file"] === null ? undefined : textIn(standing, "file");
  }

  return {
    hasBucket: (name) => bucketNamed.get(name) !== undefined,
    createBucket: (name) => void addBucket.run(name),
    find(bucket, key) {
      const row = objectAt.get(bucket, Buffer.from(key));
      return row === undefined ? undefined : objectIn(row);
    },
    commit(bucket, key, object, condition) {
      const replaced = fileReplaced(bucket, key, condition);
      // In this order a kill between two lines leaves a file that no row names, which the next start sweeps up;
      // never a row whose file is missing.
      const body = storedBodyOf(files, object.content);
      const modified = Math.floor(Date.now() / 1000) * 1000;
      const { eTag, size, crc32, headers } = object;
      const [file, bytes] = "file" in body ? [body.file, null] : [null, body.bytes];
      put.run(bucket, Buffer.from(key), eTag, size, modified, crc32, linesOf(headers), file, bytes);
      if (replaced !== undefined) files.drop(replaced);
      return modified;
    },
    remove(bucket, key, condition) {
      const replaced = fileReplaced(bucket, key, condition);
      removeAt.run(bucket, Buffer.from(key));
      if (replaced !== undefined) files.drop(replaced);
    },
    *keys(bucket, from, before) {
      for (const row of between.iterate(bucket, from, before)) {
        yield {
          key: bytesIn(row, "key"),
          eTag: textIn(row, "etag"),
          size: numberIn(row, "size"),
          modified: numberIn(row, "modified"),
        };
      }
    },
  };
}

function objectIn(row: Row): StoredObject {
  return {
    eTag: textIn(row, "etag"),
    size: numberIn(row, "size"),
    modified: numberIn(row, "modified"),
    crc32: textIn(row, "crc32"),
    headers: headersIn(textIn(row, "headers")),
    body: bodyIn(row),
  };
}
