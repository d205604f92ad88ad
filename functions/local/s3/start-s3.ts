import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { answerRequest, type Call } from "./answer-request.ts";
import { openBodyFiles } from "./body-files.ts";
import { createNamedBucket } from "./buckets.ts";
import type { ObjectCreated } from "./exchange.ts";
import { openDatabase } from "./open-database.ts";
import { openObjectStore } from "./object-store.ts";
import { openUploadStore } from "./upload-store.ts";

export type { Call } from "./answer-request.ts";
export type { ObjectCreated } from "./exchange.ts";

export interface S3Engine {
  /** http://127.0.0.1:PORT: an IP address, so that the SDK chooses path style by itself. */
  readonly url: string;
  /** No-op when it exists. */
  createBucket(name: string): void;
  /**
   * Called after each completed Put, Copy or CompleteMultipartUpload, asynchronously to the answer.
   * What the listener throws is nobody's to catch: it ends the process, as any uncaught error does.
   */
  onObjectCreated(listener: (created: ObjectCreated) => void): void;
  /** Answers what is under way (for at most two seconds), then lets go of port and directory. */
  close(): Promise<void>;
}

export interface S3Options {
  /** Everything is kept here, for one engine at a time. */
  readonly dir: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /**
   * Called before each request is carried out: for recording calls, and for fault injection in tests. An Error
   * with a number `status` and a string `code` is answered as that S3 error.
   */
  readonly onRequest?: (call: Call) => void | Promise<void>;
}

/**
 * Starts S3 on loopback, for running at home and for tests: files and SQLite in one directory.
 * What it does not know it answers with 501; it never guesses.
 *
 * @throws when the port is taken, or the directory belongs to a running engine
 */
export async function startS3(options: S3Options): Promise<S3Engine> {
  mkdirSync(options.dir, { recursive: true });
  const database = openDatabase(options.dir);
  const files = openBodyFiles(options.dir);
  const named = database.prepare(
    "SELECT 1 FROM object WHERE file = ? UNION ALL SELECT 1 FROM part WHERE file = ?",
  );
  files.sweep((name) => named.get(name, name) !== undefined);
  const stores = {
    files,
    objects: openObjectStore(database, files),
    uploads: openUploadStore(database, files),
  };

  const listeners: ((created: ObjectCreated) => void)[] = [];
  const hooks = {
    onRequest: options.onRequest ?? (() => {}),
    created: (object: ObjectCreated) =>
      void setImmediate(() => {
        for (const listener of listeners) listener(object);
      }),
  };
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const answered = answerRequest(stores, hooks, request, response).finally(() => underWay.delete(answered));
    underWay.add(answered);
  });
  // Longer than a client lets a connection rest: else it now and then sends on one that has just been closed.
  server.keepAliveTimeout = 60_000;
  // A large upload from a laptop that slept is still an upload, and one that is busy may say late what it is of.
  server.requestTimeout = 0;
  server.headersTimeout = 0;

  let port: number;
  try {
    port = await listening(server, options.port ?? 0);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    createBucket: (name) => createNamedBucket(stores.objects, name),
    onObjectCreated: (listener) => void listeners.push(listener),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.race([Promise.all(underWay), patience(2000)]);
      server.closeAllConnections();
      await closed;
      // A body cut off by that line has its unfinished file taken away before the database goes.
      await Promise.race([Promise.all(underWay), patience(100)]);
      database.close();
    },
  };
}

/** Resolves once the port is the server's, rejects when it is taken. */
function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** A timer that does not keep the process alive. */
function patience(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
}
