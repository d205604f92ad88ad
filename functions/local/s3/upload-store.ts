import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { BodyFiles } from "./body-files.ts";
import { bodyIn, storedBodyOf, type KeptBody, type StoredBody } from "./keep-body.ts";
import { headersIn, linesOf, type ObjectHeaders } from "./object-headers.ts";
import { numberIn, textIn, type Row } from "./open-database.ts";

export interface Upload {
  readonly bucket: string;
  readonly key: string;
  readonly headers: ObjectHeaders;
}

export interface Part {
  readonly number: number;
  readonly eTag: string;
  readonly size: number;
  readonly crc32: string;
  readonly body: StoredBody;
}

/** Uploads in parts that are neither completed nor aborted; they survive a restart, as in the cloud. */
export interface UploadStore {
  begin(upload: Upload): string;
  find(id: string): Upload | undefined;
  parts(id: string): Part[];
  /** A part with a number that is taken replaces the earlier one. */
  putPart(id: string, number: number, body: KeptBody): void;
  /** Forgets the upload and the bytes of its parts. */
  end(id: string): void;
}

export function openUploadStore(database: DatabaseSync, files: BodyFiles): UploadStore {
  const add = database.prepare("INSERT INTO upload (id, bucket, key, headers) VALUES (?, ?, ?, ?)");
  const uploadAt = database.prepare("SELECT * FROM upload WHERE id = ?");
  const partsOf = database.prepare("SELECT * FROM part WHERE upload = ? ORDER BY number");
  const partAt = database.prepare("SELECT file FROM part WHERE upload = ? AND number = ?");
  const putPart = database.prepare(`
    INSERT OR REPLACE INTO part (upload, number, etag, size, crc32, file, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const filesOf = database.prepare("SELECT file FROM part WHERE upload = ?");
  const removeParts = database.prepare("DELETE FROM part WHERE upload = ?");
  const removeUpload = database.prepare("DELETE FROM upload WHERE id = ?");

  return {
    begin({ bucket, key, headers }) {
      const id = randomUUID();
      add.run(id, bucket, key, linesOf(headers));
      return id;
    },
    find(id) {
      const row = uploadAt.get(id);
      if (row === undefined) return undefined;
      return {
        bucket: textIn(row, "bucket"),
        key: textIn(row, "key"),
        headers: headersIn(textIn(row, "headers")),
      };
    },
    parts: (id) => partsOf.all(id).map(partIn),
    putPart(id, number, kept) {
      const replaced = partAt.get(id, number);
      const body = storedBodyOf(files, kept.content);
      const [file, bytes] = "file" in body ? [body.file, null] : [null, body.bytes];
      putPart.run(id, number, kept.md5.toString("hex"), kept.size, kept.crc32, file, bytes);
      dropFilesOf(replaced === undefined ? [] : [replaced]);
    },
    end(id) {
      const ended = filesOf.all(id);
      removeParts.run(id);
      removeUpload.run(id);
      dropFilesOf(ended);
    },
  };

  function dropFilesOf(rows: readonly Row[]): void {
    for (const row of rows) if (row["file"] !== null) files.drop(textIn(row, "file"));
  }
}

function partIn(row: Row): Part {
  return {
    number: numberIn(row, "number"),
    eTag: textIn(row, "etag"),
    size: numberIn(row, "size"),
    crc32: textIn(row, "crc32"),
    body: bodyIn(row),
  };
}
