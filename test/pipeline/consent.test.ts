import { beforeEach, describe, expect, it } from "vitest";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import { consented, release, smallNewsroom } from "../support/small-newsroom.ts";

const page = "da/2026/03/en-bro/index.html";
const until = consented(smallNewsroom, "bro", "2026-03-19");
const over = "2026-03-19T23:00:00.000Z"; // the first instant of the next day in Copenhagen

let room: MemoryPressRoom;
beforeEach(async () => {
  room = memoryPressRoom();
  room.sources.commit(until);
  await room.publishAt("2026-03-15T12:00:00Z");
});

function text(key: string): string {
  const body = room.site.get(key)?.body;
  return body !== undefined && "text" in body ? body.text : "";
}

/** What stands at each address of the photo's files: 410, or 200 for the file itself. */
function answers(): readonly number[] {
  return [...room.site]
    .filter(([key]) => /^photos\/.*\/bro[.-]/.test(key))
    .map(([, { answer }]) => answer?.status ?? 200);
}

function heldFiles(): number {
  return room.held.size;
}

describe("a consent that ends", () => {
  it("lets the photo be shown to the end of its last day, and wakes for the first instant of the next", async () => {
    await room.publishAt("2026-03-19T22:58:49.999Z");
    expect(text(page)).toContain("/bro-w60.jpg");
    expect(new Set(answers())).toEqual(new Set([200]));
    const [publication] = await room.publishAt("2026-03-19T22:59:59.999Z");
    expect(publication?.instant).toBe(over);
    expect(new Set(answers())).toEqual(new Set([410]));
  });

  it("takes the photo from every page and list by the hour, without anybody doing anything", async () => {
    const [publication] = await room.publishAt(over);
    expect(publication?.because).toMatchObject({ "photo:bro": "photo:bro, by the hour" });
    const shown = [...room.site].filter(
      ([key, { body }]) => "text" in body && !key.startsWith("photos/") && /\/bro[.-]/.test(body.text),
    );
    expect(shown.map(([key]) => key)).toEqual([]);
    expect(text(page)).toContain("Et billede vises ikke længere");
    expect(text("en/2026/03/en-bro-in-english/index.html")).toContain("One picture is no longer shown");
    expect(text(page)).toContain("Brødtekst.");
  });

  it("has each of the photo's addresses say that it is gone, and the edge forget what it had", async () => {
    const before = answers().length;
    await room.publishAt(over);
    expect(answers()).toEqual(Array.from({ length: before }, () => 410));
    const files = [...room.site.keys()].filter((key) => /^photos\/.*\/bro[.-]/.test(key));
    expect(room.purged).toEqual(expect.arrayContaining(files.map((key) => `/${key}`)));
  });

  it("lets go of what was made from the photo, and makes it again when the consent is given again", async () => {
    const [all, before] = [heldFiles(), answers().length];
    await room.publishAt(over);
    expect(heldFiles()).toBe(all - before);

    room.sources.commit(consented(smallNewsroom, "bro", "2027-03-19"), { forced: true });
    await room.publishAt("2026-03-21T12:00:00Z");
    expect(heldFiles()).toBe(all);
    expect(answers()).toEqual(Array.from({ length: before }, () => 200));
    expect(text(page)).not.toContain("vises ikke længere");
    expect(text(page)).toContain("/bro-w60.jpg");
  });

  it("does not stand in the way of a commit, and says nothing of a photo that was never shown", async () => {
    room.sources.commit({
      ...until,
      ...release("2026/ny", { id: "ny", title: "Ny", date: "2026-04-01", extra: "photos: [bro]" }),
    });
    const publications = await room.publishAt("2026-04-02T12:00:00Z");
    expect(publications.flatMap(({ problems }) => problems)).toEqual([]);
    expect(text("da/2026/04/ny/index.html")).toContain("Ny");
    expect(text("da/2026/04/ny/index.html")).not.toContain("vises ikke længere");
  });

  it("counts from the person whose consent ends first", async () => {
    const two = { ...until };
    const sidecar = "photos/bro.yaml";
    two[sidecar] = String(two[sidecar]).replace(
      "people: [",
      "people: [Per Øre, { name: Ib, consent: { basis: contract, until: 2026-03-16T10:00 } }, ",
    );
    room.sources.commit(two, { forced: true });
    await room.publishAt("2026-03-16T09:00:00.000Z");
    expect(new Set(answers())).toEqual(new Set([410]));
  });

  it("leaves a contact's card without the portrait", async () => {
    room.sources.commit(consented(smallNewsroom, "ane", "2026-03-16"), { forced: true });
    await room.publishAt("2026-03-16T12:00:00Z");
    expect(text("da/kontakter/ane/index.html")).toContain("/ane-");
    await room.publishAt(over);
    expect(text("da/kontakter/ane/index.html")).toContain("Ane Åkjær");
    expect(text("da/kontakter/ane/index.html")).not.toContain("/ane-");
    expect(text(page)).not.toContain("/ane-");
  });
});
