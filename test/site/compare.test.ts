import { beforeAll, describe, expect, it } from "vitest";
import { changedSince, sideBySide } from "../../functions/site/side-by-side.ts";
import type { Pair } from "../../functions/site/side-by-side.ts";
import type { Instant } from "../../functions/content/instant.ts";
import type { Library } from "../../functions/site/library.ts";
import { indexLibrary } from "../../functions/pipeline/index-library.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { moved, smallNewsroom, withdrawn } from "../support/small-newsroom.ts";
import type { PassageView } from "../../templates/version-views.ts";
import { textAt } from "../support/text-at.ts";

const at = "2026-03-15T12:00:00.000Z" as Instant;
const [daFile, enFile] = ["releases/2026/bro/da.md", "releases/2026/bro/en.md"];

/** "En bro" with these texts; the English says that it was made from the first of the Danish ones. */
async function published(
  danish: readonly string[],
  english: string,
): Promise<{ readonly room: MemoryPressRoom; readonly library: Library }> {
  const files = withTexts(danish, english, "000000000000");
  const probe = memoryPressRoom();
  probe.sources.commit(files);
  await probe.publishAt(at);
  const read = await indexLibrary(probe.rows, probe.sources, at).release("bro");
  const first = [...(read?.earlier ?? []), read?.translations][0]?.da.mark ?? "";
  const room = memoryPressRoom();
  room.sources.commit(withTexts(danish, english, first));
  await room.publishAt(at);
  return { room, library: indexLibrary(room.rows, room.sources, at) };
}

function withTexts(danish: readonly string[], english: string, follows: string): Files {
  const texts = danish.map((text, index) => {
    const said = Array.from(
      { length: index === danish.length - 1 ? index : 0 },
      (_, one) =>
        `  - date: 2026-03-1${one + 1}T10:02\n    change: minor\n    note: { da: Rettet ${one}, en: Mended ${one} }`,
    );
    const corrections = said.length === 0 ? "" : `corrections:\n${said.join("\n")}\n`;
    return String(smallNewsroom[daFile]).replace("---\nBrødtekst.", `${corrections}---\n${text}`);
  });
  return {
    ...smallNewsroom,
    ...Object.fromEntries(
      texts.slice(0, -1).map((text, index) => [`releases/2026/bro/v${index + 1}.da.md`, text]),
    ),
    [daFile]: texts.at(-1) ?? "",
    [enFile]: String(smallNewsroom[enFile]).replace(
      "---\nBrødtekst.",
      `follows: "${follows}"\n---\n${english}`,
    ),
  };
}

function words(passage: PassageView | undefined): string {
  if (passage === undefined) return "–";
  if ("text" in passage) return passage.text;
  return "children" in passage && passage.children[0]?.type === "text"
    ? passage.children[0].text
    : passage.type;
}

async function pairsOf(danish: readonly string[], english: string): Promise<readonly Pair[]> {
  const { library } = await published(danish, english);
  const release = await library.release("bro");
  if (release?.translations.en === undefined) throw new Error("The release has no English.");
  return sideBySide(release, release.translations.en);
}

const shown = (pairs: readonly Pair[]) =>
  pairs.map(({ da, en, since }) => `${words(da)} | ${words(en)}${since === "same" ? "" : ` (${since})`}`);

describe("both languages of a release side by side", () => {
  it("are paired passage by passage by what they are, also where one has more than the other", async () => {
    const pairs = await pairsOf(["Et.\n\n## To\n\nTre.\n\nFire."], "One.\n\nAside.\n\n## Two\n\nThree.");
    expect(shown(pairs)).toEqual([
      "En bro | En bro in English",
      "Indledning om En bro. | Lead about En bro.",
      "Et. | One.",
      "– | Aside.",
      "To | Two",
      "Tre. | Three.",
      "Fire. | –",
    ]);
  });

  it("show which passages are others in Danish since the English was made, and push no other aside", async () => {
    const pairs = await pairsOf(
      ["Et.\n\nTo.\n\nTre.\n\nFire.", "Nul.\n\nEt.\n\nTo komma fem.\n\nFire."],
      "One.\n\nTwo.\n\nThree.\n\nFour.",
    );
    expect(shown(pairs).slice(2)).toEqual([
      "Nul. | – (added)",
      "Et. | One.",
      "To komma fem. | Two. (changed)",
      "– | Three. (removed)",
      "Fire. | Four.",
    ]);
    expect(changedSince(pairs)).toBe(3);
  });

  describe("of a release that was corrected twice, and translated between", () => {
    let room: MemoryPressRoom;
    beforeAll(async () => {
      ({ room } = await published(["Et.\n\nTo.", "Et.\n\nTo og en halv.", "Et.\n\nTre."], "One.\n\nTwo."));
    });

    it("name the Danish text that the English follows, with its day, and lead to it", () => {
      for (const key of [
        "en/2026/03/en-bro-in-english/index.html",
        "en/2026/03/en-bro-in-english/compare/index.html",
      ]) {
        const page = textAt(room, key);
        expect(page).toContain(
          'English follows the Danish version of <a href="/da/versioner/bro/1/" hreflang="da"><time datetime="2026-03-09T23:00:00.000Z">10 March 2026</time></a>. One passage of the Danish text has changed since.',
        );
      }
      expect(textAt(room, "da/2026/03/en-bro/compare/index.html")).toContain(
        'Den engelske tekst følger den danske fra <a href="/da/versioner/bro/1/"',
      );
    });

    it("mark the one passage, in words and in both frames", () => {
      const english = textAt(room, "en/2026/03/en-bro-in-english/compare/index.html");
      expect(english.match(/class="change"/g)).toHaveLength(1);
      expect(english).toMatch(
        /Changed in Danish since the translation<\/p>\s*<div lang="da"><p>Tre\.<\/p><\/div>/,
      );
      expect(textAt(room, "da/2026/03/en-bro/compare/index.html")).toContain(
        "Ændret på dansk siden oversættelsen",
      );
    });

    it("are linked from both pages, and each language's leads to the other's", () => {
      for (const page of ["da/2026/03/en-bro", "en/2026/03/en-bro-in-english"])
        expect(textAt(room, `${page}/index.html`)).toContain(`href="/${page}/compare/"`);
      expect(textAt(room, "en/2026/03/en-bro-in-english/compare/index.html")).toContain(
        '<a href="/da/2026/03/en-bro/compare/" lang="da" hreflang="da" rel="alternate">',
      );
    });
  });

  it("say the minute where the followed text is a correction", async () => {
    const { room } = await published(["Et.", "To.", "Tre."], "One.");
    const release = await indexLibrary(room.rows, room.sources, at).release("bro");
    room.sources.commit(withTexts(["Et.", "To.", "Tre."], "One.", release?.earlier[1]?.da.mark ?? ""));
    await room.publishAt(at);
    expect(textAt(room, "en/2026/03/en-bro-in-english/index.html")).toContain(">11 March 2026, 10:02</time>");
  });

  it("are nothing where there is one language, and go with the second", async () => {
    const { room } = await published(["Et."], "One.");
    const { [enFile]: _, ...files } = withTexts(["Et."], "One.", "000000000000");
    room.sources.commit(
      {
        ...files,
        [daFile]: String(files[daFile]).replace("title:", "english: none\ntitle:"),
      },
      { forced: true },
    );
    await room.publishAt(at);
    expect([...room.site.keys()].filter((key) => key.includes("bro") && key.includes("compare"))).toEqual([]);
    expect(textAt(room, "da/2026/03/en-bro/index.html")).not.toContain("compare/");
  });

  it("are gone with 410 when the release is withdrawn", async () => {
    const room = memoryPressRoom();
    room.sources.commit(withdrawn(smallNewsroom));
    await room.publishAt(at);
    for (const page of ["da/2026/03/en-bro", "en/2026/03/en-bro-in-english"])
      expect(room.site.get(`${page}/compare/index.html`)?.answer).toEqual({ status: 410 });
  });

  it("are not there before the embargo ends, and are there from that very millisecond on", async () => {
    const room = memoryPressRoom();
    room.sources.commit({
      ...smallNewsroom,
      [daFile]: String(smallNewsroom[daFile]).replace("title:", "embargo: 2026-03-20T06:00\ntitle:"),
    });
    await room.publishAt("2026-03-20T04:00:00.000Z");
    expect([...room.site.keys()].filter((key) => key.includes("en-bro"))).toEqual([]);
    await room.publishAt("2026-03-20T05:00:00.000Z");
    expect(room.site.has("da/2026/03/en-bro/compare/index.html")).toBe(true);
  });

  it("are found from the address where the release stood before", async () => {
    const room = memoryPressRoom();
    room.sources.commit(smallNewsroom);
    await room.publishAt(at);
    room.sources.commit(moved(smallNewsroom));
    await room.publishAt("2026-03-15T13:00:00Z");
    expect(room.site.get("da/2026/03/en-bro/compare/index.html")?.answer).toEqual({
      status: 301,
      location: "/da/2026/03/ny-bro/compare/",
    });
  });

  it("stay when another release takes the address over, and go where that one has none", async () => {
    const room = memoryPressRoom();
    room.sources.commit(smallNewsroom);
    await room.publishAt(at);
    const text = String(smallNewsroom["releases/2026/sti/da.md"]).replace("id: sti", "id: anden");
    room.sources.commit({ ...smallNewsroom, "releases/2026/sti/da.md": text }, { forced: true });
    await room.publishAt("2026-03-15T13:00:00Z");
    expect(room.site.has("da/2026/03/en-sti/compare/index.html")).toBe(true);
    const { "releases/2026/sti/en.md": _, ...danish } = smallNewsroom;
    const third = text.replace("id: anden", "id: tredje\nenglish: none");
    room.sources.commit({ ...danish, "releases/2026/sti/da.md": third }, { forced: true });
    await room.publishAt("2026-03-15T14:00:00Z");
    expect(room.site.has("da/2026/03/en-sti/index.html")).toBe(true);
    expect(room.site.has("da/2026/03/en-sti/compare/index.html")).toBe(false);
  });
});
