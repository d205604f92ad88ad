import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { contentRepository } from "../../../functions/local/editor/content-repository.ts";
import type { Change, ContentRepository } from "../../../functions/local/editor/content-repository.ts";
import { temporaryFolder } from "../../support/repository.ts";
import type { Folder } from "../../support/repository.ts";

let folder: Folder;
let repository: ContentRepository;
beforeEach(() => {
  folder = temporaryFolder();
  folder.git("init", "--quiet", "--initial-branch=main");
  folder.git("config", "user.name", "Ane Åkjær");
  folder.git("config", "user.email", "ane@kommunen.example");
  folder.write({ "content/a.md": "a", "content/b/c.md": "c", "README.md": "not theirs" });
  folder.commit();
  repository = contentRepository(folder.path, "content/");
  return () => folder[Symbol.dispose]();
});

const onDisk = (path: string) => readFileSync(join(folder.path, path), "utf-8");
const change = async (some: Partial<Change>): Promise<Change> => ({
  on: (await repository.head()).oid,
  message: "Ret en tekst",
  additions: [],
  deletions: [],
  ...some,
});
const adding = (path: string, text = "new") => ({ additions: [{ path, bytes: Buffer.from(text) }] });

describe("the repository of the editor at home", () => {
  it("commits by Git, as who Git says, and brings the files on the disk along", async () => {
    folder.write({ "content/staged.md": "mine" });
    folder.git("add", "content/staged.md");
    folder.write({ "content/other.md": "not committed" });
    const done = await repository.commit(
      await change({ ...adding("content/releases/2026/æ ø/da.md", "Å\n"), deletions: ["content/b/c.md"] }),
    );
    expect(folder.git("log", "-1", "--format=%H %an <%ae> %s")).toBe(
      `${done.oid} Ane Åkjær <ane@kommunen.example> Ret en tekst`,
    );
    expect(
      folder.git("-c", "core.quotePath=false", "show", "--name-status", "--format=").split("\n"),
    ).toEqual(["D\tcontent/b/c.md", "A\tcontent/releases/2026/æ ø/da.md"]);
    expect(onDisk("content/releases/2026/æ ø/da.md")).toBe("Å\n");
    // What somebody else was in the middle of is as it was.
    expect(folder.git("status", "--porcelain").split("\n")).toEqual([
      "A  content/staged.md",
      "?? content/other.md",
    ]);
  });

  it("refuses what was written on top of an older commit, and changes nothing", async () => {
    const old = await change(adding("content/a.md", "mine"));
    folder.write({ "content/a.md": "theirs" });
    folder.commit();
    await expect(repository.commit(old)).rejects.toThrow("Somebody else has committed in the meantime");
    expect(onDisk("content/a.md")).toBe("theirs");
  });

  it("lets one of two windows through that save in the same second", async () => {
    const [one, other] = [
      await change(adding("content/a.md", "1")),
      await change(adding("content/a.md", "2")),
    ];
    const results = await Promise.allSettled([repository.commit(one), repository.commit(other)]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(onDisk("content/a.md")).toBe("1");
  });

  it("refuses to go over what is saved on the disk and not committed", async () => {
    folder.write({ "content/a.md": "half a sentence" });
    await expect(repository.commit(await change(adding("content/a.md")))).rejects.toThrow(
      "content/a.md was changed in another program",
    );
    folder.write({ "content/new.md": "never committed" });
    await expect(repository.commit(await change(adding("content/new.md")))).rejects.toThrow(
      "content/new.md was changed",
    );
    expect([onDisk("content/a.md"), onDisk("content/new.md")]).toEqual([
      "half a sentence",
      "never committed",
    ]);
  });

  it.each([
    "README.md",
    "content/../README.md",
    "content/.git/config",
    "content/x/.gitattributes",
    "contents/x.md",
    "content/a\\..\\b",
    "content//x.md",
    "/etc/passwd",
    "content/",
    "content/x\n.md",
    ":(top)README.md",
  ])("refuses the path %s", async (path) => {
    await expect(repository.commit(await change(adding(path)))).rejects.toThrow(
      "is not in the content folder",
    );
    await expect(repository.commit(await change({ deletions: [path] }))).rejects.toThrow(
      "is not in the content folder",
    );
    expect(folder.git("rev-list", "--count", "HEAD")).toBe("1");
  });

  it("does not write through a symbolic link to somewhere else", async () => {
    using elsewhere = temporaryFolder();
    symlinkSync(elsewhere.path, join(folder.path, "content", "link"));
    folder.commit();
    await repository.commit(await change(adding("content/link/x.md"))).catch(() => undefined);
    expect(() => readFileSync(join(elsewhere.path, "x.md"))).toThrow("ENOENT");
  });

  it("shows no file outside the content folder", async () => {
    const files = await repository.files("HEAD");
    expect(files.map(({ path }) => path)).toEqual(["content/a.md", "content/b/c.md"]);
    expect((await repository.blob(files[0]?.object ?? "")).toString()).toBe("a");
    await expect(repository.blob("HEAD:README.md")).rejects.toThrow("is not in the content folder");
  });

  it("knows who changed each file last", async () => {
    writeFileSync(join(folder.path, "content/b/c.md"), "c2");
    const second = folder.commit();
    const last = await repository.lastCommits();
    expect(last.get("content/b/c.md")).toMatchObject({ oid: second, name: "Ane", message: "A change" });
    expect(last.get("content/a.md")?.oid).not.toBe(second);
    expect(await repository.history("content/b/c.md", 10)).toHaveLength(2);
  });
});
