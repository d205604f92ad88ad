import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/command.ts";
import { temporaryFolder } from "../support/repository.ts";
import type { Folder } from "../support/repository.ts";
import { changed, smallNewsroom } from "../support/small-newsroom.ts";
import { enter, onTerminal } from "../support/terminal.ts";

function repository(files = smallNewsroom): Folder {
  const folder = temporaryFolder();
  const danish = { ...files, "newsroom.yaml": `${String(files["newsroom.yaml"])}\nauthors_language: da\n` };
  folder.git("init", "--quiet");
  folder.write(Object.fromEntries(Object.entries(danish).map(([path, bytes]) => [`content/${path}`, bytes])));
  folder.commit();
  return folder;
}

/** Of somebody who has named the repository, and not the folder in it. */
function variables({ path }: Folder): Readonly<Record<string, string>> {
  return { CONTENT_DIR: path, DATA_DIR: join(path, ".data") };
}

function erase(folder: Folder, ...args: readonly string[]) {
  return runCommand("erase", args, variables(folder), folder.path);
}

describe("whoever takes a contact out", () => {
  it("sees in their language what goes, and is asked; at no everything stays", async () => {
    using folder = repository();
    const { code, said } = await onTerminal(
      "erase",
      ["ane"],
      [["Skal filerne ændres? [j/N] ", enter]],
      variables(folder),
    );
    expect(code).toBe(0);
    expect(said).toContain(
      "Sådan kommer ane ud af presserummet:\nslettes\n  contacts/ane.yaml\n  photos/ane.jpg\n",
    );
    expect(said).toContain("mister den linje, der nævner dem\n  releases/2026/bro/da.md\n");
    expect(said).toContain("Gits historie har dem i 1 commits.");
    expect(said).toContain("Intet er ændret.");
    expect(folder.git("status", "--short")).toBe("");
  });

  it("has it done at yes", async () => {
    using folder = repository();
    const turns = [["Skal filerne ændres? [j/N] ", `ja${enter}`]] as const;
    const { code, said } = await onTerminal("erase", ["ane"], turns, variables(folder));
    expect(code).toBe(0);
    expect(said).toContain("Det er gjort her. Commit det; når det er ude: npm run erase -- ane --receipt");
    expect(existsSync(join(folder.path, "content/contacts/ane.yaml"))).toBe(false);
    expect(readFileSync(join(folder.path, "content/releases/2026/bro/da.md"), "utf-8")).not.toContain("ane");
  });

  it("needs --yes where nobody can be asked, and where a program reads what is said", async () => {
    using folder = repository();
    for (const options of [["ane"], ["ane", "--json"]]) {
      const { code, err } = await erase(folder, ...options);
      expect(code).toBe(2);
      expect(err).toContain("Her er ingen at spørge, så intet er ændret. Gør sådan: se efter med --dry-run");
    }
    expect(existsSync(join(folder.path, "content/contacts/ane.yaml"))).toBe(true);
    const { code, out } = await erase(folder, "ane", "--json", "--yes");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      contact: "ane",
      deleted: ["contacts/ane.yaml", "photos/ane.jpg", "photos/ane.yaml"],
      changed: ["releases/2026/bro/da.md"],
      outcome: "done",
    });
    expect(existsSync(join(folder.path, "content/contacts/ane.yaml"))).toBe(false);
  });

  it("is told what only they can change, and nothing is done before", async () => {
    using folder = repository(
      changed(smallNewsroom, "newsroom.yaml", "press_contact: vagten", "press_contact: ane"),
    );
    const { code, out } = await erase(folder, "ane", "--yes");
    expect(code).toBe(1);
    expect(out).toContain("newsroom.yaml: nævner ane sådan, at der skal stå en anden i stedet");
    expect(out).toContain("Intet er ændret: ret først det, som kun du kan ændre.");
    expect(existsSync(join(folder.path, "content/contacts/ane.yaml"))).toBe(true);
  });

  it.each([
    [[], "Nævn kontakten. Gør sådan: npm run erase -- ane-aakjaer"],
    [["bo"], "Der er ingen contacts/bo.yaml. Gør sådan:"],
    [["ane", "--force"], "Kommandoen har intet, der hedder --force. Gør sådan: npm run erase"],
  ])("is told in their language what to write instead of %j", async (options, said) => {
    using folder = repository();
    const { code, err } = await erase(folder, ...options);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).not.toContain("    at ");
  });
});
