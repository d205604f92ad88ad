import { Agent, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { unsignedAuthorization } from "./home.ts";

/** What a bucket answered, whole. */
export interface OriginAnswer {
  readonly status: number;
  /** Those that a viewer gets to see; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Origin {
  /**
   * @param path  as the viewer sent it, percent-encoded; never through `URL`, which would resolve `..` and so
   *              reach into another bucket
   */
  get(bucket: string, path: string): Promise<OriginAnswer>;
  close(): void;
}

/** Fetches from the S3 engine, signed as the distribution. */
export function createOrigin(s3Url: string, distribution: string): Origin {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(s3Url);
  const authorization = unsignedAuthorization(distribution, "s3");
  return {
    get: (bucket, path) =>
      new Promise((resolve, reject) => {
        const asked = request({
          agent,
          hostname,
          port,
          path: `/${bucket}${path}`,
          headers: { authorization },
        });
        asked.once("error", reject);
        asked.once("response", (response) => {
          const headers = Object.entries(response.headers).flatMap(([name, value]) =>
            typeof value === "string" && (shown.has(name) || name.startsWith("x-amz-meta-"))
              ? [[name, value] as const]
              : [],
          );
          buffer(response).then(
            (body) =>
              resolve({ status: response.statusCode ?? 502, headers: Object.fromEntries(headers), body }),
            reject,
          );
        });
        asked.end();
      }),
    close: () => agent.destroy(),
  };
}

const shown = new Set([
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "etag",
  "expires",
  "last-modified",
]);
