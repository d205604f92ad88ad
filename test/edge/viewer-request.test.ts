import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { edgeFunctionFiles } from "../../functions/contract.ts";

const source = readFileSync(
  fileURLToPath(new URL(`../../${edgeFunctionFiles.viewerRequest}`, import.meta.url)),
  "utf-8",
);

/** The shipped file in a room with nothing else in it: no imports, no network, no code made from text. */
function keyOf(uri: string): unknown {
  const context = createContext({ uri }, { codeGeneration: { strings: false, wasm: false } });
  const answer: unknown = runInContext(
    `${source};JSON.stringify(handler({ request: { method: "GET", uri: uri, querystring: {}, headers: {} } }))`,
    context,
  );
  return (JSON.parse(String(answer)) as { uri?: unknown }).uri;
}

describe("the edge function", () => {
  it.each([
    ["/", "/index.html"],
    ["/da/", "/da/index.html"],
    ["/da", "/da/index.html"],
    ["/da/index.html", "/da/index.html"],
    ["/da/2008/05/vaekstforum-satser/", "/da/2008/05/vaekstforum-satser/index.html"],
    ["/da/2008/05/vaekstforum-satser", "/da/2008/05/vaekstforum-satser/index.html"],
    ["/photos/ab12/bent-hansen-w640.webp", "/photos/ab12/bent-hansen-w640.webp"],
    ["/da/kontakter/bent-hansen.vcf", "/da/kontakter/bent-hansen.vcf"],
    ["/404.html", "/404.html"],
    ["/da/%C3%A6bler/", "/da/%C3%A6bler/index.html"],
    ["/da/%", "/da/%/index.html"],
    ["//evil.example/", "//evil.example/index.html"],
  ])("turns %s into %s, and sends nobody elsewhere", (path, key) => {
    expect(keyOf(path)).toBe(key);
  });

  it("is small enough for the edge, and needs nothing that it does not have", () => {
    expect(Buffer.byteLength(source)).toBeLessThan(10_240);
    expect(source).not.toMatch(/\b(?:import|require|export|fetch|eval|setTimeout)\b\s*[({"']/);
  });
});
