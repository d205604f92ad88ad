import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/repository.ts";
import type { Files } from "../support/memory-sources.ts";
import { changed, release, smallNewsroom } from "../support/small-newsroom.ts";

const command = fileURLToPath(new URL("../../functions/cli/check.ts", import.meta.url));
const da = "releases/2026/bro/da.md";

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the check in a folder, as a person or a machine would. */
function check(folder: string, ...options: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, DATA_DIR: join(folder, ".presserum") };
    execFile(process.execPath, [command, "content", ...options], { cwd: folder, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

function folderOf(files: Files) {
  const folder = temporaryFolder();
  folder.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [`content/${path}`, text])));
  return folder;
}

const doubtful = changed(smallNewsroom, da, "Brødtekst.", "Rådet  mødes.");
const wrong = changed(doubtful, "contacts/ane.yaml", "87 28 50 10", "87 28");

describe("the check", () => {
  it("shows the line with a caret under the spot, and ends with 1 where something is to be mended", async () => {
    using folder = folderOf(wrong);
    const { code, out, err } = await check(folder.path);
    expect(code).toBe(1);
    expect(err).toContain(
      [
        "content/contacts/ane.yaml:2:8 bad-phone",
        '  "87 28" is no number that can be dialled, so nobody would get through.',
        "  Fix: write the eight Danish digits, or + and the country code, for example 8728 5010 or +45 8728 5010.",
        "  2 | phone: 87 28",
        "             ^",
      ].join("\n"),
    );
    expect(out).toContain("1 to mend; with any of these nothing is published.");
  });

  it("warns and ends with 0 where something is only doubtful, but with --strict", async () => {
    using folder = folderOf(doubtful);
    const { code, out } = await check(folder.path);
    expect(out).toContain(`content/${da}:11:6 double-space`);
    expect(code).toBe(0);
    expect((await check(folder.path, "--strict")).code).toBe(1);
  });

  it("speaks the language of the newsroom, and another where asked", async () => {
    const danish = changed(wrong, "newsroom.yaml", "press_contact", "authors_language: da\npress_contact");
    using folder = folderOf(danish);
    const { err, out } = await check(folder.path);
    expect(err).toContain("er ikke et nummer, man kan ringe til");
    expect(err).toContain("Gør sådan:");
    expect(out).toContain("1 at rette, før der kan udgives noget.");
    expect((await check(folder.path, "--language", "en")).err).toContain("is no number that can be dialled");
  });

  it("reads only what has changed, and says the same", async () => {
    using folder = folderOf(doubtful);
    const fresh = await check(folder.path, "--fresh", "--format", "json");
    const first = await check(folder.path, "--format", "json");
    expect(first).toEqual(fresh);
    expect(await check(folder.path, "--format", "json")).toEqual(fresh);
    folder.write({ [`content/${da}`]: String(doubtful[da]).replace("Rådet  mødes.", "Rådet mødes mødes.") });
    const { out } = await check(folder.path, "--format", "json");
    expect(out).toContain("word-repeated");
    expect(out).not.toContain("double-space");
    expect(out).toEqual((await check(folder.path, "--fresh", "--format", "json")).out);
  });

  it.each(["", "{", "null", "[]", '{"code":"of other rules","readings":{},"stamps":{}}'])(
    "passes over what it kept where that cannot be read: %s",
    async (broken) => {
      using folder = folderOf(doubtful);
      const before = await check(folder.path);
      const kept = join(folder.path, ".presserum", "check");
      const [name = ""] = await readdir(kept);
      writeFileSync(join(kept, name), broken);
      expect(await check(folder.path)).toEqual(before);
      expect(readFileSync(join(kept, name), "utf-8").length).toBeGreaterThan(100);
    },
  );

  it("tells machines by SARIF, with a rule for each code", async () => {
    using folder = folderOf(wrong);
    const { code, out } = await check(folder.path, "--format", "sarif");
    expect(code).toBe(1);
    const log = JSON.parse(out) as Sarif;
    expect(log.version).toBe("2.1.0");
    const [run] = log.runs;
    expect(run?.tool.driver.name).toBe("Presserum");
    const ids = run?.tool.driver.rules.map(({ id }) => id) ?? [];
    expect(run?.results.map(({ level }) => level)).toContain("error");
    expect(run?.results.map(({ level }) => level)).toContain("warning");
    for (const { ruleId, ruleIndex, message, locations } of run?.results ?? []) {
      expect(ids[ruleIndex]).toBe(ruleId);
      expect(message.text).toMatch(/^.{10,}\nFix: .{10,}$/);
      expect(locations).toHaveLength(1);
      const [{ physicalLocation: { artifactLocation, region } } = locationOf()] = locations;
      expect(artifactLocation.uri).toMatch(/^content\/[\w/.-]+$/);
      expect(region.startLine).toBeGreaterThanOrEqual(1);
      expect(region.startColumn).toBeGreaterThanOrEqual(1);
    }
  });

  it("notes in a pull request, with nothing of an author's that could be a command", async () => {
    using folder = folderOf(changed(wrong, "contacts/ane.yaml", "87 28", "8%0A::error::x"));
    const { out } = await check(folder.path, "--format", "github", "--summary", "summary.md");
    const lines = out.trim().split("\n");
    expect(lines.every((line) => /^::(?:error|warning) file=content\//.test(line))).toBe(true);
    expect(lines.every((line) => line.includes("%0AFix: "))).toBe(true);
    expect(lines.join("\n")).toContain("8%250A::error::x");
    const summary = readFileSync(join(folder.path, "summary.md"), "utf-8");
    expect(summary).toContain("### Presserum: 1 to mend,");
    expect(summary).toMatch(/`content\/contacts\/ane\.yaml:2:8` \| .* Fix: /);
  });

  it("says in the pull request's one comment first what is to be mended, whatever it is called", async () => {
    const doubtfulReleases = Array.from({ length: 60 }, (_, at) =>
      release(`2025/r${at}`, { id: `r${at}`, title: `Nyt ${at}`, date: "2025-03-10", text: "Rådet  mødes." }),
    );
    const mistaken = changed(smallNewsroom, da, "lead:", "leed:");
    using folder = folderOf(Object.assign({}, mistaken, ...doubtfulReleases) as Files);
    await check(folder.path, "--format", "github", "--summary", "summary.md");
    const rows = readFileSync(join(folder.path, "summary.md"), "utf-8")
      .split("\n")
      .filter((line) => /^\| (?:⛔|⚠️)/u.test(line));
    expect(rows).toHaveLength(50);
    expect(rows.slice(0, 3).map((row) => row.includes(`content/${da}:`))).toEqual([true, true, false]);
  });

  it("names files from where one stands, to machines too", async () => {
    using folder = folderOf(wrong);
    const { out } = await check(folder.path, "--format", "json");
    const { problems, warnings } = JSON.parse(out) as Record<string, readonly { place: { file: string } }[]>;
    const files = [...(problems ?? []), ...(warnings ?? [])].map(({ place }) => place.file);
    expect(files).toContain("content/contacts/ane.yaml");
    expect(files.filter((file) => !file.startsWith("content/"))).toEqual([]);
  });

  it.each([
    [["--format", "xml"], "write one of text, json, sarif, github"],
    [["--language", "de"], "write one of da, en"],
  ])("ends with 2 where it is asked wrongly: %j", async (options, said) => {
    using folder = folderOf(smallNewsroom);
    const { code, err } = await check(folder.path, ...options);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).not.toContain("    at ");
  });
});

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number; readonly startColumn: number };
  };
}
interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly Location[];
    }[];
  }[];
}

function locationOf(): Location {
  throw new Error("A result without a location.");
}
