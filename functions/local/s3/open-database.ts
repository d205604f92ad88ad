import { join } from "node:path";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";

/**
 * Opens the catalogue of buckets, objects and unfinished uploads.
 *
 * Keys are BLOBs, because S3 lists by UTF-8 bytes and SQLite compares BLOBs byte by byte. A body stands last in
 * its row, so that a listing never reads the pages it overflows to.
 *
 * @throws "database is locked" when another engine has this directory: two would delete each other's bodies
 */
export function openDatabase(dir: string): DatabaseSync {
  const database = new DatabaseSync(join(dir, "catalogue.sqlite"));
  database.exec(`
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS bucket (name TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS object (
      bucket TEXT NOT NULL, key BLOB NOT NULL,
      etag TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
      crc32 TEXT NOT NULL, headers TEXT NOT NULL, file TEXT, bytes BLOB,
      PRIMARY KEY (bucket, key)
    );
    CREATE INDEX IF NOT EXISTS object_by_file ON object (file) WHERE file IS NOT NULL;
    CREATE TABLE IF NOT EXISTS upload (
      id TEXT PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, headers TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS part (
      upload TEXT NOT NULL, number INTEGER NOT NULL,
      etag TEXT NOT NULL, size INTEGER NOT NULL, crc32 TEXT NOT NULL, file TEXT, bytes BLOB,
      PRIMARY KEY (upload, number)
    );
  `);
  return database;
}

export type Row = Record<string, SQLOutputValue>;

export function textIn(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new TypeError(`The column ${column} holds no text.`);
  return value;
}

export function numberIn(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new TypeError(`The column ${column} holds no number.`);
  return value;
}

export function bytesIn(row: Row, column: string): Buffer {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new TypeError(`The column ${column} holds no bytes.`);
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}
