import { beforeAll, describe, expect, it } from "vitest";
import type { RowKey, RowQuery, Rows } from "../../functions/pipeline/ports.ts";
import { brokenLinks } from "../support/links.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { changed, release, smallNewsroom, without } from "../support/small-newsroom.ts";
import { textAt } from "../support/text-at.ts";

const now = "2026-12-01T12:00:00Z";
const about = "topics: [Vand]\nprogramme: cykler\ncase: broen\ncontacts: [ane]";

/** So many releases in each year, all about the same, and a decision of the council in each. */
function archive(perYear: number, ...years: readonly number[]): Files {
  const releases = years.flatMap((year) =>
    Array.from({ length: perYear }, (_, index) =>
      release(`${year}/r${index}`, {
        id: `r${year}-${index}`,
        title: `Nyhed ${year} ${index}`,
        date: `${year}-03-${String((index % 28) + 1).padStart(2, "0")}`,
        extra: about,
      }),
    ),
  );
  const steps = years.map(
    (year) =>
      `\n  - { id: i-${year}, body: raadet, date: ${year}-06-18, action: decision, outcome: approved, subject: { da: Om ${year}, en: On ${year} } }`,
  );
  return {
    ...without(smallNewsroom, "releases/"),
    "cases/vandet.yaml": `title: { da: Vandet, en: The water }\nsteps:${steps.join("")}`,
    ...(Object.assign({}, ...releases) as Files),
  };
}

async function published(files: Files, at = now): Promise<MemoryPressRoom> {
  const room = memoryPressRoom();
  room.sources.commit(files);
  const [publication] = await room.publishAt(at);
  expect(publication?.problems).toEqual([]);
  return room;
}

const lists = [
  ["da/emner/vand", "en/topics/vand"],
  ["da/programmer/cykler", "en/programmes/bicycles"],
  ["da/sager/broen", "en/cases/the-bridge"],
  ["da/kontakter/ane", "en/contacts/ane"],
  ["da/organer/raadet", "en/bodies/the-council"],
] as const;

describe("what is too old for a list's own page", () => {
  let room: MemoryPressRoom;
  beforeAll(async () => {
    room = await published(archive(30, 2024, 2025, 2026));
  });

  it.each(lists)("is a page for each year, linked from it: %s", (da, en) => {
    for (const list of [da, en]) {
      const page = textAt(room, `${list}/index.html`);
      for (const year of [2024, 2025, 2026])
        expect(page).toContain(`<a href="/${list}/${year}/">${year}</a>`);
      expect(page.indexOf(`${list}/2026/`)).toBeLessThan(page.indexOf(`${list}/2025/`));
    }
    expect(room.site.has(`${da}/2023/index.html`)).toBe(false);
    expect(brokenLinks(room.site, "https://presse.example")).toEqual([]);
  });

  it.each(lists.slice(0, 4))("has all of that year and nothing of another: %s", (da, en) => {
    for (const list of [da, en]) {
      const titles = [...textAt(room, `${list}/2024/index.html`).matchAll(/>Nyhed (\d{4}) (\d+)/g)];
      expect(titles.map(([, year]) => year)).toEqual(Array.from({ length: 30 }, () => "2024"));
      expect(new Set(titles.map(([, , index]) => index)).size).toBe(30);
    }
  });

  it("of a body is its decisions of that year", () => {
    const page = textAt(room, "da/organer/raadet/2025/index.html");
    expect([...page.matchAll(/<p>Om (\d+)<\/p>/g)].map(([, year]) => year)).toEqual(["2025"]);
    expect(page).toContain("<h1>Rådet 2025</h1>");
  });

  it.each(lists)("answers in the other language, says where it is, and is in the sitemap: %s", (da, en) => {
    const page = textAt(room, `${da}/2025/index.html`);
    expect(page).toContain(`<link rel="alternate" hreflang="en" href="https://presse.example/${en}/2025/">`);
    expect(page).toContain(`<link rel="canonical" href="https://presse.example/${da}/2025/">`);
    const [, crumbs = ""] = /class="breadcrumbs"(.*?)<\/nav>/s.exec(page) ?? [];
    expect(crumbs).toContain(`href="/${da}/"`);
    const map = textAt(room, "sitemaps/2025.xml");
    for (const list of [da, en]) expect(map).toContain(`<loc>https://presse.example/${list}/2025/</loc>`);
    expect(textAt(room, "sitemap.xml")).toContain("https://presse.example/sitemaps/2025.xml");
  });

  it("is linked from its list also where that shows all of it, so that nothing in the sitemap is without a way to it", async () => {
    const small = await published(archive(3, 2026));
    const pages = [...small.site.keys()].filter((key) => key.endsWith(".html"));
    const linked = new Set(
      pages.flatMap((key) => [...textAt(small, key).matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, to]) => to)),
    );
    const mapped = [
      ...textAt(small, "sitemaps/2026.xml").matchAll(/<loc>https:\/\/presse\.example([^<]*)</g),
    ];
    expect(mapped.map(([, path]) => path)).toContain("/da/emner/vand/2026/");
    expect(mapped.map(([, path]) => path).filter((path) => !linked.has(path))).toEqual([]);
  });

  it("shows what the list's own page has no room for", async () => {
    const long = await published(archive(51, 2026));
    expect(textAt(long, "da/emner/vand/index.html")).toContain("/da/emner/vand/2026/");
    expect(textAt(long, "da/emner/vand/index.html").match(/<article/g)).toHaveLength(50);
    expect(textAt(long, "da/emner/vand/2026/index.html").match(/<article/g)).toHaveLength(51);
  });
});

describe("a year's list", () => {
  const files = archive(2, 2024, 2025, 2026);

  it("holds nothing of what is under embargo, not even that there is a year, and all of it from its instant", async () => {
    const secret = release("2023/loefte", {
      id: "loefte",
      title: "Et løfte",
      date: "2023-02-01",
      embargo: "2027-01-20T06:00",
      extra: about,
    });
    const room = await published({ ...files, ...secret });
    expect(JSON.stringify([...room.site])).not.toMatch(/\/vand\/2023|loefte|løfte/);
    await room.publishAt("2027-01-20T05:00:00Z");
    for (const list of ["da/emner/vand", "en/contacts/ane"]) {
      expect(textAt(room, `${list}/2023/index.html`)).toContain("Et løfte");
      expect(textAt(room, `${list}/index.html`)).toContain(`/${list}/2023/`);
    }
  });

  it("is gone with the last that it has: taken back, of another day, or about something else", async () => {
    const room = await published(archive(1, 2024, 2025));
    const start = room.sources.files();
    const at = "releases/2024/r0/da.md";
    for (const other of [
      changed(
        start,
        at,
        "lead:",
        "withdrawn: { date: 2026-12-01T09:00, reason: { da: Fejl, en: Error } }\nlead:",
      ),
      changed(start, at, "date: 2024-03-01", "date: 2025-04-01"),
      changed(start, at, "topics: [Vand]\n", ""),
      without(start, "releases/2024/r0"),
    ]) {
      room.sources.commit(other, { forced: true });
      const [publication] = await room.publishAt(now);
      expect(publication?.problems).toEqual([]);
      expect(room.site.has("da/emner/vand/2024/index.html")).toBe(false);
      expect(textAt(room, "en/topics/vand/index.html")).not.toContain("/2024/");
      room.sources.commit(start, { forced: true });
      await room.publishAt(now);
      expect(textAt(room, "da/emner/vand/2024/index.html")).toContain("Nyhed 2024 0");
    }
  });

  it("is of the newsroom's year, whatever year it is in Greenwich", async () => {
    const eve = release("2025/nytaar", { id: "nytaar", title: "Nytår", date: "2025-01-01", extra: about });
    const room = await published({ ...without(files, "releases/2025"), ...eve });
    expect(textAt(room, "da/emner/vand/2025/index.html")).toContain("Nytår");
    expect(textAt(room, "da/emner/vand/2024/index.html")).not.toContain("Nytår");
  });

  it("moves with its programme, and whoever has the old address is led to it", async () => {
    const room = await published(files);
    room.sources.commit(
      changed(
        files,
        "programmes/cykler.yaml",
        "summary:",
        "slug: { da: hjul, en: wheels }\nformer_addresses: [/da/programmer/cykler/, /en/programmes/bicycles/]\nsummary:",
      ),
    );
    const [publication] = await room.publishAt(now);
    expect(publication?.problems).toEqual([]);
    expect(textAt(room, "da/programmer/hjul/2024/index.html")).toContain("Nyhed 2024");
    expect(textAt(room, "da/programmer/cykler/2024/index.html")).toContain('"/da/programmer/hjul/2024/"');
    expect(textAt(room, "sitemaps/2024.xml")).toContain("/da/programmer/hjul/2024/");
    expect(textAt(room, "sitemaps/2024.xml")).not.toContain("/da/programmer/cykler/2024/");
  });

  it("names its contact as they are called now", async () => {
    const room = await published(files);
    room.sources.commit(changed(files, "contacts/ane.yaml", "Ane Åkjær", "Anna Åkjær"));
    await room.publishAt(now);
    expect(textAt(room, "en/contacts/ane/2024/index.html")).toContain("<h1>Anna Åkjær 2024</h1>");
  });

  it("says in English of what is only in Danish that it is", async () => {
    const danish = without(files, "releases/2024/r0/en.md");
    const room = await published(changed(danish, "releases/2024/r0/da.md", "lead:", "english: none\nlead:"));
    const page = textAt(room, "en/topics/vand/2024/index.html");
    expect(page).toContain('href="/da/2024/03/nyhed-2024-0/" hreflang="da"');
    expect(page).toContain("In Danish only");
  });
});

describe("what one release costs", () => {
  /** What is put, and how many rows are read, for one more release of this year. */
  async function costOf(files: Files): Promise<{ changed: readonly string[]; rows: number }> {
    const room = await published(files);
    let rows = 0;
    const index = { ...room.rows };
    Object.assign(room.rows, {
      async query(asked: RowQuery) {
        const found = await index.query(asked);
        // The newest photos are looked for in the newest 500 releases: more than the small archive has.
        if (asked.pk !== "list#releases") rows += found.length;
        return found;
      },
      async get(keys: readonly RowKey[]) {
        const found = await index.get(keys);
        rows += found.length;
        return found;
      },
    } satisfies Partial<Rows>);
    const newest = release("2026/ny", { id: "ny", title: "Ny", date: "2026-03-30", extra: about });
    room.sources.commit({ ...files, ...newest });
    const [publication] = await room.publishAt(now);
    expect(publication?.problems).toEqual([]);
    return { changed: publication?.changed.toSorted() ?? [], rows };
  }

  it("is its year's lists and no other year's, and as much reading in an archive four times as long", async () => {
    const [few, many] = [
      await costOf(archive(60, 2025, 2026)),
      await costOf(archive(60, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026)),
    ];
    expect(many.changed).toEqual(few.changed);
    const years = many.changed.filter((key) => /^(?:da|en)\/[a-z]+\/[^/]+\/\d{4}\/index\.html$/.test(key));
    expect(years.toSorted()).toEqual(
      lists
        .slice(0, 4)
        .flat()
        .map((list) => `${list}/2026/index.html`)
        .toSorted(),
    );
    // Six years more: of each list a row that says so, of the archive one, and of the body its decisions, for its page
    // and for its feed.
    expect(many.rows - few.rows).toBeLessThanOrEqual(6 * 9);
  });

  it("is the same whether its case's body has decided a hundred cases or four hundred", async () => {
    const decided = (count: number): Files => ({
      ...archive(5, 2026),
      ...Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `cases/sag-${index}.yaml`,
          `title: { da: Sag ${index}, en: Case ${index} }\nsteps:\n  - { id: i, body: raadet, date: ${2000 + (index % 20)}-05-05, action: decision, outcome: approved, subject: { da: Ja, en: Yes } }`,
        ]),
      ),
    });
    const [few, many] = [await costOf(decided(120)), await costOf(decided(400))];
    expect(many).toEqual(few);
  });
});
