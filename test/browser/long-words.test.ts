/// <reference lib="dom" />
import { expect, it } from "vitest";
import { startBrowser } from "../support/browser.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import { serveTexts } from "../support/site-in-memory.ts";
import { changed, smallNewsroom } from "../support/small-newsroom.ts";

const word = "Donaudampskibsfartselskabskaptajnsenkepensionsudbetalingskontorforstander";

it("a word longer than the screen makes no page scroll sideways, also where another page names it", async () => {
  const room = memoryPressRoom();
  const title = `title: ${word}\nslug: en-sti\ntopics: [havn]`;
  const long = changed(smallNewsroom, "releases/2026/sti/da.md", "title: En sti", title);
  room.sources.commit(
    changed(long, "releases/2026/bro/da.md", "title: En bro", "title: En bro\ntopics: [havn]"),
  );
  await room.publishAt("2026-03-15T12:00:00Z");
  const [browser, site] = await Promise.all([startBrowser(), serveTexts(room.site)]);
  try {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    for (const path of [
      "/da/2026/03/en-sti/",
      "/da/2026/03/en-bro/",
      "/da/",
      "/da/2026/03/",
      "/da/emner/havn/",
    ]) {
      await page.goto(site.url + path);
      const { named, wide } = await page.evaluate(
        (long) => ({
          named: document.querySelector("main")?.textContent.includes(long),
          wide: document.documentElement.scrollWidth > innerWidth,
        }),
        word,
      );
      expect([path, named, wide]).toEqual([path, true, false]);
    }
  } finally {
    await browser.close();
    await site.close();
  }
}, 120_000);
