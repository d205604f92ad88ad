import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { marked } from "marked";
import { beforeAll, describe, expect, it } from "vitest";
import type { Instant } from "../../functions/content/instant.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import { ninjsSchema } from "../support/ninjs-schema.ts";
import { samplePressRoom } from "../support/sample-views.ts";
import {
  corrected,
  moved,
  movedTwice,
  release,
  smallNewsroom,
  withdrawn,
} from "../support/small-newsroom.ts";
import { textAt as textOn } from "../support/text-at.ts";

const stem = "da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger";
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const isNinjs = ajv.compile(ninjsSchema);
let room: MemoryPressRoom;
beforeAll(async () => {
  ({ room } = await samplePressRoom("2026-11-24T12:00:00.000Z" as Instant));
});

const textAt = (key: string, of = room): string => textOn(of, key);

describe("a release as plain text", () => {
  it("is wrapped, says who said what, and ends with whom to call", () => {
    const text = textAt(`${stem}.txt`);
    const [title, line, , about] = text.split("\n");
    expect(title).toBe("Vækstforum satser på netværk og klynger");
    expect(line).toBe("=".repeat(title?.length ?? 0));
    expect(about).toBe("Pressemeddelelse · 27. maj 2008 · Presserums øveregion");
    const long = text.split("\n").filter((one) => one.length > 72 && one.trim().includes(" "));
    expect(long).toEqual([]);
    expect(text).toContain("»Jeg har store forventninger til,");
    expect(text).toContain("  — Bent Hansen, formand for Vækstforum i Region Midtjylland");
    const last = text.slice(text.indexOf("Pressekontakt\n----"));
    expect(last).toMatch(/- Bent Hansen[^-]*- Bent B\. Mikkelsen/);
    expect(last.replaceAll("\n  ", " ")).toContain("Bent.Mikkelsen@ru.rm.dk");
    expect(last.match(/----/g)).toHaveLength(1 + Math.floor(("Pressekontakt".length - 4) / 4));
  });

  it("is named by the page, in its head and where readers see it", () => {
    const page = textAt(`${stem}/index.html`);
    for (const [ending, type] of [
      ["txt", "text/plain"],
      ["md", "text/markdown"],
      ["json", "application/json"],
    ]) {
      expect(page).toContain(`<link rel="alternate" type="${type}" title="`);
      expect(page).toContain(`<a href="/${stem}.${ending}" type="${type}">`);
      expect(room.site.get(`${stem}.${ending}`)?.contentType).toContain(type);
    }
  });
});

describe("what a release tells of", () => {
  it.each([
    [
      "da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger",
      [
        "/da/programmer/klyngeprogrammet.csv",
        "/da/programmer/klyngeprogrammet.json",
        "/da/programmer/klyngeprogrammet/feed.xml",
      ],
      [
        "/da/sager/klyngeprogrammets-finansiering.ics",
        "/da/sager/klyngeprogrammets-finansiering.csv",
        "/da/sager/klyngeprogrammets-finansiering.json",
        "/da/sager/klyngeprogrammets-finansiering/feed.xml",
      ],
    ],
    [
      "en/2008/05/growth-forum-backs-networks-and-clusters",
      [
        "/en/programmes/cluster-programme.csv",
        "/en/programmes/cluster-programme.json",
        "/en/programmes/cluster-programme/feed.xml",
      ],
      [
        "/en/cases/cluster-programme-financing.ics",
        "/en/cases/cluster-programme-financing.csv",
        "/en/cases/cluster-programme-financing.json",
        "/en/cases/cluster-programme-financing/feed.xml",
      ],
    ],
  ])("is offered as data, calendar and feed beside it, and each is there: %s", (path, programme, matter) => {
    const boxes = textAt(`${path}/index.html`).split('<section class="box"');
    const offered = (id: string) => {
      const box = boxes.find((one) => one.includes(`aria-labelledby="${id}"`)) ?? "";
      const [, ways = ""] = /<p class="formats">(.*?)<\/p>/.exec(box) ?? [];
      return [...ways.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);
    };
    expect([offered("programme"), offered("trail")]).toEqual([programme, matter]);
    for (const one of [...programme, ...matter]) expect(textAt(one.slice(1))).not.toBe("");
  });
});

describe("a release as Markdown", () => {
  it("is read back with the same words by a reader that is not ours", () => {
    const read = marked.lexer(textAt(`${stem}.md`));
    expect(read[0]).toMatchObject({
      type: "heading",
      depth: 1,
      text: "Vækstforum satser på netværk og klynger",
    });
    const kinds = read.map(({ type }) => type).filter((type) => type !== "space");
    expect(kinds.filter((type) => type === "blockquote")).toHaveLength(4);
    expect(kinds.at(-1)).toBe("list");
  });
});

describe("a release as JSON", () => {
  it.each(["da", "en"])("is ninjs in %s, with quotes, photos, contacts and facts as data", (locale) => {
    const keys = [...room.site.keys()].filter((key) =>
      new RegExp(`^${locale}/\\d{4}/\\d{2}/[^/]+\\.json$`).test(key),
    );
    expect(keys.length).toBeGreaterThan(2);
    for (const key of keys) {
      const news: unknown = JSON.parse(textAt(key));
      expect([key, isNinjs(news), isNinjs.errors]).toEqual([key, true, null]);
    }
  });

  it("holds who said what, and what the money is", () => {
    const news = JSON.parse(textAt(`${stem}.json`)) as { associations: Record<string, object> };
    expect(news).toMatchObject({
      uri: "tag:presse.example,2008-05-27:2008-05-27-klyngeprogram/da",
      headline: "Vækstforum satser på netværk og klynger",
      firstcreated: "2008-05-26T22:00:00.000Z",
    });
    expect(news.associations["quote_1"]).toMatchObject({
      byline: "Bent Hansen, formand for Vækstforum i Region Midtjylland",
      body_text: expect.stringMatching(/^Jeg har store forventninger/),
    });
    expect(news.associations["programme"]).toMatchObject({
      description_budget: "Budget: 56,2 mio. kr. (præcist 56.200.000 kr.)",
    });
    expect(news.associations["photo_1"]).toMatchObject({ byline: expect.stringContaining("Foto: ") });
  });

  it("would be refused if it were not", () => {
    expect(isNinjs({ uri: "tag:a,2008:b", headlines: "x" })).toBe(false);
    expect(isNinjs({ headline: "x" })).toBe(false);
  });
});

describe("the formats of a release that is taken back or moves", () => {
  it("say that it is withdrawn, with 410 and the reason", async () => {
    const other = memoryPressRoom();
    other.sources.commit(withdrawn(smallNewsroom));
    await other.publishAt("2026-03-15T12:00:00Z");
    for (const ending of ["txt", "md", "json"])
      expect(other.site.get(`da/2026/03/en-bro.${ending}`)?.answer).toEqual({ status: 410 });
    const news: unknown = JSON.parse(textAt("da/2026/03/en-bro.json", other));
    expect(isNinjs(news)).toBe(true);
    expect(news).toMatchObject({ pubstatus: "canceled", ednote: "Broen bliver ikke bygget." });
  });

  it("lead from each old address straight to the new one, and so do kit and history", async () => {
    const other = memoryPressRoom();
    for (const files of [smallNewsroom, moved(smallNewsroom), movedTwice(corrected(smallNewsroom))]) {
      other.sources.commit(files, { forced: true });
      await other.publishAt("2026-03-15T12:00:00Z");
    }
    for (const former of ["en-bro", "ny-bro"])
      for (const rest of [".txt", ".md", ".json", ".zip", "/history/index.html", "/index.html"])
        expect([former, rest, other.site.get(`da/2026/03/${former}${rest}`)?.answer]).toEqual([
          former,
          rest,
          { status: 301, location: `/da/2026/03/nyere-bro${rest.replace("index.html", "")}` },
        ]);
    expect(other.site.get("da/sager/broen.ics")?.answer?.location).toBe("/da/sager/broen-over-aaen.ics");
    expect(other.site.get("da/sager/broen/feed.xml")?.answer?.location).toBe(
      "/da/sager/broen-over-aaen/feed.xml",
    );
  });

  it("stay when another release takes the address over", async () => {
    const other = memoryPressRoom();
    other.sources.commit(smallNewsroom);
    await other.publishAt("2026-03-15T12:00:00Z");
    other.sources.commit(
      { ...smallNewsroom, ...release("2026/sti", { id: "anden", title: "En sti", date: "2026-03-12" }) },
      { forced: true },
    );
    await other.publishAt("2026-03-15T13:00:00Z");
    expect(JSON.parse(textAt("da/2026/03/en-sti.json", other))).toMatchObject({ altids: { id: "anden" } });
  });
});
