import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createBucket, headBucket } from "./buckets.ts";
import { callerOf, refuseExpired } from "./caller.ts";
import { copyObject, copySourceOf } from "./copy-object.ts";
import { deleteObject, deleteObjects } from "./delete-objects.ts";
import {
  answer,
  answerXml,
  headerOf,
  type Exchange,
  type Headers,
  type ObjectCreated,
  type Stores,
} from "./exchange.ts";
import { getObject } from "./get-object.ts";
import { listObjects } from "./list-objects.ts";
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  uploadPart,
} from "./multipart.ts";
import { putObject } from "./put-object.ts";
import { refuseUnknownHeaders } from "./refuse-unknown-headers.ts";
import { route, type Action } from "./route.ts";
import { errorXml, refusalOf, S3Error } from "./s3-error.ts";

/** One call, as it is told to whoever listens before it is carried out. */
export interface Call {
  readonly action: Action;
  readonly bucket: string;
  readonly key?: string;
  /** "bucket/key", decoded; for CopyObject only. */
  readonly copySource?: string;
  /** The access key id that signed the request; absent when it is unsigned. */
  readonly credential?: string;
}

export interface Hooks {
  readonly onRequest: (call: Call) => void | Promise<void>;
  readonly created: (object: ObjectCreated) => void;
}

/** Carries out one request and answers it, also when it fails; never rejects. */
export async function answerRequest(
  stores: Stores,
  hooks: Hooks,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomUUID();
  response.setHeader("x-amz-request-id", requestId);
  try {
    const source = headerOf(request, "x-amz-copy-source");
    const { action, bucket, key, query } = route(
      request.method ?? "",
      request.url ?? "",
      source !== undefined,
    );
    refuseUnknownHeaders(request.headers);
    refuseExpired(query, Date.now());
    const from = source === undefined ? undefined : copySourceOf(source);
    const credential = callerOf(request.headers.authorization, query);
    await hooks.onRequest({
      action,
      bucket,
      ...(key !== "" && { key }),
      ...(from !== undefined && { copySource: `${from.bucket}/${from.key}` }),
      ...(credential !== undefined && { credential }),
    });
    if (action !== "CreateBucket" && !stores.objects.hasBucket(bucket)) {
      throw new S3Error("NoSuchBucket", "The specified bucket does not exist", { BucketName: bucket });
    }
    await carryOut[action]({ ...stores, request, response, bucket, key, query, created: hooks.created });
  } catch (error) {
    answerFailure(error, request, response, requestId);
  }
}

const carryOut: Readonly<Record<Action, (exchange: Exchange) => void | Promise<void>>> = {
  PutObject: putObject,
  CopyObject: copyObject,
  GetObject: getObject,
  HeadObject: getObject,
  DeleteObject: deleteObject,
  DeleteObjects: deleteObjects,
  ListObjectsV2: listObjects,
  CreateMultipartUpload: createMultipartUpload,
  UploadPart: uploadPart,
  CompleteMultipartUpload: completeMultipartUpload,
  AbortMultipartUpload: abortMultipartUpload,
  CreateBucket: createBucket,
  HeadBucket: headBucket,
};

function answerFailure(
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): void {
  // Headers are out, or the caller has gone: no answer can be given, and half a one must not look whole.
  if (response.headersSent || response.destroyed || request.errored) {
    response.destroy();
    return;
  }
  const refusal = refusalOf(error);
  if (refusal === undefined) console.error(`S3 at home: ${request.method} ${request.url} failed.`, error);
  const told = refusal ?? {
    status: 500,
    code: "InternalError",
    message: error instanceof Error ? error.message : String(error),
    details: {},
  };
  const size = told.details["ActualObjectSize"];
  const headers: Headers =
    told.status === 416 && size !== undefined ? { "content-range": `bytes */${size}` } : {};
  if (request.method === "HEAD" || told.status === 304) return answer(response, told.status, headers);
  answerXml(
    response,
    told.status,
    errorXml(told, (request.url ?? "").split("?")[0] ?? "", requestId),
    headers,
  );
}
