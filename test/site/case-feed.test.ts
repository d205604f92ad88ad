import { parseAtomFeed } from "feedsmith";
import { beforeEach, describe, expect, it } from "vitest";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { changed, smallNewsroom } from "../support/small-newsroom.ts";
import { textAt } from "../support/text-at.ts";

const matter = "cases/broen.yaml";
const outcome = (said: string) =>
  changed(smallNewsroom, matter, "    action: decision", `    action: decision\n    outcome: ${said}`);

let room: MemoryPressRoom;
beforeEach(() => {
  room = memoryPressRoom();
});

interface Told {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly updated: string | undefined;
  readonly href: string | undefined;
}

async function feedOf(
  files: Files,
  at = "2026-03-15T12:00:00Z",
  key = "da/sager/broen/feed.xml",
): Promise<readonly Told[]> {
  room.sources.commit(files, { forced: true });
  const [publication] = await room.publishAt(at);
  expect(publication?.problems ?? []).toEqual([]);
  const { entries = [] } = parseAtomFeed(textAt(room, key));
  return entries.map(({ id, title, updated, links }) => ({
    id,
    title: title?.value,
    updated,
    href: links?.[0]?.href,
  }));
}

describe("the feed of a case", () => {
  it("tells of a meeting to come as of when the case was first told of, and leads to the step", async () => {
    const [coming, release, ...others] = await feedOf(smallNewsroom);
    expect(coming).toEqual({
      id: "tag:presse.example,2026:broen/beslutning/2026-06-18/da",
      title: "Rådet, 18. juni 2026: Afventer",
      updated: "2026-03-09T23:00:00.000Z",
      href: "https://presse.example/da/sager/broen/#step-beslutning",
    });
    expect(textAt(room, "da/sager/broen/index.html")).toContain('id="step-beslutning"');
    expect(release?.title).toBe("En bro");
    expect(others).toEqual([]);
  });

  it("tells of a decision as news of its own, on its day, and no more that it is awaited", async () => {
    const before = await feedOf(smallNewsroom);
    const [decided, ...others] = await feedOf(outcome("adopted"), "2026-06-19T12:00:00Z");
    expect(decided).toMatchObject({
      id: "tag:presse.example,2026:broen/beslutning/adopted/da",
      title: "Rådet, 18. juni 2026: Vedtaget",
      updated: "2026-06-17T22:00:00.000Z",
    });
    expect(before.map(({ id }) => id)).not.toContain(decided?.id);
    expect(others.map(({ title }) => title)).toEqual(["En bro"]);
  });

  it("tells of a meeting that is moved, and of an outcome that was another", async () => {
    const ids = [
      await feedOf(smallNewsroom),
      await feedOf(changed(smallNewsroom, matter, "2026-06-18", "2026-08-20")),
      await feedOf(outcome("postponed"), "2026-06-19T12:00:00Z"),
      await feedOf(outcome("adopted"), "2026-06-20T12:00:00Z"),
    ].map(([first]) => first?.id);
    expect(new Set(ids).size).toBe(4);
  });

  it("keeps the id of what is only said in other words, and of what moves to another address", async () => {
    const [before] = await feedOf(smallNewsroom);
    const [reworded] = await feedOf(changed(smallNewsroom, matter, "Skal broen bygges", "Om broen bygges"));
    expect(reworded).toEqual(before);
    const moved = changed(
      smallNewsroom,
      matter,
      "programme: cykler",
      "slug: { da: ny-bro, en: new }\nformer_addresses: [/da/sager/broen/, /en/cases/the-bridge/]",
    );
    const [after] = await feedOf(moved, undefined, "da/sager/ny-bro/feed.xml");
    expect(after?.id).toBe(before?.id);
    expect(after?.href).toBe("https://presse.example/da/sager/ny-bro/#step-beslutning");
  });

  it("is as it was when a meeting's day passes and nobody says how it ended", async () => {
    const before = await feedOf(smallNewsroom);
    expect(await feedOf(smallNewsroom, "2026-07-01T12:00:00Z")).toEqual(before);
  });

  it("says it in English, under an id of its own, and names the other language", async () => {
    const [english] = await feedOf(
      outcome("adopted"),
      "2026-06-19T12:00:00Z",
      "en/cases/the-bridge/feed.xml",
    );
    expect(english?.title).toBe("The Council, 18 June 2026: Adopted");
    expect(english?.id).toBe("tag:presse.example,2026:broen/beslutning/adopted/en");
    expect(textAt(room, "en/cases/the-bridge/feed.xml")).toContain(
      'hreflang="da" href="https://presse.example/da/sager/broen/#step-beslutning"',
    );
  });
});
