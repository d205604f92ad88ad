import { describe, expect, it } from "vitest";
import { jpegHeader } from "../support/jpeg-fixture.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import { short } from "../support/problems.ts";
import { changed, release, smallNewsroom, without } from "../support/small-newsroom.ts";
import { cutOff, tooSlow } from "../support/stand-in-renditions.ts";

const now = "2026-03-15T12:00:00Z";
const page = "da/2026/03/en-bro/index.html";
const jpegCutOff = Buffer.concat([jpegHeader(6_000, 4_000), Buffer.from(cutOff)]);

function textOf(room: MemoryPressRoom, key: string): string {
  const body = room.site.get(key)?.body;
  return body !== undefined && "text" in body ? body.text : "";
}
const filesOf = (room: MemoryPressRoom, photo: string) =>
  [...room.site.keys()].filter((key) => key.startsWith("photos/") && key.includes(`/${photo}`));

describe.each([
  ["cannot be opened", jpegCutOff, "photos/bro.yaml:1:1 photo-unreadable"],
  [
    "takes too long to open",
    Buffer.concat([jpegHeader(6_000, 4_000), Buffer.from(tooSlow)]),
    "photos/bro.yaml:1:1 photo-too-large",
  ],
  ["is none", "GIF89a", "photos/bro.yaml:1:1 photo-format"],
])("a photo that %s", (_, bytes, told) => {
  it("is left out and told of, and everything else of its commit goes live", async () => {
    const room = memoryPressRoom();
    room.sources.commit({ ...smallNewsroom, "photos/bro.jpg": bytes });
    const [publication] = await room.publishAt(now);
    expect([publication?.outcome, publication?.problems.map(short)]).toEqual(["published", [told]]);
    expect(textOf(room, page)).toContain("Brødtekst");
    expect(textOf(room, page)).not.toContain(`class="photo"`);
    expect(filesOf(room, "bro")).toEqual([]);
    expect(filesOf(room, "ane")).not.toEqual([]);
  });

  it("goes from a page that showed it before, and comes back when it is mended", async () => {
    const room = memoryPressRoom();
    room.sources.commit(smallNewsroom);
    await room.publishAt(now);
    const before = textOf(room, page);
    expect(before).toContain(`class="photo"`);
    room.sources.commit({ ...smallNewsroom, "photos/bro.jpg": bytes });
    await room.publishAt(now);
    expect([textOf(room, page).includes(`class="photo"`), filesOf(room, "bro")]).toEqual([false, []]);
    room.sources.commit(smallNewsroom);
    const [mended] = await room.publishAt(now);
    expect(mended?.problems).toEqual([]);
    expect(textOf(room, page)).toBe(before);
  });

  it("does not hold up a later commit that cites it, and is not told of again", async () => {
    const room = memoryPressRoom();
    const files = { ...smallNewsroom, "photos/bro.jpg": bytes };
    room.sources.commit(files);
    await room.publishAt(now);
    const extra = "photos: [bro]";
    room.sources.commit({
      ...files,
      ...release("2026/havn", { id: "havn", title: "Havnen", date: "2026-03-11", extra }),
    });
    const [publication] = await room.publishAt(now);
    expect([publication?.outcome, publication?.problems]).toEqual(["published", []]);
    expect(textOf(room, "da/2026/03/havnen/index.html")).toContain("Brødtekst");
  });

  it("can no longer be cited once it is deleted", async () => {
    const room = memoryPressRoom();
    room.sources.commit({ ...smallNewsroom, "photos/bro.jpg": bytes });
    await room.publishAt(now);
    const gone = changed(
      without(smallNewsroom, "photos/bro"),
      "releases/2026/bro/da.md",
      "photos: [bro]",
      "topics: [bro]",
    );
    room.sources.commit(gone);
    expect((await room.publishAt(now))[0]?.outcome).toBe("published");
    room.sources.commit(changed(gone, "releases/2026/bro/da.md", "topics: [bro]", "photos: [bro]"), {
      forced: true,
    });
    const [publication] = await room.publishAt(now);
    expect(publication?.problems.map(short)).toEqual(["releases/2026/bro/da.md:9:10 dangling-reference"]);
  });

  it("is told with the other mistakes where there are some, and then nothing is published", async () => {
    const room = memoryPressRoom();
    room.sources.commit({
      ...changed(smallNewsroom, "releases/2026/sti/da.md", "title: En sti", "titel: En sti"),
      "photos/bro.jpg": bytes,
    });
    const [publication] = await room.publishAt(now);
    expect(publication?.outcome).toBe("refused");
    const codes = publication?.problems.map(({ code }) => code) ?? [];
    expect(codes).toContain("unknown-key");
    // What only shows when the picture is opened is not looked for where nothing is to be published.
    expect(codes.includes("photo-format")).toBe(bytes === "GIF89a");
  });
});
