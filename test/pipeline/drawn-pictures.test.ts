import { beforeEach, describe, expect, it } from "vitest";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import { changed, consented, release, smallNewsroom, without } from "../support/small-newsroom.ts";
import type { Files } from "../support/memory-sources.ts";
import { cutOff } from "../support/stand-in-renditions.ts";

const noon = "2026-03-15T12:00:00.000Z";
const base = "https://presse.example";
/** "En sti" has no photo, "En bro" has one. */
const [path, bridge] = ["da/2026/03/en-sti/index.html", "da/2026/03/en-bro/index.html"];
const da = "releases/2026/sti/da.md";

let room: MemoryPressRoom;
beforeEach(() => {
  room = memoryPressRoom();
});

async function published(files: Files, instant = noon): Promise<void> {
  room.sources.commit(files, { forced: true });
  const [publication] = await room.publishAt(instant);
  expect(publication?.outcome).toBe("published");
}

const drawnKeys = () => [...room.site.keys()].filter((key) => key.startsWith("pictures/"));
const heldKeys = () => [...room.held].filter((key) => key.startsWith("pictures/"));

function textAt(key: string): string {
  const body = room.site.get(key)?.body;
  return body !== undefined && "text" in body ? body.text : "";
}

/** What a page says of the pictures that are shown of it elsewhere, each as a program reads it, the first first. */
function shownOf(key: string): readonly Readonly<Record<string, string>>[] {
  const shown: Record<string, string>[] = [];
  for (const [, name = "", content = ""] of textAt(key).matchAll(
    /<meta property="(og:image[^"]*)" content="([^"]*)">/g,
  )) {
    if (name === "og:image") shown.push({ [name]: content });
    else Object.assign(shown.at(-1) ?? {}, { [name]: content });
  }
  return shown;
}

const keysOf = (key: string) => shownOf(key).map((one) => one["og:image"]?.slice(`${base}/`.length) ?? "");
const imageKey = (key: string) => keysOf(key)[0] ?? "";
/** Those of one release. */
const drawnOf = (id: string) => drawnKeys().filter((key) => key.startsWith(`pictures/${id}/`));
/** "En bro", which has a photo, is in both languages as well: it is drawn, too. */
const everyDrawn = 4;

describe("a release without a photo", () => {
  it("has a picture in each language, which its page names with size and words", async () => {
    await published(smallNewsroom);
    const drawn = room.drawn.map(({ picture }) => picture).filter(({ release: id }) => id === "sti");
    expect(drawn.map((picture) => [picture.locale, picture.headline, picture.day])).toEqual([
      ["da", "En sti", "12. marts 2026"],
      ["en", "En sti in English", "12 March 2026"],
    ]);
    expect(drawnOf("sti")).toHaveLength(2);
    const { publisher = "" } = drawn[0] ?? {};
    const [shown, ...others] = shownOf(path);
    expect(others).toEqual([]);
    expect(shown).toEqual({
      "og:image": expect.stringMatching(/^https:\/\/[^/]+\/pictures\/sti\/[0-9a-f]{16}\.png$/),
      "og:image:type": "image/png",
      "og:image:width": "1200",
      "og:image:height": "630",
      "og:image:alt": `En sti – ${publisher}, 12. marts 2026`,
    });
    expect(textAt(path)).toContain(`"image":["${shown?.["og:image"]}"]`);
    for (const page of [path, "en/2026/03/en-sti-in-english/index.html"])
      expect(room.site.get(imageKey(page))).toMatchObject({
        contentType: "image/png",
        cacheControl: expect.stringContaining("immutable"),
      });
    expect(imageKey(path)).not.toBe(imageKey("en/2026/03/en-sti-in-english/index.html"));
  });

  it("is shown by nothing else: the program that takes one picture is told of this one", async () => {
    await published(smallNewsroom);
    const [shown] = shownOf(path);
    expect(textAt(path)).toContain(`<meta name="twitter:image" content="${shown?.["og:image"]}">`);
    expect(textAt(path)).toContain(`<meta name="twitter:image:alt" content="${shown?.["og:image:alt"]}">`);
  });

  it("holds nothing of it any more once it is on the site", async () => {
    await published(smallNewsroom);
    expect(room.drawn).not.toEqual([]);
    expect(heldKeys()).toEqual([]);
  });

  it("gets another picture with another headline: it comes before the page, and the old one goes after it", async () => {
    await published(smallNewsroom);
    const before = imageKey(path);
    const seen: string[] = [];
    room.onChange((key) => seen.push(key));
    await published(changed(smallNewsroom, da, "title: En sti", "title: En <b>ny</b> sti\nslug: en-sti"));
    const after = imageKey(path);
    expect(drawnKeys()).toContain(after);
    expect(drawnKeys()).not.toContain(before);
    expect(drawnKeys()).toHaveLength(everyDrawn);
    expect(seen.indexOf(after)).toBeGreaterThanOrEqual(0);
    expect(seen.indexOf(after)).toBeLessThan(seen.indexOf(path));
    expect(seen.indexOf(path)).toBeLessThan(seen.indexOf(before));
    expect(heldKeys()).toEqual([]);
  });

  it("keeps its picture when only its text changes: nothing is drawn", async () => {
    await published(smallNewsroom);
    const [key, drawn] = [imageKey(path), room.drawn.length];
    await published(changed(smallNewsroom, da, "Brødtekst.", "Anden brødtekst."));
    expect(textAt(path)).toContain("Anden brødtekst.");
    expect([imageKey(path), room.drawn.length]).toEqual([key, drawn]);
  });

  it("has all drawn anew in other colours, and the old ones are gone", async () => {
    await published(smallNewsroom);
    const before = drawnKeys();
    const other = 'colours: { light: { accent: "#7a1f5c" } }\n';
    await published({
      ...smallNewsroom,
      "newsroom.yaml": `${other}${String(smallNewsroom["newsroom.yaml"])}`,
    });
    expect(drawnKeys()).toHaveLength(before.length);
    expect(drawnKeys().filter((key) => before.includes(key))).toEqual([]);
    expect(room.drawn.at(-1)?.picture.colours.accent).toBe("#7a1f5c");
  });

  it("has a picture of its own where another says the same on the same day", async () => {
    const said = { id: "tvilling", title: "En sti", date: "2026-03-12", extra: "slug: en-anden-sti" };
    const twin = changed(
      release("2026/tvilling", said),
      "releases/2026/tvilling/en.md",
      "---\ntitle",
      "---\nslug: another-path\ntitle",
    );
    await published({ ...smallNewsroom, ...twin });
    expect(drawnOf("tvilling")).toHaveLength(2);
    await published(smallNewsroom);
    expect(drawnKeys()).toHaveLength(everyDrawn);
    expect(drawnKeys()).toContain(imageKey(path));
  });

  it("takes its picture with it when it is taken back", async () => {
    await published(smallNewsroom);
    const said = "withdrawn:\n  date: 2026-03-14T10:00\n  reason: { da: Fejl., en: Mistake. }\nlead:";
    await published(changed(smallNewsroom, da, "lead:", said));
    expect(drawnOf("sti")).toEqual([]);
    expect(shownOf(path)).toEqual([]);
  });

  it("has it again after everything but the sources is lost", async () => {
    await published(smallNewsroom);
    const before = drawnKeys();
    await room.loseEverythingButSources();
    await room.publishAt(noon);
    expect(drawnKeys()).toEqual(before);
  });
});

describe("a release with a photo", () => {
  it("is shown by its photo first, and then by its headline in the page's language", async () => {
    await published(smallNewsroom);
    const english = "en/2026/03/en-bro-in-english/index.html";
    for (const [page, photo, headline] of [
      [bridge, "Bro set fra siden", "En bro – "],
      [english, "Bro from the side", "En bro in English – "],
    ] as const) {
      const [first, second, ...others] = shownOf(page);
      expect(others).toEqual([]);
      expect(first).toMatchObject({
        "og:image": expect.stringMatching(/\/photos\/.*social\.jpg$/),
        "og:image:type": "image/jpeg",
        "og:image:alt": photo,
      });
      expect(second).toMatchObject({
        "og:image": expect.stringMatching(/\/pictures\/bro\/[0-9a-f]{16}\.png$/),
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": expect.stringContaining(headline),
      });
      expect(textAt(page)).toContain(`<meta name="twitter:image" content="${first?.["og:image"]}">`);
      for (const key of keysOf(page)) expect(room.site.has(key)).toBe(true);
    }
    expect(keysOf(bridge)[1]).not.toBe(keysOf(english)[1]);
  });

  it("is told of to search engines by its photo alone: they want what the page shows", async () => {
    await published(smallNewsroom);
    const [, images] = /"image":\[([^\]]*)\]/.exec(textAt(bridge)) ?? [];
    expect(images).toMatch(/^"[^"]*\/photos\/.*\.jpg"$/);
    expect(images).not.toContain("/pictures/");
  });

  it("has its picture drawn again with another headline and not with another photo", async () => {
    await published(smallNewsroom);
    const [photo, drawn] = keysOf(bridge);
    await published(changed(smallNewsroom, "releases/2026/bro/da.md", "photos: [bro]", "photos: [ane, bro]"));
    expect(keysOf(bridge)[0]).not.toBe(photo);
    expect(keysOf(bridge)[1]).toBe(drawn);
    await published(
      changed(smallNewsroom, "releases/2026/bro/da.md", "title: En bro", "title: To broer\nslug: en-bro"),
    );
    expect(keysOf(bridge)[0]).toBe(photo);
    expect(keysOf(bridge)[1]).not.toBe(drawn);
    expect(drawnKeys()).toHaveLength(everyDrawn);
  });
});

describe("a release whose photo may not be shown", () => {
  it("is shown by its headline alone from the instant on at which a consent ends, and nothing is drawn for that", async () => {
    await published(consented(smallNewsroom, "bro", "2026-03-20"));
    const [photo, headline] = keysOf(bridge);
    const { length } = room.drawn;
    expect(photo).toMatch(/social\.jpg$/);
    await room.publishAt("2026-03-22T00:00:00.000Z");
    expect(keysOf(bridge)).toEqual([headline]);
    expect(room.site.has(imageKey(bridge))).toBe(true);
    expect(room.drawn).toHaveLength(length);
  });

  it("is shown by its headline alone while its file cannot be opened, and by its photo first afterwards", async () => {
    await published({
      ...smallNewsroom,
      "photos/bro.jpg": `${String(smallNewsroom["photos/bro.jpg"])}${cutOff}`,
    });
    expect(imageKey(bridge)).toMatch(/^pictures\/bro\//);
    const alone = keysOf(bridge);
    await published(smallNewsroom);
    expect(keysOf(bridge)).toEqual([expect.stringMatching(/social\.jpg$/), ...alone]);
  });

  it("is shown by the next of its photos where there is one", async () => {
    const both = changed(smallNewsroom, "releases/2026/bro/da.md", "photos: [bro]", "photos: [bro, ane]");
    await published(consented(both, "bro", "2026-03-13"));
    expect(imageKey(bridge)).toMatch(/^photos\/.*social\.jpg$/);
    expect(shownOf(bridge)[0]?.["og:image:alt"]).toBe("Ane set fra siden");
  });
});

describe.each([
  ["without a photo", {}],
  ["with a photo", { extra: "photos: [ane]" }],
])("a release under embargo %s", (_, keys) => {
  const [waits, ends] = ["2026-03-20T04:59:30.000Z", "2026-03-20T05:00:00.000Z"];
  const content = {
    ...without(without(smallNewsroom, "releases/2026/sti"), "releases/2026/bro"),
    ...release("2026/loefte", {
      id: "loefte",
      title: "Fjordbroen",
      date: "2026-03-09",
      embargo: "2026-03-20T06:00",
      ...keys,
    }),
  };

  it("has its picture drawn before the instant, and on the site from the instant on, when nothing is drawn", async () => {
    await published(content, "2026-03-19T12:00:00.000Z");
    expect([drawnKeys(), room.drawn]).toEqual([[], []]);
    const early: string[] = [];
    room.onChange((key) => {
      if (room.now() < ends) early.push(key);
    });
    await room.publishAt(waits);
    expect(early).toEqual([]);
    expect(room.drawn.map(({ at }) => at)).toEqual([waits, waits]);
    const page = "da/2026/03/fjordbroen/index.html";
    expect(drawnKeys()).toContain(keysOf(page).at(-1));
    expect(heldKeys()).toEqual([]);
  });

  it("has it drawn at the instant where nobody waited for it", async () => {
    await published(content, "2026-03-19T12:00:00.000Z");
    await room.publishAt("2026-03-20T05:00:10.000Z");
    expect(drawnKeys()).toHaveLength(2);
  });
});
