import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runCommand } from "../support/command.ts";
import { newsroomRepository } from "../support/newsroom-repository.ts";

it.each([
  ["da", /^\d+ filer af commit [0-9a-f]{40}, som det ser ud .* ligger i /],
  ["en", /^\d+ files of commit [0-9a-f]{40} as of .* are in /],
])("npm run export writes the site and says so in the newsroom's language: %s", async (language, said) => {
  using folder = newsroomRepository(language);
  const out = join(folder.path, "site");
  const ended = await runCommand("export", ["--out", out, "--content", folder.path], {}, folder.path);
  expect([ended.code, ended.err]).toEqual([0, ""]);
  expect(ended.out).toMatch(said);
  expect(existsSync(join(out, "da", "index.html"))).toBe(true);
  for (const [page, says] of [
    ["da/data", "lagt ud som filer alene"],
    ["en/data", "published as files alone"],
  ] as const) {
    const text = readFileSync(join(out, page, "index.html"), "utf-8");
    expect(text).toContain(says);
    expect(text).not.toContain("/api/"); // nothing would answer
  }
});
