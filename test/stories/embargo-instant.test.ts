import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { environmentNames } from "../../functions/contract.ts";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";
import { secret } from "../support/small-newsroom.ts";
import { objectsIn } from "../support/stores.ts";

/** 20 March 2026 at 06:00 in Copenhagen. */
const ends = Date.parse("2026-03-20T05:00:00Z");
const pages = ["/da/2026/03/fjordbroen/", "/en/2026/03/fjordbroen-in-english/"];
const content = secret("2026-03-19", "contacts: [ane, vagten]\nprogramme: cykler\ntopics: [trafik]");
/** Whatever names the release once it is out, in both languages. */
const naming = [
  "/da/",
  "/en/",
  "/da/2026/03/",
  "/en/2026/03/",
  "/da/programmer/cykler/",
  "/en/programmes/bicycles/",
  "/da/emner/trafik/",
  "/da/kontakter/ane/",
  "/da/fotos/",
  "/en/photos/",
  "/da/feed.xml",
  "/da/feed.rss",
  "/da/feed.json",
  "/en/feed.xml",
  "/en/feed.rss",
  "/en/feed.json",
  "/da/programmer/cykler/feed.xml",
  "/sitemaps/2026-03.xml",
  "/sitemap-news.xml",
  "/search/2026.da.json",
  "/search/2026.en.json",
  ...pages.flatMap((path) => [".json", ".txt", ".md"].map((ending) => path.slice(0, -1) + ending)),
];

let room: PressRoomAtHome;
beforeAll(async () => {
  room = await startPressRoom({ content });
  await room.runtime.setClockOffset(ends - 3_600_000 - Date.now());
  await room.publish();
});
afterAll(() => room.close());

/** What the edge asks of the stores to answer a path, with the path itself left out. */
async function askedFor(path: string): Promise<readonly string[]> {
  const asked: string[] = [];
  const stop = room.runtime.onCall(({ caller, operation, resource }) => {
    const key = path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1);
    asked.push(`${caller} ${operation} ${resource.replace(key, "KEY")}`);
  });
  await (await room.get(path)).arrayBuffer();
  stop();
  return asked;
}

/** Tests in this file follow one press room through its life, in order. */
describe("before an embargo ends", () => {
  it("no store gives anything out to whoever has no signature", async () => {
    const { environment } = room.runtime;
    for (const name of ["siteBucket", "heldBucket", "advanceBucket", "sourceBucket"] as const) {
      const bucket = `${environment["AWS_ENDPOINT_URL_S3"]}/${environment[environmentNames[name]]}`;
      const known = name === "sourceBucket" ? {} : await objectsIn(room, name);
      for (const path of ["?list-type=2", "/head.json", ...Object.keys(known).map((key) => `/${key}`)]) {
        const answer = await fetch(bucket + path);
        expect([name, path, answer.status]).toEqual([name, path, 403]);
        expect((await answer.text()).toLowerCase()).not.toMatch(/fjordbroen|hemmelig/);
      }
    }
  });

  it("the answer about it takes the very way of the answer about what never was, so its time tells nothing", async () => {
    await room.get("/da/ingenting/"); // the page that says 404 is in the edge's cache from now on
    const kinds = ["/", ".txt", ".json", ".zip", ".vcf", "/history/"];
    for (const kind of kinds) {
      const never = await askedFor(`/da/2026/03/der-er-intet-her${kind}`);
      expect(never.length).toBeGreaterThan(0);
      for (const path of pages)
        expect([path, kind, await askedFor(path.slice(0, -1) + kind)]).toEqual([path, kind, never]);
    }
  });
});

describe("when an embargo ends", () => {
  it("neither language comes before it, and within five seconds both and all that names them are out, where a 404 was kept too", async () => {
    const instant = Date.now() + 6_000;
    await room.runtime.setClockOffset(ends - instant);
    const published = room.runtime.invoke("publish", {}); // woken ahead, as by the minute
    const seen = new Map<string, number>();
    // The pages first and alone: each further request would make the time between two looks longer.
    for (const watched of [pages, naming])
      while (watched.some((path) => !seen.has(path)) && Date.now() < instant + 20_000) {
        for (const path of watched.filter((one) => !seen.has(one))) {
          const answer = await room.get(path);
          const text = await answer.text();
          if (answer.status === 200 && text.toLowerCase().includes("fjordbroen")) seen.set(path, Date.now());
        }
        await pause(20);
      }
    await published;
    const wrong = [...pages, ...naming]
      .map((path) => ({ path, after: (seen.get(path) ?? Infinity) - instant }))
      .filter(({ after }) => after < 0 || after > 5_000);
    expect(wrong).toEqual([]);
  });
});
