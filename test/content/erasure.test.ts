import { describe, expect, it } from "vitest";
import { erasureOf } from "../../functions/content/erasure.ts";
import type { Erasure } from "../../functions/content/erasure.ts";
import { memoryRows } from "../../functions/pipeline/memory-rows.ts";
import { readChanges } from "../../functions/pipeline/read-changes.ts";
import { memorySources } from "../support/memory-sources.ts";
import type { Files } from "../support/memory-sources.ts";
import { changed, smallNewsroom } from "../support/small-newsroom.ts";

const da = "releases/2026/bro/da.md";

async function erased(files: Files): Promise<Erasure> {
  const sources = memorySources();
  const { tree } = sources.commit(files);
  const from = { tree: undefined, also: [] };
  const { units } = await readChanges({ sources, rows: memoryRows() }, from, tree);
  const read = units.flatMap(({ after }) => after ?? []);
  return erasureOf("ane", read, (path) => Promise.resolve(String(files[path])));
}

describe("taking a contact out", () => {
  it("deletes their file and their portrait, and the line of the release that names nobody else", async () => {
    const { deleted, changed: texts, byHand, named } = await erased(smallNewsroom);
    expect(deleted.toSorted()).toEqual(["contacts/ane.yaml", "photos/ane.jpg", "photos/ane.yaml"]);
    expect(Object.keys(texts)).toEqual([da]);
    expect(texts[da]).toBe(String(smallNewsroom[da]).replace("contacts: [ane]\n", ""));
    expect([byHand, named]).toEqual([[], []]);
  });

  it.each([
    ["contacts: [ane, vagten]", "contacts: [vagten]"],
    ["contacts: [vagten, ane]", "contacts: [vagten]"],
    ["contacts:\n  - ane\n  - vagten", "contacts:\n  - vagten"],
    ["contacts:\n  - ane", ""],
  ])("leaves the others in %j", async (before, after) => {
    const files = changed(smallNewsroom, da, "contacts: [ane]", before);
    const { changed: texts } = await erased(files);
    expect(texts[da]).toBe(
      String(smallNewsroom[da]).replace("contacts: [ane]\n", after === "" ? "" : `${after}\n`),
    );
  });

  it("names the texts that quote them, and leaves those as they were published", async () => {
    const files = changed(
      smallNewsroom,
      da,
      "Brødtekst.",
      "- Godt, siger Ane Åkjær, formand. Ring 87 28 50 10.",
    );
    const { named, changed: texts } = await erased(files);
    expect(named).toEqual([da]);
    expect(texts[da]).toContain("Ane Åkjær");
  });

  it("asks a person where somebody else has to stand in their place, and where the portrait is shown elsewhere", async () => {
    const files = changed(
      changed(smallNewsroom, "newsroom.yaml", "press_contact: vagten", "press_contact: ane"),
      da,
      "photos: [bro]",
      "photos: [bro, ane]",
    );
    const { byHand, deleted } = await erased(files);
    expect(byHand).toHaveLength(2);
    expect(deleted).toEqual(["contacts/ane.yaml"]);
  });
});
