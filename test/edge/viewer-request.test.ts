import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { edgeFunctionFile } from "../../functions/contract.ts";

const source = readFileSync(fileURLToPath(new URL(`../../${edgeFunctionFile}`, import.meta.url)), "utf-8");

interface Answer {
  readonly uri?: string;
  readonly statusCode?: number;
  readonly headers?: { readonly location?: { readonly value: string } };
}

/** The shipped file in a room with nothing else in it: no imports, no network, no code made from text. */
function ask(uri: string, querystring: object = {}): Answer {
  const context = createContext({ uri, querystring }, { codeGeneration: { strings: false, wasm: false } });
  const answer: unknown = runInContext(
    `${source};JSON.stringify(handler({ request: { method: "GET", uri: uri, querystring: querystring, headers: {} } }))`,
    context,
  );
  return JSON.parse(String(answer)) as Answer;
}

describe("the edge function", () => {
  it.each([
    ["/", "/index.html"],
    ["/da/", "/da/index.html"],
    ["/da/2008/05/vaekstforum-satser/", "/da/2008/05/vaekstforum-satser/index.html"],
    ["/photos/ab12/bent-hansen-w640.webp", "/photos/ab12/bent-hansen-w640.webp"],
    ["/da/kontakter/bent-hansen.vcf", "/da/kontakter/bent-hansen.vcf"],
    ["/404.html", "/404.html"],
    ["/da/%C3%A6bler/", "/da/%C3%A6bler/index.html"],
    ["/da/%", "/da/%"],
  ])("turns %s into %s", (path, key) => {
    expect(path === "/da/%" ? ask(path).headers?.location?.value : ask(path).uri).toBe(
      path === "/da/%" ? "/da/%/" : key,
    );
  });

  it.each([
    ["/da", "/da/"],
    ["/da/2008", "/da/2008/"],
    ["/da/index.html", "/da/"],
    ["/index.html", "/"],
    ["//evil/path", "/evil/path/"],
    ["/\\evil/path", "/evil/path/"],
    ["//evil.example/index.html", "/evil.example/"],
  ])("sends %s to %s, and never to another host", (path, location) => {
    const answer = ask(path);
    expect([answer.statusCode, answer.headers?.location?.value]).toEqual([301, location]);
  });

  it("takes //evil.example, which has a dot, for a file that is not there", () => {
    expect(ask("//evil.example").uri).toBe("//evil.example");
  });

  it("keeps the query of who is sent on", () => {
    const query = { a: { value: "1" }, b: { value: "", multiValue: [{ value: "" }, { value: "%C3%A6" }] } };
    expect(ask("/da", query).headers?.location?.value).toBe("/da/?a=1&b&b=%C3%A6");
  });

  it("is small enough for the edge, and needs nothing that it does not have", () => {
    expect(Buffer.byteLength(source)).toBeLessThan(10_240);
    expect(source).not.toMatch(/\b(?:import|require|export|fetch|eval|setTimeout)\b\s*[({"']/);
  });
});
