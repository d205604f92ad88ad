import type { IncomingMessage, ServerResponse } from "node:http";
import type { BodyFiles } from "./body-files.ts";
import type { ObjectStore } from "./object-store.ts";
import type { UploadStore } from "./upload-store.ts";
import type { Xml } from "./xml.ts";

export interface ObjectCreated {
  readonly bucket: string;
  readonly key: string;
  /** Without quotes, as in S3's event notifications. */
  readonly eTag: string;
  /** Bytes. */
  readonly size: number;
}

/** Where everything is kept: one for each running engine. */
export interface Stores {
  readonly files: BodyFiles;
  readonly objects: ObjectStore;
  readonly uploads: UploadStore;
}

/** One request on its way through the engine. */
export interface Exchange extends Stores {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  /** Tells the listeners, after the answer, that an object has been stored. */
  readonly created: (object: ObjectCreated) => void;
}

export type Headers = Readonly<Record<string, string | number>>;

export function answer(response: ServerResponse, status: number, headers: Headers = {}): void {
  response.writeHead(status, headers).end();
}

export function answerXml(response: ServerResponse, status: number, root: Xml, headers: Headers = {}): void {
  const body = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}`);
  response.writeHead(status, {
    ...headers,
    "content-type": "application/xml",
    "content-length": body.length,
  });
  response.end(body);
}

/** An ETag as it goes over the wire. */
export function quoted(eTag: string): string {
  return `"${eTag}"`;
}

/** One header as one text: Node gives a list only for names that S3 does not use. */
export function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}
