import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, it } from "vitest";
import type { Instant } from "../../functions/content/instant.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import { samplePressRoom } from "../support/sample-views.ts";
import { release, smallNewsroom } from "../support/small-newsroom.ts";
import { textAt as textOn } from "../support/text-at.ts";

let room: MemoryPressRoom;
beforeAll(async () => {
  ({ room } = await samplePressRoom("2026-11-24T12:00:00.000Z" as Instant));
});

const textAt = (key: string, of = room): string => textOn(of, key);

describe("a programme's facts", () => {
  it("are a table that a reader of CSV takes in, and data with the exact amount", () => {
    const rows = parse(textAt("da/programmer/klyngeprogrammet.csv"));
    expect(rows[0]).toEqual(["Program", "Det midtjyske klyngeprogram"]);
    expect(rows).toContainEqual(["Budget", "56,2 mio. kr. (præcist 56.200.000 kr.)"]);
    expect(JSON.parse(textAt("en/programmes/cluster-programme.json"))).toMatchObject({
      budget: { exact: 56_200_000, rounded: 56_000_000, currency: "DKK" },
      period: { from: 2009, to: 2011 },
    });
  });
});

describe("the coming steps", () => {
  it.each(["da/sager/broen", "da/organer/raadet"])(
    "of %s are a calendar until their day has passed",
    async (stem) => {
      const other = memoryPressRoom();
      other.sources.commit(smallNewsroom);
      await other.publishAt("2026-03-15T12:00:00Z");
      const calendar = new ICAL.Component(ICAL.parse(textAt(`${stem}.ics`, other)) as unknown[]);
      const [event] = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
      expect(event?.uid).toBe("broen.beslutning@presse.example");
      expect(event?.startDate.toString()).toBe("2026-06-18");
      expect(event?.startDate.isDate).toBe(true);
      expect(event?.summary).toBe("Rådet: beslutter. Broen");
      expect(textAt(`${stem}/index.html`, other)).toContain(`href="/${stem}.ics"`);
      await other.publishAt("2026-06-19T12:00:00Z");
      expect(textAt(`${stem}.ics`, other)).not.toContain("VEVENT");
    },
  );
});

describe("the news sitemap", () => {
  it("names what is two days old and no older, and empties by itself", async () => {
    const other = memoryPressRoom();
    other.sources.commit({
      ...smallNewsroom,
      ...release("2026/nyt", { id: "nyt", title: "Nyt & friskt", date: "2026-03-14T10:00" }),
    });
    await other.publishAt("2026-03-15T12:00:00Z");
    const news = () => {
      const text = textAt("sitemap-news.xml", other);
      expect(XMLValidator.validate(text)).toBe(true);
      const parser = new XMLParser({ htmlEntities: true, isArray: (name) => name === "url" });
      const { urlset } = parser.parse(text) as { urlset: { url?: { loc: string; "news:news": object }[] } };
      return urlset.url ?? [];
    };
    expect(news()).toMatchObject([
      {
        loc: "https://presse.example/da/2026/03/nyt-og-friskt/",
        "news:news": { "news:title": "Nyt & friskt", "news:publication_date": "2026-03-14T09:00:00.000Z" },
      },
      { loc: "https://presse.example/en/2026/03/nyt-and-friskt-in-english/" },
    ]);
    expect(textAt("robots.txt", other)).toContain("Sitemap: https://presse.example/sitemap-news.xml");
    await other.publishAt("2026-03-16T08:59:59.999Z"); // waits for the instant
    expect(other.now()).toBe("2026-03-16T09:00:00.000Z");
    expect(news()).toEqual([]);
  });

  it("looks through a busy month for what an embargo let go only now, and no further", async () => {
    const other = memoryPressRoom();
    const busy = Array.from({ length: 130 }, (_, index) =>
      release(`2026/n${index}`, { id: `n${index}`, title: `Nyhed ${index}`, date: "2026-03-10T10:00" }),
    );
    const embargo = "2026-03-15T08:00";
    other.sources.commit({
      ...smallNewsroom,
      ...Object.assign({}, ...busy),
      ...release("2026/sen", { id: "sen", title: "Sen", date: "2026-02-20T10:00", embargo }),
      ...release("2026/ældre", { id: "aeldre", title: "Ældre", date: "2026-01-20T10:00", embargo }),
    });
    await other.publishAt("2026-03-15T12:00:00Z");
    const news = textAt("sitemap-news.xml", other);
    expect([...news.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc)).toEqual([
      "https://presse.example/da/2026/02/sen/",
      "https://presse.example/en/2026/02/sen-in-english/",
    ]);
  });
});
