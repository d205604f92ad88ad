import { request } from "node:http";
import { text } from "node:stream/consumers";
import { CreateInvalidationCommand } from "@aws-sdk/client-cloudfront";
import { DeleteObjectCommand } from "@aws-sdk/client-s3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Runtime } from "../../functions/local/start-runtime.ts";
import { clientsOf, temporaryHome } from "./temporary-home.ts";

let home: ReturnType<typeof temporaryHome>;
beforeEach(() => {
  home = temporaryHome();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await home.end();
});

const edge = `
  async function handler(event) {
    var request = event.request;
    if (request.uri === "/old") {
      return { statusCode: 301, headers: { location: { value: "/new/?" + Object.keys(request.querystring).join() } } };
    }
    if (request.uri === "/evil") { eval("1"); }
    if (request.uri.endsWith("/")) request.uri += "index.html";
    return request;
  }`;
const start = async (code?: string) => {
  const runtime = await home.start(code === undefined ? {} : { edge: code });
  return { runtime, ...clientsOf(runtime) };
};
const get = async ({ site }: Runtime, path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${site}${path}`, { redirect: "manual", ...init });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
};
const invalidation = (...Items: string[]) =>
  new CreateInvalidationCommand({
    DistributionId: "cdn",
    InvalidationBatch: { CallerReference: Items.join(), Paths: { Quantity: Items.length, Items } },
  });

describe("the site at home", () => {
  it("serves an object with its type and with the headers of the policy", async () => {
    const { runtime, put } = await start();
    await put("site", "da/index.html", "Velkommen");
    const { status, headers, body } = await get(runtime, "/da/index.html");
    expect([status, body]).toEqual([200, "Velkommen"]);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'",
      "strict-transport-security": "max-age=31536000; includeSubDomains",
      "x-content-type-options": "nosniff",
      "permissions-policy": "camera=()",
    });
  });

  it("keeps what it served until the path is purged", async () => {
    const { runtime, put, cloudFront } = await start();
    await put("site", "a.html", "old");
    await get(runtime, "/a.html");
    await put("site", "a.html", "new");
    const kept = await get(runtime, "/a.html");
    expect([kept.body, kept.headers.get("x-cache")]).toEqual(["old", "Hit from cloudfront"]);

    const { Invalidation } = await cloudFront.send(invalidation("/a.html"));
    expect(Invalidation?.Status).toBe("Completed");
    expect((await get(runtime, "/a.html")).body).toBe("new");
  });

  it("forgets everything when everything is purged, and else only what was named", async () => {
    const { runtime, put, cloudFront } = await start();
    for (const key of ["a.html", "b/æ.html"]) await put("site", key, "old");
    for (const path of ["/a.html", "/b/%C3%A6.html"]) await get(runtime, path);
    for (const key of ["a.html", "b/æ.html"]) await put("site", key, "new");
    await cloudFront.send(invalidation("/b/*"));
    expect((await get(runtime, "/a.html")).body).toBe("old");
    expect((await get(runtime, "/b/%C3%A6.html")).body).toBe("new");
    await cloudFront.send(invalidation("/*"));
    expect((await get(runtime, "/a.html")).body).toBe("new");
  });

  it("does not keep what says that it lasts no time", async () => {
    const { runtime, put } = await start();
    await put("site", "a.html", "old", { CacheControl: "max-age=600, s-maxage=0" });
    await get(runtime, "/a.html");
    await put("site", "a.html", "new");
    expect((await get(runtime, "/a.html")).body).toBe("new");
  });

  it("answers a missing page with the error page, which a purge makes it forget", async () => {
    const { runtime, put, cloudFront } = await start();
    await put("site", "404.html", "Findes ikke / Not found");
    const missing = await get(runtime, "/later.html");
    expect([missing.status, missing.body]).toEqual([404, "Findes ikke / Not found"]);
    expect(missing.headers.get("content-security-policy")).toBe("default-src 'none'");

    await put("site", "later.html", "here");
    expect((await get(runtime, "/later.html")).status).toBe(404);
    await cloudFront.send(invalidation("/later.html"));
    expect((await get(runtime, "/later.html")).status).toBe(200);
  });

  it("looks again for a missing page when the error's five seconds have passed", async () => {
    const { runtime, put } = await start();
    await put("site", "404.html", "Findes ikke / Not found");
    await get(runtime, "/later.html");
    await put("site", "later.html", "here");
    const now = Date.now();
    vi.useFakeTimers({ toFake: ["Date"], now: now + 4000 });
    expect((await get(runtime, "/later.html")).status).toBe(404);
    vi.setSystemTime(now + 6000);
    expect((await get(runtime, "/later.html")).status).toBe(200);
  });

  it("serves a deleted page for as long as it is kept, and no longer", async () => {
    const { runtime, put, s3, cloudFront } = await start();
    await put("site", "404.html", "gone");
    await put("site", "a.html", "here");
    await get(runtime, "/a.html");
    await s3.send(new DeleteObjectCommand({ Bucket: "site", Key: "a.html" }));
    expect((await get(runtime, "/a.html")).status).toBe(200);
    await cloudFront.send(invalidation("/a.html"));
    expect((await get(runtime, "/a.html")).status).toBe(404);
  });

  it("says that a page has not changed, also when it was sent compressed", async () => {
    const { runtime, put } = await start();
    await put("site", "a.html", "long ".repeat(1000));
    const first = await get(runtime, "/a.html");
    const eTag = first.headers.get("etag") ?? "";
    expect(first.headers.get("content-encoding")).toMatch(/^(?:br|gzip)$/);
    expect(eTag).toMatch(/^W\//);
    expect((await get(runtime, "/a.html", { headers: { "if-none-match": eTag } })).status).toBe(304);
  });

  it("sends a range of bytes, and refuses one that lies outside", async () => {
    const { runtime, put } = await start();
    await put("site", "a.html", "0123456789");
    const part = await get(runtime, "/a.html", { headers: { range: "bytes=2-4" } });
    expect([part.status, part.body, part.headers.get("content-range")]).toEqual([206, "234", "bytes 2-4/10"]);
    const outside = await get(runtime, "/a.html", { headers: { range: "bytes=20-" } });
    expect([outside.status, outside.headers.get("content-range")]).toEqual([416, "bytes */10"]);
  });

  it("answers HEAD with the length and no body, and refuses other methods", async () => {
    const { runtime, put } = await start();
    await put("site", "a.html", "0123456789");
    const head = await get(runtime, "/a.html", { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), head.body]).toEqual([200, "10", ""]);
    expect((await get(runtime, "/a.html", { method: "POST", body: "x" })).status).toBe(403);
  });

  it("never leaves its bucket, however a path is written", async () => {
    const { runtime, put } = await start();
    await put("source", "secret.html", "embargoed");
    const { port } = new URL(runtime.site);
    const bodies = ["/../source/secret.html", "/%2e%2e/source/secret.html", "/..%2fsource/secret.html"].map(
      async (path) => {
        const { promise, resolve, reject } = Promise.withResolvers<string>();
        request({ port, host: "127.0.0.1", path }, (response) => {
          text(response).then(resolve, reject);
        }).end();
        return promise;
      },
    );
    expect((await Promise.all(bodies)).join("")).not.toContain("embargoed");
  });
});

describe("the edge function at home", () => {
  it("turns a folder into its page", async () => {
    const { runtime, put } = await start(edge);
    await put("site", "da/index.html", "Velkommen");
    expect((await get(runtime, "/da/")).body).toBe("Velkommen");
  });

  it("answers by itself", async () => {
    const { runtime } = await start(edge);
    const { status, headers } = await get(runtime, "/old?a=1&b=2");
    expect([status, headers.get("location")]).toEqual([301, "/new/?a,b"]);
  });

  it("cannot make code from texts", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const { runtime } = await start(edge);
    expect((await get(runtime, "/evil")).status).toBe(502);
    expect(said.mock.lastCall?.[1]).toMatchObject({
      message: "Code generation from strings disallowed for this context",
    });
  });
});
