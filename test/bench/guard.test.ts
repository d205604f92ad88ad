import { beforeAll, describe, expect, it } from "vitest";
import type { Publication } from "../../functions/pipeline/ledger.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { changed, smallNewsroom } from "../support/small-newsroom.ts";
import { corpus, releaseFiles } from "./corpus.ts";

/** What a machine cannot make slower or faster: how much is asked for and written. */
const now = "2026-12-01T12:00:00Z";
const photo = smallNewsroom["photos/bro.jpg"] ?? "";
const small = 150;
const large = 1_500;

async function archive(size: number): Promise<{ room: MemoryPressRoom; files: Files }> {
  const files = corpus(size);
  const room = memoryPressRoom();
  room.sources.commit(files);
  await room.publishAt(now);
  return { room, files };
}

interface Cost {
  readonly publication: Publication | undefined;
  readonly calls: number;
  readonly purged: number;
}

async function costOf({ room }: { room: MemoryPressRoom }, files: Files): Promise<Cost> {
  const [calls, purged] = [room.faults.calls(), room.purged.length];
  room.sources.commit(files);
  const [publication] = await room.publishAt(now);
  expect(publication?.problems).toEqual([]);
  return { publication, calls: room.faults.calls() - calls, purged: room.purged.length - purged };
}

/** @param keys  its Danish file's, from `contacts:` on */
function brandNew(keys: (contacts: string) => string): Files {
  return Object.fromEntries(
    Object.entries(releaseFiles(1, photo)).map(([path, text]) => [
      path.replace("/r1/", "/ny/"),
      String(text)
        .replace("id: r1\n", "id: ny\n")
        .replaceAll("Nyhed 1", "Splinterny")
        .replaceAll("News 1", "Brand new")
        .replace("contacts:", keys("contacts:")),
    ]),
  );
}

describe("the cost of one change", () => {
  const archives: Record<number, Awaited<ReturnType<typeof archive>>> = {};
  beforeAll(async () => {
    for (const size of [small, large]) archives[size] = await archive(size);
  });

  const of = async (change: (files: Files) => Files): Promise<readonly [Cost, Cost]> => {
    const costs: Cost[] = [];
    for (const size of [small, large]) {
      const { room, files } = archives[size] ?? (await archive(size));
      costs.push(await costOf({ room }, change(files)));
      room.sources.commit(files, { forced: true });
      await room.publishAt(now); // as it was, for the next
    }
    const [few, many] = costs;
    if (few === undefined || many === undefined) throw new Error("Two archives were to be tried.");
    return [few, many];
  };

  it("is the same for a new release in an archive ten times as large", async () => {
    const newest = brandNew((keys) => keys);
    const [few, many] = await of((files) => ({ ...files, ...newest }));
    expect(many.publication?.changed.toSorted()).toEqual(few.publication?.changed.toSorted());
    // 25 for pages; each text under the address that keeps it, and in three formats; RSS and JSON Feed beside Atom; and
    // the feeds of programme, case and body; and the year's lists of programme, case and contact. And two pictures:
    // its headline is drawn in each language (decision 30).
    expect(few.publication?.put).toBeLessThanOrEqual(25 + 2 + 2 * 3 + 2 * 2 + 2 * 3 + 2 * 3 + 2);
    expect(many.purged).toBeLessThanOrEqual(45);
    expect(many.calls).toBeLessThanOrEqual(few.calls * 1.05);
  });

  it("is at most twelve objects more where a new release shows a photo, with two press kits and the photo's pages and lists", async () => {
    const shown = brandNew((contacts) => `photos: [foto-0]\n${contacts}`);
    const [few, many] = await of((files) => ({ ...files, ...shown }));
    const pictures = few.publication?.changed.filter((key) => key.startsWith("pictures/"));
    expect(pictures).toHaveLength(2); // a photo takes no drawn picture's place
    expect(few.publication?.put).toBeLessThanOrEqual(51 + 12);
    expect(many.publication?.put).toBe(few.publication?.put);
    expect(many.purged).toBeLessThanOrEqual(55); // as `npm run cost` takes it
    expect(many.calls).toBeLessThanOrEqual(few.calls * 1.05);
  });

  it("of one word is at most 25 objects and 25 paths to forget", async () => {
    const folder = "releases/2025/r3";
    const [few, many] = await of((files) => ({
      ...changed(
        changed(files, `${folder}/da.md`, "## Mellemrubrik", "## Rettet rubrik"),
        `${folder}/da.md`,
        "contacts:",
        "corrections: [{ date: 2026-11-30T09:00, change: minor, note: { da: Et ord., en: One word. } }]\ncontacts:",
      ),
      [`${folder}/v1.da.md`]: files[`${folder}/da.md`] ?? "",
      [`${folder}/v1.en.md`]: files[`${folder}/en.md`] ?? "",
    }));
    for (const { publication, purged } of [few, many]) {
      expect(publication?.put).toBeLessThanOrEqual(25);
      expect(purged).toBeLessThanOrEqual(25);
    }
    expect(many.calls).toBeLessThanOrEqual(few.calls * 1.05);
  });

  it("of a contact's number is exactly the pages and cards that show it", async () => {
    const { room, files } = archives[small] ?? (await archive(small));
    const before = new Map(room.site);
    const shown = [...before]
      .filter(([, { body }]) => "text" in body && /87 28 50 13|8728 ?50 ?13|\+4587285013/.test(body.text))
      .map(([key]) => key);
    const { publication } = await costOf(
      { room },
      changed(files, "contacts/kontakt-3.yaml", "8728 5013", "8728 5099"),
    );
    expect(shown.length).toBeGreaterThan(10);
    expect(publication?.changed.toSorted()).toEqual(shown.toSorted());
  });
});
