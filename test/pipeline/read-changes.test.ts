import { expect, it } from "vitest";
import { readChanges } from "../../functions/pipeline/read-changes.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import { changed, smallNewsroom, without } from "../support/small-newsroom.ts";

it("names what a commit takes away, also where its zone is another and everything is read", async () => {
  const room = memoryPressRoom();
  room.sources.commit(smallNewsroom);
  const [before] = await room.publishAt("2026-03-15T12:00:00Z");
  const withoutCase = without(smallNewsroom, "releases/2026/bro", "photos/bro", "cases/broen");
  room.sources.commit(changed(withoutCase, "newsroom.yaml", "url:", "zone: America/Nuuk\nurl:"), {
    forced: true,
  });
  const head = await room.sources.head();
  const { paths, units } = await readChanges(room, { tree: before?.tree, also: [] }, head?.tree ?? "");
  expect(paths).toContain("cases/broen.yaml");
  expect(units.map(({ unit }) => unit)).toContain("contacts/ane"); // which did not change
});
