import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, it } from "vitest";
import type { Instant } from "../../functions/content/instant.ts";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { atomFeed } from "../../templates/feed.ts";
import { sitemap } from "../../templates/sitemap.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import { changed, corrected, smallNewsroom, withdrawn } from "../support/small-newsroom.ts";
import { samplePressRoom } from "../support/sample-views.ts";

const base = "https://presse.example";
let room: MemoryPressRoom;
beforeAll(async () => {
  ({ room } = await samplePressRoom("2026-11-24T12:00:00.000Z" as Instant));
});

function textAt(key: string): string {
  const body = room.site.get(key)?.body;
  if (body === undefined || !("text" in body)) throw new Error(`${key} is not on the site.`);
  return body.text;
}

/** Read by a parser that we did not write; attributes as "@name", and a list where there may be several. */
function read(xml: string): Record<string, Record<string, unknown>> {
  expect(XMLValidator.validate(xml)).toBe(true);
  const lists = new Set(["entry", "link", "category", "url", "sitemap", "xhtml:link"]);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseTagValue: false,
    htmlEntities: true, // numbered ones are of XML too
    isArray: (name) => lists.has(name),
  });
  return parser.parse(xml) as Record<string, Record<string, unknown>>;
}

type Entry = Readonly<Record<string, unknown>> & {
  readonly link: readonly Readonly<Record<string, string>>[];
};

describe("the feed", () => {
  it.each([
    ["da", "en", ["Æbler, øer og åer", "Ny cykelsti", "Pressevagten", "Vækstforum"]],
    ["en", "da", ["Apples, islands", "New cycle path", "Growth Forum"]],
  ] as const)(
    "in %s has what is live in it, newest first, and leads to the one in %s",
    (locale, other, titles) => {
      const { feed = {} } = read(textAt(`${locale}/feed.xml`));
      const entries = feed["entry"] as readonly Entry[];
      expect(entries.map(({ title }) => String(title))).toEqual(
        titles.map((title) => expect.stringContaining(title)),
      );
      expect(feed["@xml:lang"]).toBe(locale);
      expect(JSON.stringify(feed["link"])).toContain(`${base}/${other}/feed.xml`);
      for (const { "@href": href = "" } of entries.flatMap(({ link }) => link)) {
        const key = href.slice(base.length + 1).replace(/\/$/, "/index.html");
        expect([href, room.site.has(key)]).toEqual([href, true]);
      }
    },
  );

  it("keeps the id of a corrected release, says when it was corrected, and brings its photo with the credit", () => {
    const { feed = {} } = read(textAt("da/feed.xml"));
    const path = (feed["entry"] as readonly Entry[]).find(({ title }) =>
      String(title).startsWith("Ny cykelsti"),
    );
    expect(path).toMatchObject({
      id: "tag:presse.example,2026-08-18:eksempel-cykelsti-ved-aaen/da",
      published: "2026-08-18T08:00:00.000Z",
      updated: "2026-08-19T07:15:00.000Z",
    });
    const photo = path?.link.find(({ "@rel": rel }) => rel === "enclosure");
    expect(photo).toMatchObject({
      "@type": "image/jpeg",
      "@title": expect.stringContaining("Foto: Presserum"),
    });
  });

  it("has the whole text, with addresses that hold elsewhere, and says what each is about", () => {
    const { feed = {} } = read(textAt("en/feed.xml"));
    const entries = feed["entry"] as readonly Entry[];
    const growth = entries.find(({ title }) => String(title).startsWith("Growth Forum"));
    const content = (growth?.["content"] as Readonly<Record<string, string>> | undefined)?.["#text"] ?? "";
    expect(content).toContain("<blockquote");
    expect(content).toContain("Industri Summit");
    expect(content).not.toMatch(/(?:href|src)="\//);
    expect(growth?.["category"]).toMatchObject([{ "@term": "erhverv" }, { "@term": "innovation" }]);
  });

  it.each(["da", "en"])("is read in %s by a reader that is not ours, in each of its formats", (locale) => {
    const atom = parseAtomFeed(textAt(`${locale}/feed.xml`));
    const rss = parseRssFeed(textAt(`${locale}/feed.rss`));
    const json = parseJsonFeed(textAt(`${locale}/feed.json`));
    const ids = atom.entries?.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(2);
    expect(rss.items?.map(({ guid }) => guid?.value)).toEqual(ids);
    expect(json.items?.map(({ id }) => id)).toEqual(ids);
    expect(rss.items?.map(({ content }) => content?.encoded)).toEqual(
      json.items?.map((one) => one.content_html),
    );
    const photos = atom.entries?.flatMap((one) => one.links?.filter(({ rel }) => rel === "enclosure") ?? []);
    expect(rss.items?.flatMap(({ enclosures }) => enclosures?.map(({ url }) => url) ?? [])).toEqual(
      photos?.map(({ href }) => href),
    );
    for (const { pubDate, guid } of rss.items ?? []) {
      const published = atom.entries?.find(({ id }) => id === guid?.value)?.published;
      expect(Date.parse(String(pubDate))).toBe(Date.parse(String(published)));
    }
  });

  it.each([
    ["da/programmer/klyngeprogrammet", ["Vækstforum"]],
    [
      "da/sager/klyngeprogrammets-finansiering",
      [
        "Regionsrådet, 18. juni 2008: Afventer",
        "Forretningsudvalget, 27. maj 2008: Indstillet",
        "Vækstforum satser",
        "Vækstforum, 26. maj 2008: Godkendt",
      ],
    ],
    ["da/organer/regionsraadet", ["Vækstforum"]],
    ["da/emner/innovation", ["Vækstforum"]],
  ])("of %s has its news, and the page or its releases lead to it", (folder, titles) => {
    const { entries = [] } = parseAtomFeed(textAt(`${folder}/feed.xml`));
    expect(entries.map(({ title }) => title?.value)).toEqual(
      titles.map((title) => expect.stringContaining(title)),
    );
    const release = "da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger/index.html";
    const leading = folder.includes("emner") ? release : `${folder}/index.html`;
    expect(textAt(leading)).toMatch(
      new RegExp(
        `<link rel="alternate" type="application/atom\\+xml" title="[^"]+" href="/${folder}/feed.xml">`,
      ),
    );
  });

  it("of a part is not touched by a slip of the pen, and is by what somebody may have printed", async () => {
    const slip = changed(
      corrected(smallNewsroom),
      "releases/2026/bro/da.md",
      "change: major",
      "change: minor",
    );
    const feeds = await Promise.all(
      [smallNewsroom, slip, corrected(smallNewsroom)].map(async (files) => {
        const other = memoryPressRoom();
        other.sources.commit(files);
        await other.publishAt("2026-03-15T12:00:00Z");
        return other.site.get("da/programmer/cykler/feed.xml")?.digest;
      }),
    );
    expect(feeds[1]).toBe(feeds[0]);
    expect(feeds[2]).not.toBe(feeds[0]);
  });

  it("says of a withdrawn release that it is to be forgotten, and why", async () => {
    const other = memoryPressRoom();
    other.sources.commit(withdrawn(smallNewsroom));
    await other.publishAt("2026-03-15T12:00:00Z");
    const body = other.site.get("da/feed.xml")?.body;
    const { feed = {} } = read(body !== undefined && "text" in body ? body.text : "");
    expect(feed["at:deleted-entry"]).toEqual({
      "@ref": "tag:presse.example,2026-03-10:bro/da",
      "@when": "2026-03-12T09:00:00.000Z",
      "at:comment": "Broen bliver ikke bygget.",
    });
    expect(JSON.stringify(feed["entry"])).not.toContain("2026-03-10:bro/");
  });

  it("names nothing that is under embargo", () => {
    expect(textAt("da/feed.xml") + textAt("en/feed.xml")).not.toContain("jordbroen");
  });

  it("stays whole whatever authors write", () => {
    const words = `"><entry/>&<![CDATA[]]>'æøå🙂`;
    const xml = atomFeed({
      locale: "da",
      title: words,
      subtitle: words,
      author: words,
      href: words,
      selfHref: words,
      other: { locale: "en", href: words },
      updated: "x",
      deleted: [{ id: words, at: "x", reason: words }],
      entries: [
        {
          id: words,
          title: words,
          summary: words,
          href: words,
          published: "x",
          updated: "x",
          topics: [words],
          content: words,
          translations: [{ locale: "en", href: words }],
          photo: { href: words, type: words, bytes: 1, title: words },
        },
      ],
    });
    const { feed = {} } = read(xml);
    expect(feed["title"]).toBe(words);
    expect((feed["entry"] as readonly Entry[]).map(({ summary }) => summary)).toEqual([words]);
    const page = { href: words, alternates: [{ locale: "da", href: words }], image: words } as const;
    expect(read(sitemap({ pages: [page] }))["urlset"]?.["url"]).toMatchObject([{ loc: words }]);
  });
});

describe("the sitemaps", () => {
  it("name every page that is to be found, once, and no other", () => {
    const { sitemapindex = {} } = read(textAt("sitemap.xml"));
    const maps = (sitemapindex["sitemap"] as readonly { loc: string }[]).map(({ loc }) => loc);
    const named = maps.flatMap((loc) => {
      const { urlset = {} } = read(textAt(loc.slice(base.length + 1)));
      return (urlset["url"] as readonly { loc: string }[]).map((url) => url.loc.slice(base.length));
    });
    // Topics and lists of photos list what is named here; versions, histories and comparisons are of what is.
    const lists =
      /^\/$|^\/(?:da|en)\/(?:(?:emner|topics)\/[^/]+\/$|(?:fotos|photos)\/[a-z]+\/[^/]+\/)|\/(?:history|compare|versioner|versions)\//;
    const pages = [...room.site]
      .filter(([key, { answer }]) => /(?:^|\/)index\.html$/.test(key) && answer === undefined)
      .map(([key]) => `/${key.slice(0, -"index.html".length)}`)
      .filter((path) => !lists.test(path));
    expect(named.toSorted()).toEqual(pages.toSorted());
    expect(textAt("robots.txt")).toContain(`Sitemap: ${base}/sitemap.xml`);
  });
});
