import { describe, expect, it } from "vitest";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { short } from "../support/problems.ts";
import {
  changed,
  corrected,
  moved,
  release,
  smallNewsroom,
  withdrawn,
  without,
} from "../support/small-newsroom.ts";

const now = "2026-03-15T12:00:00Z";
const da = "releases/2026/bro/da.md";
const en = "releases/2026/bro/en.md";
const path = "da/2026/03/en-bro/index.html";

async function published(files: Files = smallNewsroom): Promise<MemoryPressRoom> {
  const room = memoryPressRoom();
  room.sources.commit(files);
  await room.publishAt(now);
  return room;
}

/** What is told of the next commit; empty where it is live. */
async function toldOf(room: MemoryPressRoom, files: Files): Promise<readonly string[]> {
  room.sources.commit(files);
  const [publication] = await room.publishAt(now);
  return publication?.problems.map(short) ?? ["nothing was published"];
}

describe("a published release", () => {
  const mistakes: readonly (readonly [string, Files, ...string[]])[] = [
    [
      "changed without a word",
      changed(smallNewsroom, da, "Brødtekst.", "Anden tekst."),
      `${da}:3:8 correction-missing`,
    ],
    [
      "changed in English without a word",
      changed(smallNewsroom, en, "Brødtekst.", "Other text."),
      `${en}:2:8 correction-missing`,
    ],
    [
      "corrected beside a text that nobody saw",
      changed(corrected(smallNewsroom), "releases/2026/bro/v1.da.md", "Brødtekst.", "Pyntet tekst."),
      "releases/2026/bro/v1.da.md:1:1 earlier-text-altered",
    ],
    ["deleted", without(smallNewsroom, "releases/2026/bro/"), `${da}:1:1 withdrawal-missing`],
    [
      "left without its English text",
      changed(without(smallNewsroom, en), da, "id: bro", "id: bro\nenglish: none"),
      `${da}:2:5 withdrawal-missing`,
    ],
    [
      "given another address",
      changed(smallNewsroom, da, "title: En bro", "title: En bro\nslug: ny-bro"),
      `${da}:4:7 address-lost`,
    ],
    [
      "given another month",
      changed(smallNewsroom, da, "date: 2026-03-10", "date: 2026-02-10"),
      `${en}:2:8 address-lost`,
      `${da}:3:8 address-lost`,
    ],
    [
      "put under an embargo",
      changed(smallNewsroom, da, "photos:", "embargo: 2026-03-20T06:00\nphotos:"),
      `${da}:9:10 embargo-too-late`,
    ],
  ];

  const cases = mistakes.map(([what, files, ...told]) => ({ what, files, told }));
  it.each(cases)("cannot be $what, and nothing changes", async ({ files, told }) => {
    const room = await published();
    const before = [...room.site];
    expect((await toldOf(room, files)).toSorted()).toEqual(told.toSorted());
    expect([...room.site]).toEqual(before);
  });

  it("can be changed in all those ways by somebody who goes back on purpose", async () => {
    for (const [, files] of mistakes) {
      const room = await published();
      room.sources.commit(files, { forced: true });
      const [publication] = await room.publishAt(now);
      expect(publication?.problems).toEqual([]);
    }
  });

  it("can be changed as long as nobody has seen it", async () => {
    const secret = {
      ...smallNewsroom,
      ...release("2026/nyt", {
        id: "nyt",
        title: "Nyt",
        date: "2026-03-09",
        embargo: "2026-03-20T06:00",
      }),
    };
    const room = await published(secret);
    expect(
      await toldOf(room, changed(secret, "releases/2026/nyt/da.md", "title: Nyt", "title: Nyere")),
    ).toEqual([]);
    expect(await toldOf(room, smallNewsroom)).toEqual([]);
  });

  it("can lie in another folder", async () => {
    const moving = Object.fromEntries(
      Object.entries(smallNewsroom).map(([file, bytes]) => [file.replace("2026/bro/", "2026/broen/"), bytes]),
    );
    expect(await toldOf(await published(), moving)).toEqual([]);
  });

  it("is corrected with both texts to be read, word by word and whole", async () => {
    const room = await published();
    expect(await toldOf(room, corrected(smallNewsroom))).toEqual([]);
    const text = (key: string) => {
      const body = room.site.get(key)?.body;
      return body !== undefined && "text" in body ? body.text : "";
    };
    expect(text(path)).toContain("Broen bliver længere.");
    expect(text(path)).toContain('"dateModified":"2026-03-11T08:30:00.000Z"');
    expect(text("da/2026/03/en-bro/history/index.html")).toMatch(/<ins>.*længere bro.*<\/ins>/);
    expect(text("da/versioner/bro/1/index.html")).toContain("Brødtekst.");
    expect(text("da/versioner/bro/2/index.html")).toContain("Brødtekst om en længere bro.");
    expect(text("en/versions/bro/1/index.html")).toContain("Brødtekst.");
    const [, hash = "none"] =
      /<code>([0-9a-f]{64})<\/code>/.exec(text("da/versioner/bro/1/index.html")) ?? [];
    expect(text("da/2026/03/en-bro/history/index.html")).toContain(hash);
  });

  it("says that it was withdrawn, in both languages, and is in no list", async () => {
    const room = await published();
    expect(await toldOf(room, withdrawn(smallNewsroom))).toEqual([]);
    const stone = room.site.get(path);
    expect(stone?.answer).toEqual({ status: 410 });
    expect(JSON.stringify(stone?.body)).toContain("Broen bliver ikke bygget.");
    expect(JSON.stringify(room.site.get("en/2026/03/en-bro-in-english/index.html")?.body)).toContain(
      "The bridge will not be built.",
    );
    const others = [...room.site].filter(([, { answer }]) => answer === undefined);
    expect(others.filter(([, { body }]) => JSON.stringify(body).includes("/en-bro/"))).toEqual([]);
    expect([...room.site.keys()].filter((key) => key.endsWith("/bro.jpg"))).toEqual([]);
  });

  it("sends on who comes by an old address, straight to the newest", async () => {
    const room = await published();
    expect(await toldOf(room, moved(smallNewsroom))).toEqual([]);
    expect(room.site.get(path)?.answer).toEqual({ status: 301, location: "/da/2026/03/ny-bro/" });
    expect(room.site.get("da/sager/broen/index.html")?.answer?.location).toBe("/da/sager/broen-over-aaen/");

    const again = changed(
      changed(moved(smallNewsroom), da, "slug: ny-bro", "slug: nyeste-bro"),
      da,
      "former_addresses: [",
      "former_addresses: [/da/2026/03/ny-bro/, ",
    );
    expect(await toldOf(room, again)).toEqual([]);
    for (const old of ["en-bro", "ny-bro"]) {
      expect(room.site.get(`da/2026/03/${old}/index.html`)?.answer?.location).toBe("/da/2026/03/nyeste-bro/");
    }
  });

  it("may leave for good once it was withdrawn", async () => {
    const room = await published(withdrawn(smallNewsroom));
    expect(await toldOf(room, without(smallNewsroom, "releases/2026/bro/"))).toEqual([]);
    expect(room.site.has(path)).toBe(false);
  });

  it("is not refused for ever: the same commit goes through when it is forced", async () => {
    const room = await published();
    const files = changed(smallNewsroom, da, "Brødtekst.", "Anden tekst.");
    expect(await toldOf(room, files)).toHaveLength(1);
    expect(await room.publishAt(now)).toEqual([]);
    room.sources.commit(files, { forced: true });
    expect((await room.publishAt(now)).map(({ outcome }) => outcome)).toEqual(["published"]);
  });
});

describe("everything again", () => {
  it("is made from the sources alone, to the same bytes, when all else is lost", async () => {
    const room = await published();
    const before = new Map(room.site);
    await room.loseEverythingButSources();
    expect(room.site.size).toBe(0);
    await room.publishAt(now);
    expect(new Map(room.site)).toEqual(before);
  });

  it("is made when it is asked for, once, and mends what was damaged", async () => {
    const room = await published();
    const before = new Map(room.site);
    room.damage("da/index.html");
    expect(await room.publishAt(now)).toEqual([]);
    room.sources.commit(smallNewsroom, { again: "1" });
    await room.publishAt(now);
    expect(new Map(room.site)).toEqual(before);
    expect(await room.publishAt(now)).toEqual([]);
    room.sources.commit(changed(smallNewsroom, "bodies/raadet.yaml", "da: Rådet", "da: Byrådet"));
    const [next] = await room.publishAt(now);
    expect(next?.put).toBeLessThan(20); // and the next commit is only the difference again
  });
});

describe("the accessibility statement", () => {
  const statement = ["da/sider/tilgaengelighed/index.html", "en/pages/accessibility/index.html"];

  it("is where the foot of every page leads, and where /was sends readers", async () => {
    const room = await published();
    expect([...room.site.keys()]).toEqual(expect.arrayContaining(statement));
    expect(room.site.get("was/index.html")?.answer).toEqual({
      status: 301,
      location: "/da/sider/tilgaengelighed/",
    });
    const feet = (locale: string, path: string) =>
      [...room.site]
        .filter(
          ([key, { contentType }]) => key.startsWith(`${locale}/`) && contentType.startsWith("text/html"),
        )
        .filter(([, { body }]) => !("text" in body && body.text.includes(`<a href="${path}">`)));
    expect(feet("da", "/da/sider/tilgaengelighed/")).toEqual([]);
    expect(feet("en", "/en/pages/accessibility/")).toEqual([]);
  });

  it("is not looked for in a newsroom that names none", async () => {
    const room = await published();
    room.sources.commit(changed(smallNewsroom, "newsroom.yaml", "\naccessibility: was", ""));
    await room.publishAt(now);
    expect(room.site.has("was/index.html")).toBe(false);
    expect([...room.site.keys()]).toEqual(expect.arrayContaining(statement)); // it stands, and nothing leads to it
  });
});

describe("what is recorded of a publication", () => {
  it("says what changed on the site, and because of what", async () => {
    const room = await published();
    room.sources.commit(changed(smallNewsroom, "contacts/ane.yaml", "87 28 50 10", "87 28 50 11"));
    const [record] = await room.publishAt(now);
    expect(record).toMatchObject({ outcome: "published", sources: ["contacts/ane.yaml"], overdue: [] });
    expect(record?.because).toMatchObject({ "contact:ane": "contact:ane", "release:bro": "contact:ane" });
    // The card of a contact stands on their page, in the directory, with their body, and on the releases that name them.
    expect(record?.changed.toSorted()).toEqual(
      [
        "da/kontakter/ane.v4.vcf",
        "da/kontakter/ane.vcf",
        "da/kontakter/ane/index.html",
        "da/kontakter/index.html",
        "da/organer/raadet/index.html",
        "da/2026/03/en-bro/index.html",
        ...["json", "md", "txt", "zip"].map((format) => `da/2026/03/en-bro.${format}`),
        "en/contacts/ane.v4.vcf",
        "en/contacts/ane.vcf",
        "en/contacts/ane/index.html",
        "en/contacts/index.html",
        "en/bodies/the-council/index.html",
        "en/2026/03/en-bro-in-english/index.html",
        ...["json", "md", "txt", "zip"].map((format) => `en/2026/03/en-bro-in-english.${format}`),
      ].toSorted(),
    );
  });

  it("names the steps whose day passed without a decision, once", async () => {
    const room = await published();
    const [record] = await room.publishAt("2026-06-18T22:00:00Z"); // midnight in Copenhagen
    expect(record?.overdue).toEqual(["broen#beslutning"]);
    expect(record?.because["case:broen"]).toBe("case:broen, by the hour");
    expect(await room.publishAt("2026-06-19T22:00:00Z")).toEqual([]);
  });

  it("shows a role from its first day to its last, by the newsroom's calendar and without a commit", async () => {
    const roles = [
      "  - { title: { da: Formand, en: Chair }, body: raadet, to: 2026-03-31 }",
      "  - { title: { da: Udvalgsformand, en: Committee chair }, from: 2026-04-01 }",
    ].join("\n");
    const ane = String(smallNewsroom["contacts/ane.yaml"]).replace(/ {2}- title[^]*$/, roles);
    const room = await published({ ...smallNewsroom, "contacts/ane.yaml": ane });
    const pages = [
      "da/kontakter/ane/index.html",
      path,
      "da/organer/raadet/index.html",
      "da/kontakter/ane.vcf",
    ];
    const shown = () =>
      pages.map((key) => {
        const body = room.site.get(key)?.body;
        const text = body !== undefined && "text" in body ? body.text : "";
        return [/Formand/.test(text), /Udvalgsformand/.test(text)];
      });
    const bodies = [true, false];
    expect(shown()).toEqual([bodies, bodies, bodies, bodies]);
    expect(await room.publishAt("2026-03-31T21:59:59.999Z")).toHaveLength(1); // waits for midnight in Copenhagen
    expect(room.now()).toBe("2026-03-31T22:00:00.000Z");
    expect(shown()).toEqual([
      [false, true],
      [true, true], // a release keeps the role of its day, and says what is otherwise today
      [false, false],
      [false, true],
    ]);
  });

  it("is the receipt for a contact who was erased: nothing of them is left, and it lists where they were", async () => {
    const room = await published();
    const [site0, held0] = [new Map(room.site), new Set(room.held)];
    const erased = changed(without(smallNewsroom, "contacts/ane", "photos/ane"), da, "contacts: [ane]\n", "");
    room.sources.commit(erased);
    const [record] = await room.publishAt(now);
    expect(record?.problems).toEqual([]);
    const site = JSON.stringify([...room.site]);
    for (const trace of ["87 28 50 10", "+4587285010", "kontakter/ane", "contacts/ane", "ane-w60"])
      expect(site).not.toContain(trace);
    expect(record?.changed).toEqual(
      expect.arrayContaining(["da/kontakter/ane.vcf", "da/2026/03/en-bro/index.html"]),
    );
    // What was made from the portrait is not held any more; whoever goes back has it made again.
    const left = [...held0].filter((key) => !room.held.has(key));
    expect(left.length).toBe(held0.size / 2);
    room.sources.commit(smallNewsroom, { forced: true });
    await room.publishAt(now);
    expect(new Map(room.site)).toEqual(site0);
    expect(new Set(room.held)).toEqual(held0);
  });

  it("lets go of what a photo was made into when its rights change, and holds what it is made into now", async () => {
    const room = await published();
    const before = new Set(room.held);
    room.sources.commit(changed(smallNewsroom, "photos/bro.yaml", "credit: ", "credit: Ny "));
    await room.publishAt(now);
    expect(room.held.size).toBe(before.size);
    expect([...room.held].filter((key) => !before.has(key)).length).toBe(before.size / 2);
  });
});
