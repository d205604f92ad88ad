import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workingTree } from "../../../functions/local/preview/working-tree.ts";
import { watchFolder } from "../../../functions/local/preview/watch-folder.ts";
import { temporaryFolder } from "../../support/repository.ts";

const files = {
  "a.txt": "a",
  "b/c.txt": "æøå",
  "b.txt": "sorts before b/ as Git does",
  "b/d/e.txt": "deep",
  "same.txt": "a",
};

describe("the working tree", () => {
  it("has the addresses that Git gives, before and after each change", () => {
    using folder = temporaryFolder();
    folder.git("init", "--quiet");
    folder.write(files);
    const tree = workingTree(folder.path);
    const asCommitted = () => {
      folder.commit();
      return folder.git("rev-parse", "HEAD^{tree}");
    };
    expect(tree.look()).toBe(asCommitted());

    const change = (change: () => void, ...paths: readonly string[]) => {
      change();
      for (const path of paths) tree.touch(path);
      expect(tree.look()).toBe(asCommitted());
    };
    change(() => folder.write({ "b/d/e.txt": "deeper" }), "b/d/e.txt");
    change(() => folder.write({ "b/f/g/h.txt": "a new folder" }), "b/f");
    change(() => folder.write({ "b/f/g/i.txt": "told by the file alone" }), "b/f/g/i.txt");
    change(() => folder.remove("b/f"), "b/f");
    change(() => mkdirSync(join(folder.path, "empty")), "empty");
    change(() => renameSync(join(folder.path, "b"), join(folder.path, "z")), "b", "z");
    change(() => folder.remove("same.txt"), "same.txt");
    change(() => folder.write({ "new/one/two.txt": "2" }), "new/one/two.txt");
  });

  it("gives the bytes of what it saw, and refuses what was saved since", async () => {
    using folder = temporaryFolder();
    folder.write(files);
    const tree = workingTree(folder.path);
    const root = tree.look();
    const line = (tree.listing(root) ?? []).find(({ name }) => name === "a.txt");
    const object = line?.object ?? "";
    expect(new TextDecoder().decode((await tree.bytes(object)).bytes)).toBe("a");
    folder.write({ "a.txt": "another" });
    // The same bytes still stand in another file.
    expect(new TextDecoder().decode((await tree.bytes(object)).bytes)).toBe("a");
    folder.remove("same.txt");
    await expect(tree.bytes(object)).rejects.toThrow("while it was being read");
  });
});

describe("the watch over a folder", () => {
  it("tells of files in folders that were there, that come, and that come back", async () => {
    using folder = temporaryFolder();
    folder.write({ "a/b.txt": "1" });
    const told = new Set<string>();
    const watch = watchFolder(folder.path, (path) => told.add(path));
    const soon = (path: string) =>
      expect.poll(() => [...told].some((one) => path === one || path.startsWith(`${one}/`))).toBe(true);
    folder.write({ "a/b.txt": "2" });
    await soon("a/b.txt");
    folder.write({ "c/d/e.txt": "1" });
    await soon("c/d/e.txt");
    await new Promise((resolve) => void setTimeout(resolve, 100));
    told.clear();
    folder.write({ "c/d/e.txt": "2" });
    await soon("c/d/e.txt");
    folder.remove("c");
    await soon("c");
    folder.write({ "c/f.txt": "1" });
    await new Promise((resolve) => void setTimeout(resolve, 100));
    told.clear();
    folder.write({ "c/f.txt": "2" });
    await soon("c/f.txt");
    watch.close();
  });
});
