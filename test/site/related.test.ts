import { describe, expect, it } from "vitest";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { changed, release, smallNewsroom, without } from "../support/small-newsroom.ts";
import { textAt } from "../support/text-at.ts";

const bare = without(smallNewsroom, "releases/");

/** A release of a day in March 2026. */
function ofDay(id: string, day: number, extra = ""): Files {
  return release(`2026/${id}`, {
    id,
    title: `Om ${id}`,
    date: `2026-03-${String(day).padStart(2, "0")}`,
    extra,
  });
}

async function publish(room: MemoryPressRoom, files: Files): Promise<readonly string[]> {
  room.sources.commit(files, { forced: true });
  return (await room.publishAt("2026-03-31T12:00:00Z")).flatMap((receipt) => receipt.changed);
}

/** The headlines that a Danish page has below its text. */
function related(room: MemoryPressRoom, id: string): readonly string[] {
  const [, section = ""] =
    /<section class="related".*?>(.*?)<\/section>/s.exec(textAt(room, `da/2026/03/om-${id}/index.html`)) ??
    [];
  return [...section.matchAll(/<li><a href="[^"]*"[^>]*>([^<]*)<\/a>/g)].map(([, title = ""]) => title);
}

const lists: Files = {
  ...bare,
  ...ofDay("emne", 9, "topics: [vand]"),
  ...ofDay("program", 4, "programme: cykler"),
  ...ofDay("sag", 2, "case: broen"),
  ...ofDay("andet", 8),
  ...ofDay("selv", 10, "case: broen\nprogramme: cykler\ntopics: [vand]"),
};

describe("the releases that one leads back to", () => {
  it("are those of its case, then of its programme, then on its topics, and no others", async () => {
    const room = memoryPressRoom();
    await publish(room, lists);
    expect(related(room, "selv")).toEqual(["Om sag", "Om program", "Om emne"]);
    expect(related(room, "andet")).toEqual([]);
  });

  it("are three at most, each once, newest first, and older than itself", async () => {
    const room = memoryPressRoom();
    const both = "case: broen\nprogramme: cykler";
    await publish(room, {
      ...lists,
      ...ofDay("a", 5, both),
      ...ofDay("b", 6, both),
      ...ofDay("c", 12, both),
    });
    expect(related(room, "selv")).toEqual(["Om b", "Om a", "Om sag"]);
  });

  it("change when one of them has another headline, comes in between, or is gone", async () => {
    const room = memoryPressRoom();
    await publish(room, lists);
    await publish(
      room,
      changed(lists, "releases/2026/sag/da.md", "title: Om sag", "title: Om sagen\nslug: om-sag"),
    );
    expect(related(room, "selv")[0]).toBe("Om sagen");
    await publish(room, { ...lists, ...ofDay("mellem", 3, "case: broen") });
    expect(related(room, "selv")).toEqual(["Om mellem", "Om sag", "Om program"]);
    await publish(room, without(lists, "releases/2026/sag"));
    expect(related(room, "selv")).toEqual(["Om program", "Om emne"]);
  });

  it("are not touched by a release that comes after them", async () => {
    const room = memoryPressRoom();
    const all = "case: broen\nprogramme: cykler\ntopics: [vand]";
    const files = { ...lists, ...ofDay("naeste", 11, all) };
    await publish(room, files);
    const before = textAt(room, "da/2026/03/om-selv/index.html");
    const put = await publish(room, { ...files, ...ofDay("nyest", 12, all) });
    expect(related(room, "nyest")).toEqual(["Om naeste", "Om selv", "Om sag"]);
    expect(textAt(room, "da/2026/03/om-selv/index.html")).toBe(before);
    // The one before it in time leads on to it, as it always did; no other of its pages is put.
    const pages = put.filter((key) => /^(?:da|en)\/2026\/03\/[^/]+\/index\.html$/.test(key));
    expect(pages.map((key) => key.split("/")[3])).toEqual(expect.arrayContaining(["om-nyest", "om-naeste"]));
    expect(new Set(pages.map((key) => key.split("/")[3]?.replace("-in-english", "")))).toEqual(
      new Set(["om-nyest", "om-naeste"]),
    );
  });
});
