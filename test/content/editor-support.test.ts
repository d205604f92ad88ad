import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { editorSchemas } from "../../functions/content/editor-schemas.ts";
import { formatProblem } from "../../functions/content/format-problem.ts";
import { folders } from "../../functions/content/unit-of.ts";
import { problemsOf } from "../support/problems.ts";
import { changed, smallNewsroom } from "../support/small-newsroom.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));
const inProject = (path: string): string => readFileSync(project + path, "utf-8");

interface Tasks {
  readonly tasks: readonly [
    { readonly problemMatcher: { readonly pattern: readonly { readonly regexp: string }[] } },
  ];
}

describe("what VS Code finds in the repository", () => {
  it.each(Object.entries(editorSchemas()))(
    "%s is what files are read by (else: npm run schemas)",
    (path, text) => {
      expect(JSON.parse(inProject(path))).toEqual(JSON.parse(text));
    },
  );

  it("has a schema for every folder of YAML, and names only schemas that are there", () => {
    const settings = JSON.parse(inProject(".vscode/settings.json")) as {
      readonly "yaml.schemas": Readonly<Record<string, string>>;
    };
    const schemas = settings["yaml.schemas"];
    expect(Object.keys(schemas).filter((path) => !(path in editorSchemas()))).toEqual([]);
    for (const folder of folders) expect(Object.values(schemas)).toContain(`content/${folder}/*.yaml`);
  });

  it("marks what the check says at its line", async () => {
    const [problem] = await problemsOf(changed(smallNewsroom, "contacts/ane.yaml", "87 28 50 10", "87 28"));
    if (problem === undefined) throw new Error("Nothing was told.");
    const [first = "", second = ""] = `content/${formatProblem(problem, "da")}`.split("\n");
    const [{ problemMatcher }] = (JSON.parse(inProject(".vscode/tasks.json")) as Tasks).tasks;
    const [where, what] = problemMatcher.pattern.map(({ regexp }) => new RegExp(regexp, "u"));
    expect(where?.exec(first)?.slice(1)).toEqual(["content/contacts/ane.yaml", "2", "8", "bad-phone"]);
    expect(what?.exec(second)?.[1]).toBe(problem.message.da);
  });

  it("offers snippets, which are JSON with commas at the ends of lists", () => {
    const snippets = JSON.parse(
      inProject(".vscode/presserum.code-snippets").replaceAll(/,(?=\s*[\]}])/g, ""),
    ) as Record<string, { prefix: string }>;
    expect(Object.values(snippets).map(({ prefix }) => prefix)).toEqual([
      "meddelelse",
      "release",
      "rettelse",
      "trin",
    ]);
  });
});
