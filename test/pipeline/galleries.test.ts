import { beforeEach, describe, expect, it } from "vitest";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
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
    for (const [list, months] of [
      ["da/fotos/program/cykler", "/da/fotos/#by-month"],
      ["da/fotos/person/ib-aa", "/da/fotos/#by-month"],
      ["en/photos/programme/cykler", "/en/photos/#by-month"],
    ]) {
      const page = text(`${list}/index.html`);
      expect([list, page.match(/<li class="of-/g)?.length]).toEqual([list, 60]);
      expect([list, page.includes(`href="${months}"`)]).toEqual([list, isCut]);
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
