import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ContentUnreadable } from "../../functions/local/checkout.ts";
import type { Checkout } from "../../functions/local/checkout.ts";
import { openCheckout, openWorkingTree } from "../../functions/local/open-checkout.ts";
import { temporaryFolder } from "../support/repository.ts";

const newsroom = { "newsroom.yaml": "name: x\n", "releases/2008/a/da.md": "Blåbærgrød\n" };

async function text(checkout: Checkout, path: string): Promise<string> {
  let { tree } = await checkout.head();
  const names = path.split("/");
  for (const name of names.slice(0, -1)) {
    tree = (await checkout.listing(tree)).find((line) => line.name === name)?.object ?? "";
  }
  const line = (await checkout.listing(tree)).find(({ name }) => name === names.at(-1));
  return Buffer.from((await checkout.bytes(line?.object ?? "")).bytes).toString();
}

describe("a Git repository", () => {
  it("shows what is committed, and nothing that is not", async () => {
    using folder = temporaryFolder();
    folder.git("init", "--quiet");
    folder.write(newsroom);
    const commit = folder.commit();
    folder.write({ "releases/2008/a/da.md": "Ikke gemt endnu\n" });

    const { checkout, notice } = await openCheckout(folder.path);
    expect(notice).toBeUndefined();
    expect(checkout.kind).toBe("git");
    expect((await checkout.head()).commit).toBe(commit);
    expect(await text(checkout, "releases/2008/a/da.md")).toBe("Blåbærgrød\n");
    checkout.close();
  });

  it("may have its content in a folder, and shows a new commit when asked again", async () => {
    using folder = temporaryFolder();
    folder.git("init", "--quiet");
    folder.write({ "content/newsroom.yaml": "name: x\n", "other.txt": "x" });
    folder.commit();
    const { checkout } = await openCheckout(folder.path);
    const before = await checkout.head();
    expect((await checkout.listing(before.tree)).map(({ name }) => name)).toEqual(["newsroom.yaml"]);

    folder.write({ "content/contacts/æble.yaml": "name: Æble\n" });
    folder.commit();
    const after = await checkout.head();
    expect(after.tree).not.toBe(before.tree);
    expect(await text(checkout, "contacts/æble.yaml")).toBe("name: Æble\n");
    checkout.close();
  });

  it.each(["utf-8", "latin1"] as const)(
    "says who committed, also where the name is in %s",
    async (encoding) => {
      using folder = temporaryFolder();
      folder.git("init", "--quiet");
      folder.write(newsroom);
      folder.commit();
      const tree = folder.git("rev-parse", "HEAD:");
      const who = "Åse Nørgaard <aase@kommunen.example> 1748409600 +0200";
      const commit = Buffer.from(
        `tree ${tree}\nauthor ${who}\ncommitter ${who}\n\nauthor of <x>\n`,
        encoding,
      );
      folder.write({ ".git/commit": commit });
      folder.git(
        "reset",
        "--quiet",
        "--hard",
        folder.git("hash-object", "-t", "commit", "-w", ".git/commit"),
      );
      const { checkout } = await openCheckout(folder.path);
      expect((await checkout.head()).author).toBe("Åse Nørgaard");
      checkout.close();
    },
  );

  it("is read in many pieces and at once without mixing them up", async () => {
    using folder = temporaryFolder();
    folder.git("init", "--quiet");
    const long = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `files/${index}.bin`,
        Buffer.alloc(50_000 * (index % 7), index),
      ]),
    );
    folder.write({ "newsroom.yaml": "", ...long });
    folder.commit();
    const { checkout } = await openCheckout(folder.path);
    const { tree } = await checkout.head();
    const files = (await checkout.listing(tree)).find(({ name }) => name === "files")?.object ?? "";
    const read = await Promise.all(
      (await checkout.listing(files)).map(async ({ name, object }) => [
        `files/${name}`,
        (await checkout.bytes(object)).bytes,
      ]),
    );
    expect(Object.fromEntries(read)).toEqual(long);
    checkout.close();
  });

  it("says which object it misses", async () => {
    using folder = temporaryFolder();
    folder.git("init", "--quiet");
    folder.write(newsroom);
    folder.commit();
    const { checkout } = await openCheckout(folder.path);
    const missing = "1".repeat(40);
    await expect(checkout.bytes(missing)).rejects.toThrow(missing);
    expect(await text(checkout, "newsroom.yaml")).toBe("name: x\n");
    checkout.close();
  });

  it("names a symbolic link as a link, and does not follow it", async () => {
    using folder = temporaryFolder();
    folder.git("init", "--quiet");
    folder.write(newsroom);
    symlinkSync("/etc/passwd", join(folder.path, "passwords.yaml"));
    folder.commit();
    for (const checkout of [(await openCheckout(folder.path)).checkout, await openWorkingTree(folder.path)]) {
      const { tree } = await checkout.head();
      const line = (await checkout.listing(tree)).find(({ name }) => name === "passwords.yaml");
      expect(line?.type).toBe("link");
      checkout.close();
    }
  });
});

describe("a folder without Git history", () => {
  it("counts as it is saved, and says how to get commits", async () => {
    using folder = temporaryFolder();
    folder.write(newsroom);
    const { checkout, notice } = await openCheckout(folder.path);
    expect(checkout.kind).toBe("folder");
    expect(notice?.en).toContain("git init");
    expect(notice?.da).toContain("har ingen Git-historik (den ligger ikke i et Git-repository)");
    const before = await checkout.head();
    folder.write({ "releases/2008/a/da.md": "Jordbærgrød\n" });
    const after = await checkout.head();
    expect(after).not.toEqual(before);
    expect(await text(checkout, "releases/2008/a/da.md")).toBe("Jordbærgrød\n");
  });

  it("is what a repository is before its first commit, or around a folder that it does not know", async () => {
    using folder = temporaryFolder();
    folder.git("init", "--quiet");
    folder.write(newsroom);
    expect((await openCheckout(folder.path)).checkout.kind).toBe("folder");
  });

  it("gives its files the addresses that Git gives them", async () => {
    using folder = temporaryFolder();
    folder.git("init", "--quiet");
    folder.write(newsroom);
    folder.commit();
    const address = async (checkout: Checkout) =>
      (await checkout.listing((await checkout.head()).tree)).find(({ name }) => name === "newsroom.yaml")
        ?.object;
    const { checkout } = await openCheckout(folder.path);
    expect(await address(await openWorkingTree(folder.path))).toBe(await address(checkout));
    checkout.close();
  });
});

describe("a folder that is no newsroom", () => {
  it.each([
    ["is not there", "nowhere", /There is no folder .*nowhere.*CONTENT_DIR=/, /Der er ingen mappe .*nowhere/],
    ["is a file", "file.txt", /is a file/, /er en fil\. Gør sådan/],
    ["has no newsroom.yaml", "", /no newsroom\.yaml/, /ingen newsroom\.yaml .* Gør sådan/],
  ])("%s: the message says so and what to do, in both languages", async (_, name, message, danish) => {
    using folder = temporaryFolder();
    folder.write({ "file.txt": "x" });
    const opened = openCheckout(join(folder.path, name));
    await expect(opened).rejects.toThrow(ContentUnreadable);
    await expect(opened).rejects.toThrow(message);
    await expect(opened).rejects.toMatchObject({ said: { da: expect.stringMatching(danish) as string } });
  });

  it.skipIf(process.getuid?.() === 0)("may not be read: the message says so", async () => {
    using folder = temporaryFolder();
    folder.write(newsroom);
    chmodSync(folder.path, 0o000);
    await expect(openCheckout(folder.path)).rejects.toThrow(/may not be read/);
    chmodSync(folder.path, 0o700);
  });
});
