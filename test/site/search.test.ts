import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folded, searchWords } from "../../functions/site/search-words.ts";
import { searchScript } from "../../templates/search-script.ts";
import { aTranslation } from "../support/entries.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import { changed, release, smallNewsroom, without } from "../support/small-newsroom.ts";

/** One rule of the script in the browser, as it is shipped. */
function fromScript(name: string): (text: string) => string {
  const [, body = ""] = new RegExp(`const ${name} = ([\\s\\S]*?);\\n`).exec(searchScript) ?? [];
  // eslint-disable-next-line typescript/no-implied-eval -- what is tried is the text that browsers run
  return new Function(`"use strict"; return ${body};`)() as (text: string) => string;
}

describe("the words of a text", () => {
  it("are folded in the browser as they were when the index was made", () => {
    const inBrowser = fromScript("fold");
    expect(inBrowser("Ærøskøbing Ålborg É ß")).toBe("aeroeskoebing aalborg e ss");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(inBrowser(text)).toBe(folded(text));
      }),
    );
  });

  it("are each there once, without what headline and lead say and what another begins with", () => {
    const text = "Klyngeprogrammet støtter klynge og klyngeprogram. Åen ved havnen.";
    const words = searchWords(
      aTranslation("da", {
        title: "Ved havnen",
        lead: "Om klynger.",
        blocks: [{ type: "paragraph", children: [{ type: "text", text }] }],
      }),
    );
    expect(words).toBe("aaen klyngeprogrammet og stoetter");
  });

  it.each([
    ["klyngerne", "klyng"],
    ["virksomhedernes", "virksomhed"],
    ["programmes", "programm"],
    ["bus", "bus"],
  ])("of a reader lose their ending: %s is looked for as %s too", (typed, looked) => {
    expect(fromScript("stem")(typed)).toBe(looked);
  });
});

describe("the year's words", () => {
  it("hold nothing of what is under embargo, and all of it from the instant on", async () => {
    const room = memoryPressRoom();
    room.sources.commit({
      ...smallNewsroom,
      ...release("2026/fjord", {
        id: "fjord",
        title: "Fjordbroen",
        date: "2026-03-09",
        embargo: "2026-03-20T06:00",
        text: "Hemmelighedsfuld",
      }),
    });
    const words = () =>
      JSON.stringify([...room.site].filter(([key]) => key.startsWith("search/"))).toLowerCase();
    await room.publishAt("2026-03-15T12:00:00Z");
    expect(words()).toContain("en bro");
    expect(words()).not.toMatch(/fjordbroen|hemmelighed/);
    await room.publishAt("2026-03-20T05:00:00Z");
    expect(words()).toMatch(/fjordbroen.*hemmelighedsfuld/);
  });

  it("are in one file for each language, and a release without English is found in both", async () => {
    const room = memoryPressRoom();
    const danish = without(smallNewsroom, "releases/2026/sti/en.md");
    room.sources.commit(changed(danish, "releases/2026/sti/da.md", "title:", "english: none\ntitle:"));
    await room.publishAt("2026-03-15T12:00:00Z");
    const body = room.site.get("search/2026.en.json")?.body;
    const found = JSON.parse(body !== undefined && "text" in body ? body.text : "") as object[];
    expect(found).toMatchObject([
      { title: "En sti", path: "/da/2026/03/en-sti/", lang: "da" },
      { title: "En bro in English", path: "/en/2026/03/en-bro-in-english/" },
    ]);
    expect([...room.site.keys()].filter((key) => key.startsWith("search/"))).toHaveLength(2);
  });
});
