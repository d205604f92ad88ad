import { describe, expect, it } from "vitest";
import { stalePaths } from "../../functions/pipeline/stale-paths.ts";

describe("what the edge has to forget", () => {
  it("is a page under both of its names, and a file under its only one", () => {
    expect(stalePaths(["da/index.html", "da/2026/05/index.html", "da/feed.xml"], false)).toEqual([
      "/da/",
      "/da/index.html",
      "/da/2026/05/",
      "/da/2026/05/index.html",
      "/da/feed.xml",
    ]);
  });

  it("is an entry's folder as one, and nothing of its neighbours", () => {
    const keys = [
      "da/2026/05/bro/index.html",
      "da/2026/05/bro/history/index.html",
      "da/2026/05/bro.txt",
      "en/versions/bro/1/index.html",
      "da/programmer/klynge/index.html",
      "da/programmer/klynge/2026/index.html",
      "da/programmer/index.html",
    ];
    expect(stalePaths(keys, false)).toEqual([
      "/da/2026/05/bro/*",
      "/da/2026/05/bro.txt",
      "/en/versions/bro/*",
      "/da/programmer/klynge/*",
      "/da/programmer/",
      "/da/programmer/index.html",
    ]);
  });

  it("is everything after a publication that broke off, and where it is more than a hundred", () => {
    expect(stalePaths(["da/index.html"], true)).toEqual(["/*"]);
    const many = Array.from({ length: 51 }, (_, index) => `da/t${index}.xml`);
    expect(stalePaths(many, false)).toHaveLength(51);
    expect(stalePaths([...many, ...many.map((key) => `en/${key}`)], false)).toEqual(["/*"]);
  });
});
