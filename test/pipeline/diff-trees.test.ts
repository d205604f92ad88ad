import { describe, expect, it } from "vitest";
import { diffTrees } from "../../functions/pipeline/diff-trees.ts";
import type { ListingLine } from "../../functions/pipeline/ports.ts";

/** Folders by address; what is asked for is written down. */
function folders(listings: Readonly<Record<string, readonly ListingLine[]>>) {
  const opened: string[] = [];
  return {
    opened,
    listing(tree: string) {
      opened.push(tree);
      const lines = listings[tree];
      return lines === undefined ? Promise.reject(new Error(`no ${tree}`)) : Promise.resolve(lines);
    },
  };
}
const blob = (name: string, object: string): ListingLine => ({ name, type: "blob", object });
const tree = (name: string, object: string): ListingLine => ({ name, type: "tree", object });

describe("the difference of two trees", () => {
  it("opens only the folders whose address differs", async () => {
    const sources = folders({
      before: [tree("contacts", "same"), tree("releases", "r1")],
      after: [tree("contacts", "same"), tree("releases", "r2")],
      r1: [blob("a.md", "1"), blob("b.md", "2")],
      r2: [blob("a.md", "1"), blob("b.md", "3")],
    });
    expect(await diffTrees(sources, "before", "after")).toEqual([
      { path: "releases/b.md", object: "3", type: "blob" },
    ]);
    expect(sources.opened.toSorted()).toEqual(["after", "before", "r1", "r2"]);
  });

  it("opens nothing when nothing differs", async () => {
    const sources = folders({});
    expect(await diffTrees(sources, "same", "same")).toEqual([]);
    expect(sources.opened).toEqual([]);
  });

  it("names what is gone, also below a folder that is gone", async () => {
    const sources = folders({
      before: [tree("x", "x1")],
      x1: [blob("a", "1"), tree("y", "y1")],
      y1: [blob("b", "2")],
      after: [],
    });
    expect(await diffTrees(sources, "before", "after")).toEqual([
      { path: "x/a", object: undefined, type: "blob" },
      { path: "x/y/b", object: undefined, type: "blob" },
    ]);
  });

  it("names both when a file becomes a folder", async () => {
    const sources = folders({ before: [blob("x", "1")], after: [tree("x", "x2")], x2: [blob("a", "2")] });
    expect(await diffTrees(sources, "before", "after")).toEqual([
      { path: "x", object: undefined, type: "blob" },
      { path: "x/a", object: "2", type: "blob" },
    ]);
  });

  it("names everything where there was nothing", async () => {
    const sources = folders({ after: [blob("newsroom.yaml", "1")] });
    expect(await diffTrees(sources, undefined, "after")).toEqual([
      { path: "newsroom.yaml", object: "1", type: "blob" },
    ]);
  });

  it("asks for no more listings at once than a client has sockets for", async () => {
    const years = Array.from({ length: 200 }, (_, year) => tree(`${year}`, `t${year}`));
    let [open, most] = [0, 0];
    const sources = {
      async listing(address: string): Promise<readonly ListingLine[]> {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => void setImmediate(resolve));
        open -= 1;
        return address === "after" ? years : [blob("da.md", address)];
      },
    };
    expect(await diffTrees(sources, undefined, "after")).toHaveLength(200);
    expect(most).toBeLessThanOrEqual(50);
  });
});
