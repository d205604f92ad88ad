import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folded, searchWords } from "../../functions/site/search-words.ts";
import { searchScript } from "../../templates/search-script.ts";
import { aTranslation } from "../support/entries.ts";
import { keyOfPath } from "../../functions/site/paths.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
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
    expect([...room.site.keys()].filter((key) => key.startsWith("search/2"))).toHaveLength(2);
  });
});

describe("the directories' words", () => {
  const noon = "2026-03-15T12:00:00Z";
  const indexKeys = (room: MemoryPressRoom) =>
    [...room.site.keys()].filter((key) => /^search\/[a-z]/.test(key));
  function foundIn(room: MemoryPressRoom, key: string): readonly object[] {
    const body = room.site.get(key)?.body;
    return JSON.parse(body !== undefined && "text" in body ? body.text : "") as object[];
  }

  it("say what each contact, body, programme and case is, in the page's language, and lead to its page", async () => {
    const room = memoryPressRoom();
    room.sources.commit({
      ...smallNewsroom,
      "programmes/cykler.yaml": `${String(smallNewsroom["programmes/cykler.yaml"])}\naim: { da: Flere cyklister, en: More cyclists }\n`,
    });
    await room.publishAt(noon);
    expect(foundIn(room, "search/contacts.da.json")).toMatchObject([
      { title: "Ane Åkjær", kind: "person", path: expect.stringMatching(/^\/da\/kontakter\/ane/) },
      { title: "Pressevagten", kind: "desk", lead: "" },
    ]);
    expect(foundIn(room, "search/programmes.en.json")).toMatchObject([
      { kind: "programme", path: expect.stringMatching(/^\/en\/programmes\//), words: "cyclists" },
    ]);
    expect(foundIn(room, "search/cases.en.json")).toMatchObject([{ kind: "case" }]);
    expect(foundIn(room, "search/bodies.da.json")).toMatchObject([{ kind: "body" }]);
    for (const key of indexKeys(room))
      for (const { path } of foundIn(room, key) as readonly { readonly path: string }[])
        expect([key, path, room.site.has(keyOfPath(path))]).toEqual([key, path, true]);
  });

  it("are there where there is nothing to list, since the page of the search names them", async () => {
    const room = memoryPressRoom();
    const bare = without(smallNewsroom, "programmes", "cases", "contacts", "releases/2026/bro", "bodies");
    room.sources.commit(changed(bare, "newsroom.yaml", "press_contact: vagten\n", ""));
    await room.publishAt(noon);
    expect(
      indexKeys(room)
        .toSorted()
        .map((key) => [key, foundIn(room, key)]),
    ).toEqual(
      ["contacts", "bodies", "programmes", "cases"]
        .flatMap((of) => [`search/${of}.da.json`, `search/${of}.en.json`])
        .toSorted()
        .map((key) => [key, []]),
    );
  });

  it("are not made again for a release, and each file only with what it lists", async () => {
    const room = memoryPressRoom();
    room.sources.commit(smallNewsroom);
    await room.publishAt(noon);
    const seen: string[] = [];
    room.onChange((key) => seen.push(key));
    const changedBy = async (files: Files) => {
      seen.length = 0;
      room.sources.commit(files, { forced: true });
      const [publication] = await room.publishAt(noon);
      expect(publication?.outcome).toBe("published");
      return seen.filter((key) => /^search\/[a-z]/.test(key)).toSorted();
    };
    const another = release("2026/ny", {
      id: "ny",
      title: "En ny",
      date: "2026-03-13",
      extra: "contacts: [ane]",
    });
    expect(await changedBy({ ...smallNewsroom, ...another })).toEqual([]);
    const renamed = changed(smallNewsroom, "contacts/ane.yaml", "Ane Åkjær", "Ane Ågård");
    expect(await changedBy(renamed)).toEqual(["search/contacts.da.json", "search/contacts.en.json"]);
    expect(await changedBy(changed(renamed, "contacts/ane.yaml", "87 28 50 10", "87 28 50 11"))).toEqual([]);
  });

  it("hold nothing of a case or programme under embargo, and all of it from the instant on", async () => {
    const room = memoryPressRoom();
    room.sources.commit({
      ...smallNewsroom,
      "cases/faergen.yaml": [
        "title: { da: Færgens sag, en: The ferry case }",
        "embargo: 2026-03-20T06:00",
        "steps: [{ id: a, body: raadet, date: 2026-03-10, action: decision, subject: { da: Hemmelig, en: Secret } }]",
      ].join("\n"),
      "programmes/faerger.yaml": [
        "name: { da: Færgeprogrammet, en: The ferry programme }",
        "summary: { da: Flere færger, en: More ferries }",
        "embargo: 2026-03-20T06:00",
      ].join("\n"),
    });
    const words = () => JSON.stringify(indexKeys(room).map((key) => foundIn(room, key))).toLowerCase();
    await room.publishAt(noon);
    expect(words()).not.toMatch(/færge|ferry|hemmelig|secret/);
    await room.publishAt("2026-03-20T05:00:00Z");
    for (const word of ["færgens sag", "færgeprogrammet", "the ferry case", "hemmelig"])
      expect(words()).toContain(word);
  });

  it("let go of a contact who is gone, and of a role when it ends", async () => {
    const room = memoryPressRoom();
    const roles = "roles:\n  - { title: { da: Formand, en: Chair }, to: 2026-03-20 }\n";
    room.sources.commit({
      ...smallNewsroom,
      "contacts/per.yaml": `name: Per Kær\nemail: per@kommunen.example\n${roles}`,
    });
    await room.publishAt(noon);
    const per = () =>
      foundIn(room, "search/contacts.en.json").filter((one) => "title" in one && one.title === "Per Kær");
    expect(per()).toMatchObject([{ lead: "Chair" }]);
    await room.publishAt("2026-03-20T23:00:00Z");
    expect(per()).toMatchObject([{ lead: "" }]);
    room.sources.commit(smallNewsroom);
    await room.publishAt("2026-03-21T12:00:00Z");
    expect(per()).toEqual([]);
  });
});
