import { beforeEach, describe, expect, it } from "vitest";
import type { Kit } from "../../functions/site/kit/kit.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import { changed, consented, release, smallNewsroom, withdrawn } from "../support/small-newsroom.ts";
import { saysBytes } from "../support/stand-in-renditions.ts";

const key = "da/2026/03/en-bro.zip";
let room: MemoryPressRoom;
beforeEach(() => {
  room = memoryPressRoom();
});

function kit(of: string = key): Kit | undefined {
  const body = room.site.get(of)?.body;
  return body !== undefined && "kit" in body ? body.kit : undefined;
}

function names(of?: string): readonly string[] {
  return (kit(of)?.files ?? []).map(({ name }) => name);
}

function textIn(name: string): string {
  const file = kit()?.files.find((one) => one.name.endsWith(name));
  return file !== undefined && "text" in file ? file.text : "";
}

describe("a release's press kit", () => {
  it("holds originals, captions, licences, contacts and text, in each language under its own names", async () => {
    room.sources.commit(smallNewsroom);
    await room.publishAt("2026-03-15T12:00:00Z");
    expect(names()).toEqual([
      "en-bro/pressemeddelelse.txt",
      "en-bro/billedtekster.txt",
      "en-bro/billedtekster.csv",
      "en-bro/licenser.txt",
      "en-bro/kontakter.vcf",
      "en-bro/fotos/bro.jpg",
    ]);
    expect(names("en/2026/03/en-bro-in-english.zip")).toContain("en-bro-in-english/photos/bro.jpg");
    expect(textIn("pressemeddelelse.txt")).toContain("Brødtekst.");
    expect(textIn("billedtekster.csv")).toContain('"fotos/bro.jpg";"Bro en dag i marts";"Kommunen"');
    expect(textIn("kontakter.vcf")).toContain("FN:Ane Åkjær");
    expect(textIn("licenser.txt")).toContain("https://creativecommons.org/publicdomain/zero/1.0/");
  });

  it("is there for releases with photos alone: the text has addresses of its own", async () => {
    room.sources.commit(smallNewsroom);
    await room.publishAt("2026-03-15T12:00:00Z");
    expect([...room.site.keys()].filter((one) => one.endsWith(".zip"))).toEqual([
      key,
      "en/2026/03/en-bro-in-english.zip",
    ]);
  });

  it("is made anew at the same address when a caption changes, and left alone when nothing in it does", async () => {
    room.sources.commit(smallNewsroom);
    await room.publishAt("2026-03-15T12:00:00Z");
    const before = room.site.get(key)?.digest;
    room.sources.commit(changed(smallNewsroom, "bodies/raadet.yaml", "da: Beslutter", "da: Vedtager"));
    await room.publishAt("2026-03-15T12:01:00Z");
    expect(room.site.get(key)?.digest).toBe(before);
    room.sources.commit(changed(smallNewsroom, "photos/bro.yaml", "en dag i marts", "en dag i maj"));
    await room.publishAt("2026-03-15T12:02:00Z");
    expect(textIn("billedtekster.txt")).toContain("Bro en dag i maj");
  });

  it("loses a photo by the hour when a consent ends, and says so in its licences until then", async () => {
    room.sources.commit(consented(smallNewsroom, "bro", "2026-03-19"));
    await room.publishAt("2026-03-15T12:00:00Z");
    expect(textIn("licenser.txt")).toContain("Må vises til og med 19. marts 2026.");
    await room.publishAt("2026-03-19T23:00:00Z");
    expect(names()).toEqual(["en-bro/pressemeddelelse.txt", "en-bro/kontakter.vcf"]);
  });

  it("of a release under embargo is asked for ahead as it will be, and stands nowhere until then", async () => {
    const loefte = { id: "loefte", title: "Et løfte", date: "2026-03-09", embargo: "2026-03-20T06:00" };
    room.sources.commit({
      ...smallNewsroom,
      ...release("2026/loefte", { ...loefte, extra: "photos: [bro]" }),
    });
    await room.publishAt("2026-03-15T12:00:00Z");
    const ahead = room.kits.map(({ files }) => files[0]?.name);
    expect(ahead).toEqual(["et-loefte/pressemeddelelse.txt", "et-loefte-in-english/press-release.txt"]);
    expect([...room.site.keys()].filter((one) => one.includes("loefte"))).toEqual([]);
    await room.publishAt("2026-03-20T05:00:00Z");
    expect(kit("da/2026/03/et-loefte.zip")).toEqual(room.kits[0]);
  });

  it("is as large as one object may be, and where it would be larger the page says why there is none", async () => {
    const page = "da/2026/03/en-bro/index.html";
    const pageOf = (of: string): string => {
      const body = room.site.get(of)?.body;
      return body !== undefined && "text" in body ? body.text : "";
    };
    const said = [
      "Fotos og tekster fylder tilsammen 5,4\u00A0GB, mere end én zip-fil kan rumme her. Hent hvert foto for sig: linket til originalen står under billedet.",
      "Photos and texts are 5.4\u00A0GB together, more than one zip file can hold here. Download each photo by itself: the link to the original is below the picture.",
    ];
    const photo = (bytes: number) =>
      Buffer.concat([Buffer.from(smallNewsroom["photos/bro.jpg"] ?? ""), Buffer.from(saysBytes(bytes))]);
    const heavy = (bytes: number) => ({
      ...changed(smallNewsroom, "releases/2026/bro/da.md", "photos: [bro]", "photos: [bro, ane]"),
      "photos/bro.jpg": photo(Math.floor(bytes / 2)),
      "photos/ane.jpg": photo(Math.ceil(bytes / 2)),
    });
    room.sources.commit(heavy(5 * 1024 ** 3 - 10_000));
    await room.publishAt("2026-03-15T12:00:00Z");
    expect(names()).toContain("en-bro/fotos/bro.jpg");
    expect(pageOf(page)).toContain('<a href="/da/2026/03/en-bro.zip">Hent pressemateriale</a>');
    expect(pageOf(page)).not.toContain(said[0]);

    room.sources.commit(heavy(5 * 1024 ** 3));
    await room.publishAt("2026-03-15T12:01:00Z");
    expect([...room.site.keys()].filter((one) => one.endsWith(".zip"))).toEqual([]);
    for (const [of, words] of [
      [page, said[0]],
      ["en/2026/03/en-bro-in-english/index.html", said[1]],
    ] as const) {
      expect(pageOf(of)).toContain(words);
      expect(pageOf(of)).not.toContain(".zip");
      const [original = ""] = /(?<=href="\/)photos\/[^"]*\/bro\.jpg(?=")/.exec(pageOf(of)) ?? [];
      expect(room.site.has(original)).toBe(true);
    }
  });

  it("of a release that was withdrawn answers that it is gone", async () => {
    room.sources.commit(smallNewsroom);
    await room.publishAt("2026-03-15T12:00:00Z");
    room.sources.commit(withdrawn(smallNewsroom));
    await room.publishAt("2026-03-15T12:01:00Z");
    expect(room.site.get(key)?.answer?.status).toBe(410);
  });
});
