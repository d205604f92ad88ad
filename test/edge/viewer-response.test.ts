import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { edgeFunctionFiles } from "../../functions/contract.ts";

const source = readFileSync(
  fileURLToPath(new URL(`../../${edgeFunctionFiles.viewerResponse}`, import.meta.url)),
  "utf-8",
);

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, { readonly value: string }>>;
}

/** The shipped file in a room with nothing else in it. */
function answerTo(
  stored: Readonly<Record<string, string>>,
  uri = "/da/index.html",
  log: (text: string) => void = () => undefined,
): Answer {
  const headers = Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, { value }]));
  const context = createContext(
    { event: { request: { uri }, response: { statusCode: 200, headers } }, console: { log } },
    { codeGeneration: { strings: false, wasm: false } },
  );
  return JSON.parse(String(runInContext(`${source};JSON.stringify(handler(event))`, context))) as Answer;
}

describe("the edge function for answers", () => {
  it("leaves a page as it is", () => {
    expect(answerTo({ "content-type": "text/html" })).toEqual({
      statusCode: 200,
      headers: { "content-type": { value: "text/html" } },
    });
  });

  it("answers 410 for what is gone, and does not show how it knows", () => {
    const { statusCode, headers } = answerTo({ "x-amz-meta-answer": "410" });
    expect([statusCode, headers]).toEqual([410, {}]);
  });

  it.each(["/da/2008/05/vaekstforum/", "/da/2008/05/vaekstforum.zip", "/da/sager/broen/feed.xml"])(
    "sends readers on to %s",
    (location) => {
      const { statusCode, headers } = answerTo({
        "x-amz-meta-answer": "301",
        "x-amz-meta-location": location,
      });
      expect([statusCode, headers]).toEqual([301, { location: { value: location } }]);
    },
  );

  it.each([
    "//evil.example/",
    "https://evil.example/",
    "/da/\r\nset-cookie: x",
    "",
    "/da//evil/",
    "da/x/",
    "//evil.example/x.txt",
    "/x.txt",
    "/da/x.y.txt",
    "/da/x",
  ])("sends nobody to %j", (location) => {
    const { statusCode, headers } = answerTo({
      "x-amz-meta-answer": "301",
      "x-amz-meta-location": location,
    });
    expect([statusCode, headers]).toEqual([200, {}]);
  });

  it("writes down that an advance copy was opened, and tells search engines to leave it and its pictures alone", () => {
    const said: string[] = [];
    const robots = { "x-robots-tag": { value: "noindex, nofollow, noarchive" } };
    for (const uri of ["/advance/00/da/index.html", "/advance-photos/00/11/bro.jpg"])
      expect(answerTo({}, uri, (text) => void said.push(text)).headers).toEqual(robots);
    expect(said).toEqual(["An advance copy was opened: /advance/00/da/index.html"]);
    expect(answerTo({}, "/da/advance/index.html").headers).toEqual({});
  });
});
