import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { Instant } from "../../functions/content/instant.ts";
import { validator } from "../support/html-validator.ts";
import { brokenLinks } from "../support/links.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import { samplePressRoom } from "../support/sample-views.ts";
import { textAt } from "../support/text-at.ts";

let room: MemoryPressRoom;
let pages: readonly (readonly [string, string])[];
beforeAll(async () => {
  ({ room } = await samplePressRoom("2026-11-24T12:00:00.000Z" as Instant));
  pages = [...room.site].flatMap(([key, { body }]) =>
    key.endsWith(".html") && "text" in body ? [[key, body.text] as const] : [],
  );
});

describe("every page of the sample newsroom", () => {
  it("is right HTML, in Danish and in English", async () => {
    const told: string[] = [];
    for (const [key, html] of pages) {
      const { results } = await validator.validateString(html);
      for (const { line, ruleId, message } of results.flatMap(({ messages }) => messages))
        told.push(`${key}:${line} ${ruleId} ${message}`);
    }
    expect(told).toEqual([]);
    for (const locale of ["da", "en"])
      expect(pages.filter(([key]) => key.startsWith(`${locale}/`)).length).toBeGreaterThan(40);
  });

  it("says its language, and leads to nothing that is not there", () => {
    for (const [key, html] of pages) {
      const locale = key.startsWith("en/") ? "en" : "da";
      expect([key, /<html lang="([a-z]+)">/.exec(html)?.[1]]).toEqual([key, locale]);
    }
    expect(brokenLinks(room.site, "https://presse.example")).toEqual([]);
  });

  it("has at most 60 kB with its style and script, without images, before it is compressed", () => {
    const assets = [...room.site.keys()].filter((key) => /^assets\/(?:style|script)\./.test(key));
    expect(assets).toHaveLength(2);
    const shared = assets.reduce((sum, key) => sum + Buffer.byteLength(textAt(room, key)), 0);
    const heavy = pages
      .map(([key, html]) => [key, Buffer.byteLength(html) + shared] as const)
      .filter(([, bytes]) => bytes > 60_000);
    expect(heavy).toEqual([]);
    const release = textAt(room, "da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger/index.html");
    expect(gzipSync(release).byteLength).toBeLessThan(12_000);
  });
});
