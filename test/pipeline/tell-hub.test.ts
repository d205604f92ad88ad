import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { webSubHub } from "../../functions/aws/websub-hub.ts";
import { tellHub } from "../../functions/pipeline/tell-hub.ts";
import { aNewsroom } from "../support/entries.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import { changed, smallNewsroom } from "../support/small-newsroom.ts";

/** A hub that writes down what it is told, and answers as it is asked to. */
async function localHub(status: number) {
  const heard: { readonly type: string | undefined; readonly form: URLSearchParams }[] = [];
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      heard.push({ type: request.headers["content-type"], form: new URLSearchParams(await text(request)) });
      response.writeHead(status).end();
    };
    void answer();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { heard, url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

describe("a hub", () => {
  it("is told over HTTP, in the form that WebSub has for it, of the feeds that changed and of nothing else", async () => {
    const hub = await localHub(204);
    const newsroom = () => Promise.resolve(aNewsroom({ hub: hub.url }));
    const touched = [
      "da/index.html",
      "da/feed.xml",
      "da/feed.json",
      "da/emner/bro/feed.xml",
      "da/2026/03/bro.txt",
    ];
    expect(await tellHub(webSubHub, newsroom, touched)).toBeUndefined();
    hub.close();
    expect(hub.heard.map(({ type }) => type)).toEqual(["application/x-www-form-urlencoded;charset=UTF-8"]);
    expect(hub.heard[0]?.form.get("hub.mode")).toBe("publish");
    expect(hub.heard[0]?.form.getAll("hub.url")).toEqual([
      "https://presse.example/da/feed.xml",
      "https://presse.example/da/feed.json",
      "https://presse.example/da/emner/bro/feed.xml",
    ]);
  });

  it("that fails or is not there is said to have, and stops nothing", async () => {
    const hub = await localHub(500);
    const of = (url: string) => () => Promise.resolve(aNewsroom({ hub: url }));
    expect(await tellHub(webSubHub, of(hub.url), ["da/feed.xml"])).toContain("answered 500");
    hub.close();
    expect(await tellHub(webSubHub, of("http://127.0.0.1:1/"), ["da/feed.xml"])).not.toBeUndefined();
  });

  it("is told once the site is recorded as live, and only where the newsroom names one", async () => {
    const room = memoryPressRoom();
    room.sources.commit(smallNewsroom);
    await room.publishAt("2026-03-15T12:00:00Z");
    expect(room.told).toEqual([]);
    const withHub = changed(smallNewsroom, "newsroom.yaml", "url:", "hub: https://hub.example/\nurl:");
    room.sources.commit(withHub);
    await room.publishAt("2026-03-15T12:00:00Z");
    expect(room.told.map(({ hub }) => hub)).toEqual(["https://hub.example/"]);
    expect(room.told[0]?.feeds).toContain("https://presse.example/en/feed.xml");
    const feed = room.site.get("da/feed.xml")?.body;
    expect(feed !== undefined && "text" in feed && feed.text).toContain(
      '<link rel="hub" href="https://hub.example/"/>',
    );

    room.sources.commit(changed(withHub, "contacts/ane.yaml", "87 28 50 10", "87 28 50 11"));
    await room.publishAt("2026-03-15T12:01:00Z");
    expect(room.told).toHaveLength(1);
  });
});
