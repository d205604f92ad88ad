import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildOnce } from "../../functions/local/build-once.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "presserum-build-"));
  write("package-lock.json", "{}");
  write("tsconfig.json", "{}");
  write("entry.ts", 'import { word } from "./word.ts"; console.log(word);');
  write("word.ts", 'export const word = "bro";');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** As somebody saved it some time ago. */
function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
  utimesSync(join(folder, name), 1_700_000_000, 1_700_000_000);
}

function made(minify = false, more = {}): Promise<boolean> {
  const options = {
    absWorkingDir: folder,
    entryPoints: ["entry.ts"],
    bundle: true,
    outdir: join(folder, "out"),
  };
  return buildOnce(join(folder, "kept"), { ...options, minify }, more);
}

const output = (): string => readFileSync(join(folder, "out", "entry.js"), "utf-8");

describe("a bundle", () => {
  it("is made once, and not again while all is as it was", async () => {
    expect([await made(), await made(), await made()]).toEqual([true, false, false]);
    expect(output()).toContain("bro");
  });

  it("is made again when a file that it reads is another, though it looks as old", async () => {
    await made();
    write("word.ts", 'export const word = "sti";');
    expect(await made()).toBe(true);
    expect(output()).toContain("sti");
  });

  it.each(["package-lock.json", "tsconfig.json"])("is made again when %s is another", async (name) => {
    await made();
    write(name, '{ "a": 1 }');
    expect(await made()).toBe(true);
  });

  it("is made again when somebody has changed it, or taken it away", async () => {
    await made();
    const whole = output();
    write("out/entry.js", "half");
    expect(await made()).toBe(true);
    rmSync(join(folder, "out"), { recursive: true });
    expect(await made()).toBe(true);
    expect(output()).toBe(whole);
  });

  it("is made again when it is asked for otherwise", async () => {
    await made();
    expect(await made(true)).toBe(true);
    expect(await made()).toBe(true); // the other has taken its place
  });

  it("is not taken for known when a file was saved while it was made", async () => {
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(folder, "word.ts"), later, later);
    expect([await made(), await made()]).toEqual([true, true]);
  });

  it("is made again when one of its plugins is written otherwise, and leaves nothing of before", async () => {
    const more = { plugins: ["plugin.ts"], emptied: join(folder, "out") };
    write("plugin.ts", "// once");
    expect([await made(false, more), await made(false, more)]).toEqual([true, false]);
    write("out/old.js", "");
    write("plugin.ts", "// twice");
    expect(await made(false, more)).toBe(true);
    expect(readdirSync(join(folder, "out"))).toEqual(["entry.js"]);
  });
});
