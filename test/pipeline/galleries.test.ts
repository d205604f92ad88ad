import { beforeEach, describe, expect, it } from "vitest";
import { brokenLinks } from "../support/links.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { changed, consented, release, smallNewsroom } from "../support/small-newsroom.ts";

const withPeople = changed(
  smallNewsroom,
  "photos/bro.yaml",
  "licence:",
  "people: [Ane Åkjær, Per Øre]\nplace: Møllebæk\ntaken: 2026-03\nlicence:",
);

let room: MemoryPressRoom;
beforeEach(async () => {
  room = memoryPressRoom();
  room.sources.commit(withPeople);
  await room.publishAt("2026-03-15T12:00:00Z");
});

function text(key: string): string {
  const body = room.site.get(key)?.body;
  return body !== undefined && "text" in body ? body.text : "";
}

function imageObjectOn(key: string): Record<string, unknown> {
  const [, data = "{}"] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text(key)) ?? [];
  return JSON.parse(data) as Record<string, unknown>;
}

describe("a photo's own page", () => {
  it("names who is in it, what it is about, where and when, and everything that shows it", () => {
    const page = text("da/fotos/bro/index.html");
    for (const said of [
      '<a href="/da/fotos/person/ane-aakjaer/">Ane Åkjær</a>',
      '<a href="/da/fotos/person/per-oere/">Per Øre</a>',
      '<a href="/da/fotos/program/cykler/">Cykler</a>',
      "<dd>Møllebæk</dd>",
      "<dd>Marts 2026</dd>",
      'href="/da/2026/03/en-bro/"',
    ])
      expect(page).toContain(said);
    expect(text("en/photos/bro/index.html")).toContain('href="/en/2026/03/en-bro-in-english/"');
    expect(text("da/fotos/ane/index.html")).toContain(
      'Portræt af <a href="/da/kontakter/ane/">Ane Åkjær</a>',
    );
  });

  it("tells search engines whose it is, what it may be used for, and where to ask", () => {
    expect(imageObjectOn("en/photos/bro/index.html")).toMatchObject({
      "@type": "ImageObject",
      license: "https://creativecommons.org/publicdomain/zero/1.0/",
      acquireLicensePage: "https://presse.example/en/photos/bro/",
      creditText: "Kommunen",
      creator: { "@type": "Person", name: "Ane Åkjær" },
      copyrightNotice: "© Kommunen",
    });
    const { contentUrl } = imageObjectOn("da/fotos/bro/index.html");
    expect(room.site.has(String(contentUrl).replace("https://presse.example/", ""))).toBe(true);
  });

  it("answers that it is gone when the consent ends, and the lists are without it", async () => {
    room.sources.commit(consented(smallNewsroom, "bro", "2026-03-19"), { forced: true });
    await room.publishAt("2026-03-16T12:00:00Z");
    expect(text("da/fotos/person/aase-oersted/index.html")).toContain('href="/da/fotos/bro/"');
    await room.publishAt("2026-03-19T23:00:00Z");
    expect(room.site.get("da/fotos/bro/index.html")?.answer?.status).toBe(410);
    expect(text("da/fotos/bro/index.html")).not.toMatch(/Åse|Bro set fra siden/);
    expect(room.site.has("da/fotos/person/aase-oersted/index.html")).toBe(false);
    expect(text("da/fotos/index.html")).not.toContain("/da/fotos/bro/");
    expect(text("da/fotos/maaned/2026-03/index.html")).toContain("Der er ingen fotos her.");
  });
});

describe("the lists of photos", () => {
  it("lead to people, programmes and months, and count", () => {
    const page = text("da/fotos/index.html");
    for (const said of [
      '<a href="/da/fotos/person/per-oere/">Per Øre</a> (1)',
      '<a href="/da/fotos/program/cykler/">Cykler</a> (1)',
      '<a href="/da/fotos/maaned/2026-03/">Marts 2026</a>',
      "Egnet til tryk (0)",
      "mindst 3000 × 2000 pixel",
    ])
      expect(page).toContain(said);
    expect(text("da/fotos/samling/portraetter/index.html")).toContain('href="/da/fotos/ane/"');
  });

  it("of a person lead to those who are with them, and not to themselves", () => {
    const page = text("da/fotos/person/per-oere/index.html");
    expect(page).toContain('<a href="/da/fotos/person/ane-aakjaer/">Ane Åkjær</a> (1)');
    expect(page).not.toContain('<a href="/da/fotos/person/per-oere/">Per Øre</a> (');
  });

  it.each([
    [60, false],
    [61, true],
  ])("of %i photos say where the older ones are, if there are any: %s", async (count, isCut) => {
    const ids = Array.from({ length: count }, (_, index) => `f${index}`);
    const extra = `programme: cykler\nphotos: [${ids.join(", ")}]`;
    room.sources.commit(
      {
        ...changed(smallNewsroom, "releases/2026/bro/da.md", "programme: cykler\n", ""),
        ...release("2026/mange", { id: "mange", title: "Mange", date: "2026-03-14", extra }),
        ...Object.fromEntries(
          ids.flatMap((id) => [
            [
              `photos/${id}.yaml`,
              String(smallNewsroom["photos/bro.yaml"]).replace("licence:", "people: [Ib Å]\nlicence:"),
            ],
            [`photos/${id}.jpg`, smallNewsroom["photos/bro.jpg"] ?? ""],
          ]),
        ),
      },
      { forced: true },
    );
    const [publication] = await room.publishAt("2026-03-16T12:00:00Z");
    expect(publication?.problems).toEqual([]);
    for (const list of ["da/fotos/program/cykler", "da/fotos/person/ib-aa", "en/photos/programme/cykler"]) {
      const page = text(`${list}/index.html`);
      expect([list, page.match(/<li class="of-/g)?.length]).toEqual([list, 60]);
      expect([list, page.includes('href="#by-month"')]).toEqual([list, isCut]);
      expect([list, page.includes(`<a href="/${list}/2026-03/">`)]).toEqual([list, isCut]);
      expect(text(`${list}/2026-03/index.html`).match(/<li class="of-/g)).toHaveLength(count);
    }
    expect(text("da/fotos/index.html")).toContain('id="by-month"');
    expect(text("da/fotos/maaned/2026-03/index.html").match(/<li class="of-/g)).toHaveLength(count + 1);
  });

  it("hold nothing of what is under embargo, and from its instant all of it", async () => {
    const loefte = { id: "loefte", title: "Et løfte", date: "2026-04-09", embargo: "2026-04-20T06:00" };
    room.sources.commit({
      ...withPeople,
      ...release("2026/loefte", { ...loefte, extra: "photos: [hemmelig]" }),
      "photos/hemmelig.yaml": String(withPeople["photos/bro.yaml"])
        .replaceAll("Bro ", "Fjordbro ")
        .replace("Per Øre", "Ib Hemmelig"),
      "photos/hemmelig.jpg": withPeople["photos/bro.jpg"] ?? "",
    });
    await room.publishAt("2026-03-16T12:00:00Z");
    expect(JSON.stringify([...room.site]).toLowerCase()).not.toMatch(/hemmelig|fjordbro|maaned\/2026-04/);
    await room.publishAt("2026-04-20T04:00:00Z");
    expect(text("da/fotos/person/ib-hemmelig/index.html")).toContain('href="/da/fotos/hemmelig/"');
    expect(text("da/fotos/maaned/2026-04/index.html")).toContain('href="/da/fotos/hemmelig/"');
  });

  it("of other months are not made anew for a photo that comes", async () => {
    room.sources.commit({
      ...withPeople,
      ...release("2026/ny", { id: "ny", title: "Ny", date: "2026-04-01", extra: "photos: [ny]" }),
      "photos/ny.yaml": String(smallNewsroom["photos/bro.yaml"]).replaceAll("Bro ", "Ny "),
      "photos/ny.jpg": smallNewsroom["photos/bro.jpg"] ?? "",
    });
    const [publication] = await room.publishAt("2026-04-02T12:00:00Z");
    const lists = publication?.changed.filter((key) => /^(?:da\/fotos|en\/photos)\//.test(key)) ?? [];
    expect(lists.toSorted()).toEqual([
      "da/fotos/index.html",
      "da/fotos/maaned/2026-04/index.html",
      "da/fotos/ny/index.html",
      "en/photos/index.html",
      "en/photos/month/2026-04/index.html",
      "en/photos/ny/index.html",
    ]);
  });
});

/** So many months, the newest of them February 2026, with releases on the programme that show Per Øre, two photos each. */
function months(count: number): Files {
  const files: Record<string, string | Uint8Array> = { ...smallNewsroom };
  for (let back = 0; back < count; back += 1) {
    const month = new Date(Date.UTC(2026, 1 - back)).toISOString().slice(0, 7);
    const ids = [`a-${month}`, `b-${month}`];
    for (const id of ids) Object.assign(files, photoOf(id, "Per Øre"));
    const extra = `programme: cykler\nphotos: [${ids.join(", ")}]`;
    const told = { id: `r-${month}`, title: `Nyt fra ${month}`, date: `${month}-10`, extra };
    Object.assign(files, release(`${month.slice(0, 4)}/r-${month}`, told));
  }
  return files;
}

function photoOf(id: string, ...people: readonly string[]): Files {
  const sidecar = String(smallNewsroom["photos/bro.yaml"])
    .replaceAll("Bro ", `Motiv ${id} `)
    .replace("licence:", `people: [${people.join(", ")}]\nlicence:`);
  return { [`photos/${id}.yaml`]: sidecar, [`photos/${id}.jpg`]: smallNewsroom["photos/bro.jpg"] ?? "" };
}

/** The photos that a reader finds who comes to a list and follows its months. */
function reached(list: string): readonly string[] {
  const pages = [list, ...linked(list, new RegExp(`<li><a href="/(${list}[0-9-]+/)">`, "g"))];
  const ids = pages.flatMap((page) => linked(page, /<li class="of-[^>]*><a href="[^"]*\/([^/"]+)\/"/g));
  return [...new Set(ids)].toSorted();
}
const linked = (page: string, pattern: RegExp) =>
  [...text(`${page}index.html`).matchAll(pattern)].map(([, found = ""]) => found);

describe("the photos of one person or programme, of many years", () => {
  const lists = [
    "da/fotos/person/per-oere/",
    "en/photos/person/per-oere/",
    "da/fotos/program/cykler/",
    "en/photos/programme/cykler/",
  ];

  it.each(lists)("are all reached from %s", async (list) => {
    const files = months(40);
    room.sources.commit(files, { forced: true });
    const [publication] = await room.publishAt("2026-03-16T12:00:00Z");
    expect(publication?.problems).toEqual([]);
    const all = Object.keys(files).flatMap((path) => /^photos\/([ab]-.*)\.jpg$/.exec(path)?.[1] ?? []);
    const found = reached(list);
    expect(found.filter((id) => /^[ab]-/.test(id))).toEqual(all.toSorted());
    expect(all).toHaveLength(80);
    expect(text(`${list}index.html`).match(/<li class="of-/g)).toHaveLength(60);
  });

  it("are told apart by month: each page names its list, its month and nobody else's photos", async () => {
    const other = release("2026/andre", {
      id: "andre",
      title: "Andre",
      date: "2026-02-11",
      extra: "photos: [ib]",
    });
    room.sources.commit({ ...months(3), ...other, ...photoOf("ib", "Ib Å") }, { forced: true });
    await room.publishAt("2026-03-16T12:00:00Z");
    const page = text("da/fotos/person/per-oere/2026-02/index.html");
    expect(page).toContain("<h1>Fotos: Per Øre · Februar 2026</h1>");
    expect(page).toContain('<li><a href="/da/fotos/person/per-oere/">Per Øre</a></li>');
    expect(reached("da/fotos/person/per-oere/2026-02/")).toEqual(["a-2026-02", "b-2026-02"]);
    expect(reached("en/photos/programme/cykler/2026-01/")).toEqual(["a-2026-01", "b-2026-01"]);
    expect(reached("da/fotos/person/ib-aa/")).toEqual(["ib"]);
    // One month that has them all would be the same list again.
    expect(text("da/fotos/person/ib-aa/index.html")).not.toContain("by-month");
  });

  it("come by month with the end of an embargo, and go with the end of a consent or with their release", async () => {
    const secretMonth = release("2026/april", {
      id: "april",
      title: "April",
      date: "2026-04-02",
      embargo: "2026-04-20T06:00",
      extra: "programme: cykler\nphotos: [a-2026-04]",
    });
    const files = { ...months(3), ...secretMonth, ...photoOf("a-2026-04", "Per Øre") };
    const until = "Per Øre, { name: Ib Å, consent: { basis: consent, until: 2026-05-01 } }";
    const agreed = changed(files, "photos/a-2026-04.yaml", "people: [Per Øre]", `people: [${until}]`);
    room.sources.commit(agreed, { forced: true });
    const has = (month: string) =>
      lists.map((list) => [
        text(`${list}index.html`).includes(`<a href="/${list}${month}/">`),
        room.site.has(`${list}${month}/index.html`),
      ]);
    const [everywhere, nowhere] = [lists.map(() => [true, true]), lists.map(() => [false, false])];
    await room.publishAt("2026-04-20T03:58:00Z");
    expect([has("2026-02"), has("2026-04")]).toEqual([everywhere, nowhere]);
    await room.publishAt("2026-04-20T04:00:00Z");
    expect(has("2026-04")).toEqual(everywhere);
    await room.publishAt("2026-05-01T22:00:00Z");
    expect([has("2026-02"), has("2026-04")]).toEqual([everywhere, nowhere]);

    const taken =
      "withdrawn:\n  date: 2026-03-12T10:00\n  reason: { da: Det var forkert., en: It was wrong. }\nphotos:";
    room.sources.commit(changed(agreed, "releases/2026/r-2026-02/da.md", "photos:", taken), { forced: true });
    await room.publishAt("2026-05-02T12:00:00Z");
    expect([has("2026-02"), has("2026-01")]).toEqual([nowhere, everywhere]);
  });

  it("change with a photo that somebody else turns out to be in, and with one that cannot be opened", async () => {
    const files = months(3);
    room.sources.commit(files, { forced: true });
    await room.publishAt("2026-03-16T12:00:00Z");
    room.sources.commit({ ...files, ...photoOf("a-2026-02", "Ib Å"), "photos/b-2026-02.jpg": "GIF89a" });
    await room.publishAt("2026-03-16T12:01:00Z");
    expect(reached("da/fotos/person/ib-aa/")).toEqual(["a-2026-02"]);
    expect(room.site.has("da/fotos/person/ib-aa/2026-02/index.html")).toBe(true);
    expect(room.site.has("da/fotos/person/per-oere/2026-02/index.html")).toBe(false);
    expect(text("da/fotos/person/per-oere/index.html")).not.toContain("2026-02/");
    expect(reached("da/fotos/program/cykler/2026-02/")).toEqual(["a-2026-02"]);
  });

  it("are there before a list leads to them: with a photo that comes with its release, and with all made again", async () => {
    const files = months(3);
    room.sources.commit(files, { forced: true });
    await room.publishAt("2026-03-16T12:00:00Z");
    const broken: string[] = [];
    room.onChange((key) =>
      broken.push(...brokenLinks(room.site, "https://presse.example").map((link) => `after ${key}: ${link}`)),
    );
    const extra = "programme: cykler\nphotos: [ny]";
    const fresh = release("2026/ny", { id: "ny", title: "Ny", date: "2026-03-14", extra });
    const withFresh = { ...files, ...fresh, ...photoOf("ny", "Per Øre") };
    room.sources.commit(withFresh);
    await room.publishAt("2026-03-16T12:01:00Z");
    expect(reached("da/fotos/person/per-oere/2026-03/")).toEqual(["ny"]);
    // The photo is an old one, and every page is another.
    const again = { id: "igen", title: "Igen", date: "2025-11-14", extra: "photos: [ny]" };
    const renamed = changed(withFresh, "newsroom.yaml", "da: Presserum", "da: Pressen");
    room.sources.commit({ ...renamed, ...release("2025/igen", again) });
    await room.publishAt("2026-03-16T12:02:00Z");
    expect(reached("da/fotos/person/per-oere/2025-11/")).toEqual(["ny"]);
    expect(broken).toEqual([]);
  });

  it("cost one release as much after eighteen years as after six", async () => {
    const costs: { readonly calls: number; readonly lists: readonly string[] }[] = [];
    for (const count of [72, 216]) {
      room = memoryPressRoom();
      const files = months(count);
      room.sources.commit(files);
      await room.publishAt("2026-03-16T12:00:00Z");
      const before = room.faults.calls();
      const extra = "programme: cykler\nphotos: [ny]";
      const fresh = release("2026/ny", { id: "ny", title: "Ny", date: "2026-03-14", extra });
      room.sources.commit({ ...files, ...fresh, ...photoOf("ny", "Per Øre") });
      const [publication] = await room.publishAt("2026-03-16T12:01:00Z");
      const changedKeys = publication?.changed ?? [];
      costs.push({
        calls: room.faults.calls() - before,
        lists: changedKeys.filter((key) => /^(?:da\/fotos|en\/photos)\/p/.test(key)).toSorted(),
      });
    }
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[0]?.lists).toEqual(
      lists.flatMap((list) => [`${list}2026-03/index.html`, `${list}index.html`]).toSorted(),
    );
  }, 240_000);
});
