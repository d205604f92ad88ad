import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/repository.ts";
import { storedZip } from "../support/stored-zip.ts";
import { smallNewsroom } from "../support/small-newsroom.ts";

const command = fileURLToPath(new URL("../../functions/cli/import.ts", import.meta.url));
const fixture = fileURLToPath(new URL("../fixtures/press-release-2008.da.txt", import.meta.url));

function importInto(folder: string, ...options: readonly string[]) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = { ...process.env, CONTENT_DIR: join(folder, "content") };
    execFile(process.execPath, [command, ...options], { cwd: folder, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

/** A Word document with a headline, a paragraph and a subheading. */
function wordDocument(): Buffer {
  const xml = '<?xml version="1.0" encoding="UTF-8"?>';
  const schemas = "http://schemas.openxmlformats.org";
  const style = (name: string, words: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${name}"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const paragraphs = [
    style("Heading1", "Ny bro"),
    style("Normal", "Bro\u{AD}en åbner."),
    style("Heading2", "Planen"),
    style("Normal", "Den åbner den 1 maj."),
  ];
  return storedZip({
    "[Content_Types].xml": `${xml}<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `${xml}<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="r" Type="${schemas}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${xml}<w:document xmlns:w="${schemas}/wordprocessingml/2006/main"><w:body>${paragraphs.join("")}</w:body></w:document>`,
  });
}

describe("the import", () => {
  it("shows each repair with what was and what is, writes the files, and never writes over one", async () => {
    using folder = temporaryFolder();
    folder.write({
      "content/newsroom.yaml": `${String(smallNewsroom["newsroom.yaml"])}\nauthors_language: da\n`,
    });
    const first = await importInto(folder.path, fixture);
    expect(first.code).toBe(0);
    expect(first.out).toContain("linje 39: dato uden punktum\n    - 26 maj\n    + 26. maj");
    expect(first.out).toContain("ting skal du selv tage stilling til:");
    const path = "content/contacts/bent-hansen.yaml";
    expect(first.out).toContain(`Skrevet: ${path}`);

    folder.write({ [path]: "name: En anden\n" });
    const second = await importInto(folder.path, fixture);
    expect(second.code).toBe(1);
    expect(second.err).toContain(`Findes allerede og er ikke rørt: ${path}`);
    expect(readFileSync(join(folder.path, path), "utf-8")).toBe("name: En anden\n");
  });

  it("writes nothing where it is only tried", async () => {
    using folder = temporaryFolder();
    folder.write({ "content/newsroom.yaml": String(smallNewsroom["newsroom.yaml"]) });
    const { out } = await importInto(folder.path, fixture, "--dry-run");
    expect(out).toContain("Would write: content/contacts/bent-hansen.yaml");
    expect(() => readFileSync(join(folder.path, "content/contacts/bent-hansen.yaml"))).toThrow("ENOENT");
  });

  it("reads a folder of Word documents and pages", async () => {
    using folder = temporaryFolder();
    folder.write({
      "content/newsroom.yaml": String(smallNewsroom["newsroom.yaml"]),
      "old/side.html": "<h1>En sti</h1><p>01-02-2026</p><p>Stien er klar.</p>",
      "old/.DS_Store": "x",
      "old/bro.docx": wordDocument(),
    });
    const { out, code } = await importInto(folder.path, "old", "--json");
    expect(code).toBe(0);
    const [word, page] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { files: Record<string, string> });
    const [release = ""] = Object.values(word?.files ?? {});
    expect(release).toContain('title: "Ny bro"');
    expect(release).toContain('lead: "Broen åbner."');
    expect(release).toContain("## Planen\n\nDen åbner den 1. maj.");
    expect(Object.keys(page?.files ?? {})).toEqual(["releases/2026/2026-02-01-en-sti/da.md"]);
  });

  it.each([
    ["nothing", [], "Name a file or a folder"],
    ["a file that is not there", ["x.docx"], "There is no x.docx"],
    ["a file of another kind", ["x.pdf"], "x.pdf is none of"],
    ["a file that only says that it is Word's", ["y.docx"], "is no Word document"],
  ])("says what to do where it is given %s", async (_, options, said) => {
    using folder = temporaryFolder();
    folder.write({
      "content/newsroom.yaml": String(smallNewsroom["newsroom.yaml"]),
      "x.pdf": "x",
      "y.docx": "x",
    });
    const { code, err } = await importInto(folder.path, ...options);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).not.toContain("    at ");
  });
});
