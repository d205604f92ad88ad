import { describe, expect, it } from "vitest";
import { createEdgeCache, lifetimeOf, type Kept } from "../../functions/local/edge-cache.ts";

const kept = (text: string): Kept => ({
  status: 200,
  headers: {},
  body: Buffer.from(text),
  encoded: new Map(),
  storedAt: Date.now(),
  lifetime: 60,
});

describe("the edge's cache", () => {
  it("fetches once for all who ask at the same time", async () => {
    const cache = createEdgeCache();
    let fetches = 0;
    const fetch = async () => kept(`${(fetches += 1)}`);
    await Promise.all([1, 2, 3].map(() => cache.get("/a", "/a", fetch)));
    expect(fetches).toBe(1);
  });

  it("does not keep what was being fetched while its path was purged", async () => {
    const cache = createEdgeCache();
    const slow = Promise.withResolvers<Kept>();
    const first = cache.get("/a", "/a", () => slow.promise);
    cache.purge(["/a"]);
    slow.resolve(kept("old"));
    await first;
    const { kept: now } = await cache.get("/a", "/a", async () => kept("new"));
    expect(now.body.toString()).toBe("new");
  });

  it("keeps no failure of the origin", async () => {
    const cache = createEdgeCache();
    const failing = cache.get("/a", "/a", () => Promise.reject(new Error("no origin")));
    await expect(failing).rejects.toThrow("no origin");
    const { hit } = await cache.get("/a", "/a", async () => kept("new"));
    expect(hit).toBe(false);
  });
});

describe("the lifetime of an answer", () => {
  const limits = { min: 1, default: 300, max: 1000 };
  it.each([
    ["is the default when nothing is said", undefined, 300],
    ["is max-age", "public, max-age=60", 60],
    ["is s-maxage before max-age", "max-age=60, s-maxage=90", 90],
    ["is never above the policy's longest", "max-age=9999", 1000],
    ["is never below the policy's shortest", "max-age=0", 1],
    ["is the shortest for what is not to be kept", "no-store", 1],
  ])("%s", (_, cacheControl, seconds) => {
    expect(lifetimeOf(cacheControl, limits)).toBe(seconds);
  });
});
