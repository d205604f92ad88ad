import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/command.ts";
import { newsroomRepository } from "../support/newsroom-repository.ts";
import type { Folder } from "../support/repository.ts";

const da = "releases/2026/bro/da.md";

/** With a document of another's beside the newsroom. */
function repository(language: string): Folder {
  const folder = newsroomRepository(language);
  folder.write({ "x.pdf": "x" });
  folder.commit();
  return folder;
}

/** As somebody runs it who has named the repository, and not the folder in it. */
function run(folder: Folder, command: string, ...args: readonly string[]) {
  const variables = { CONTENT_DIR: folder.path, DATA_DIR: join(folder.path, ".data") };
  return runCommand(command, args, variables, folder.path);
}

describe("whoever writes an option wrongly", () => {
  it.each([
    [
      "correct",
      ["--foo"],
      2,
      "har intet, der hedder --foo. Gør sådan: npm run correct",
      "has no --foo. Fix:",
    ],
    ["correct", [], 2, "Nævn meddelelsen ved dens mappe. Gør sådan:", "Name the release. Fix:"],
    [
      "correct",
      ["releases/2026/x"],
      2,
      "Der er ingen releases/2026/x/da.md.",
      "There is no releases/2026/x/da.md.",
    ],
    [
      "advance",
      ["--foo"],
      2,
      "har intet, der hedder --foo. Gør sådan: npm run advance",
      "has no --foo. Fix:",
    ],
    [
      "advance",
      ["releases/2026/bro", "--for", "A"],
      2,
      "Sig, hvor længe. Gør sådan:",
      "Say until when. Fix:",
    ],
    [
      "advance",
      ["releases/2026/bro", "--for", "A", "--until", "i morgen"],
      2,
      '"i morgen" er ikke en kalenderdato',
      '"i morgen" is no date of the calendar',
    ],
    ["advance", ["releases/2026/bro", "--revoke", "A"], 2, 'ingen linje for "A"', 'no line for "A"'],
    ["import", ["--foo"], 2, "har intet, der hedder --foo. Gør sådan: npm run import", "has no --foo. Fix:"],
    ["import", [], 2, "Nævn en fil eller en mappe.", "Name a file or a folder."],
    ["import", ["x.docx"], 2, "Der er ingen x.docx.", "There is no x.docx."],
    ["import", ["x.pdf"], 2, "x.pdf er ingen af .txt", "x.pdf is none of .txt"],
    [
      "checklist",
      ["--foo"],
      2,
      "har intet, der hedder --foo. Gør sådan: npm run checklist",
      "has no --foo. Fix:",
    ],
    ["checklist", [], 2, "Nævn meddelelsen. Gør sådan:", "Name a release. Fix:"],
    ["checklist", ["x"], 2, "Der er ingen meddelelse x.", "There is no release x."],
    ["export", ["--foo"], 1, "har intet, der hedder --foo. Gør sådan: npm run export", "has no --foo. Fix:"],
    ["export", [], 1, "Mappen, der skal skrives til, mangler.", "The folder to write to is missing."],
    ["export", ["--out", "x", "--as-of", "x"], 1, '"x" er hverken en dag eller', '"x" is no date or moment.'],
    ["again", ["--foo"], 2, "har intet, der hedder --foo. Gør sådan: npm run again", "has no --foo. Fix:"],
    ["status", ["--last", "x"], 1, '--last er "x". Gør sådan:', '--last is "x". Fix:'],
    [
      "rollback",
      ["--foo"],
      2,
      "har intet, der hedder --foo. Gør sådan: npm run rollback",
      "has no --foo. Fix:",
    ],
  ])(
    "after npm run %s -- %j reads in either language what to write",
    async (command, args, code, ...said) => {
      for (const [index, language] of ["da", "en"].entries()) {
        using folder = repository(language);
        const ended = await run(folder, command, ...args);
        expect(ended.err).toContain(said[index]);
        expect(ended.err).not.toContain("    at ");
        expect(ended.code).toBe(code);
        expect(folder.git("status", "--short", "content")).toBe("");
      }
    },
  );
});

describe("a correction", () => {
  it("is begun once, in the language of those who write", async () => {
    using folder = repository("da");
    const { code, out } = await run(folder, "correct", "content/releases/2026/bro/");
    expect(code).toBe(0);
    expect(out).toContain("releases/2026/bro/v1.da.md er teksten, som den blev udgivet.");
    expect(out).toContain('skriv i releases/2026/bro/da.md under "corrections:", hvad der er rettet');
    const once = readFileSync(join(folder.path, "content", da), "utf-8");
    expect(once).toContain("corrections:\n");

    const again = await run(folder, "correct", "releases/2026/bro");
    expect(again.code).toBe(2);
    expect(again.err).toContain("releases/2026/bro/v1.da.md ligger her allerede: rettelsen er begyndt.");
    expect(readFileSync(join(folder.path, "content", da), "utf-8")).toBe(once);
  });
});

describe("a link before a release is out", () => {
  it("is written into the release, also one with corrections, told, and taken back", async () => {
    using folder = repository("da");
    const before = readFileSync(join(folder.path, "content", da), "utf-8");
    const corrected = before.replace(
      "---\nBrødtekst.",
      "corrections:\n  - date: 2026-03-11T09:30\n    change: minor\n    note: { da: Rettet., en: Corrected. }\n---\nBrødtekst.",
    );
    folder.write({ [`content/${da}`]: corrected, "content/releases/2026/bro/v1.da.md": before });
    const name = "Jens Jensen, Ritzau";
    const given = await run(
      folder,
      "advance",
      "releases/2026/bro",
      "--for",
      name,
      "--until",
      "2097-05-27T20:00",
    );
    expect(given).toMatchObject({ code: 0, err: "" });
    expect(given.out).toContain(`${name}, indtil 2097-05-27T18:00:00.000Z`);
    expect(given.out).toContain("Det står også i releases/2026/bro/da.md: linket virker, når");
    expect(readFileSync(join(folder.path, "content", da), "utf-8")).toContain(
      `- { for: "${name}", until: 2097-`,
    );
    expect((await run(folder, "advance", "releases/2026/bro")).out).toContain(`${name}, indtil`);
    expect(await run(folder, "advance", "releases/2026/bro", "--revoke", name)).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder.path, "content", da), "utf-8")).toBe(corrected);
  });
});
