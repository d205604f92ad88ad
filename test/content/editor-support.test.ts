import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { stepActions } from "../../functions/content/entry.ts";
import { editorSchemas } from "../../functions/content/editor-schemas.ts";
import { formatProblem } from "../../functions/content/format-problem.ts";
import { folders } from "../../functions/content/unit-of.ts";
import type { Files } from "../support/memory-sources.ts";
import { problemsOf, short } from "../support/problems.ts";
import { changed, corrected, smallNewsroom } from "../support/small-newsroom.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));
const inProject = (path: string): string => readFileSync(project + path, "utf-8");

const da = "releases/2026/bro/da.md";

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

  const snippets = JSON.parse(
    inProject(".vscode/presserum.code-snippets").replaceAll(/,(?=\s*[\]}])/g, ""),
  ) as Readonly<Record<string, { readonly prefix: string; readonly body: readonly string[] }>>;

  /** What stands in the file once somebody has gone through it with the tab key, on Friday 12 June 2026 at 09:30. */
  function written(prefix: string, typed: Readonly<Record<number, string>> = {}): string {
    const now = { YEAR: "2026", MONTH: "06", DATE: "12", HOUR: "09", MINUTE: "30" };
    const body = Object.values(snippets).find((one) => one.prefix === prefix)?.body ?? [];
    return body
      .join("\n")
      .replaceAll(/\$\{CURRENT_([A-Z]+)\}/g, (_, part: keyof typeof now) => now[part])
      .replaceAll(
        /\$\{(\d+)(?::([^}]*)|\|([^,|}]*)[^|}]*\|)?\}/g,
        (_, stop: string, proposed?: string, first?: string) =>
          typed[Number(stop)] ?? proposed ?? first ?? "",
      );
  }
  const release = {
    ...smallNewsroom,
    "releases/2026/ny/da.md": written("meddelelse", { 5: "ane", 6: "bro" }),
    "releases/2026/ny/en.md": written("release"),
  };

  it.each<readonly [string, Files]>([
    ["meddelelse", release],
    ["release", release],
    [
      "rettelse",
      changed(
        corrected(smallNewsroom),
        da,
        /corrections:[^]*?note: .*/.exec(String(corrected(smallNewsroom)[da]))?.[0] ?? "?",
        written("rettelse"),
      ),
    ],
    [
      "trin",
      {
        ...smallNewsroom,
        "cases/broen.yaml": `${String(smallNewsroom["cases/broen.yaml"])}\n${written("trin", { 1: "ny", 2: "raadet", 3: "2026-06-20", 5: "Om broen", 6: "On the bridge" })}\n`,
      },
    ],
  ])("offers %s, of which the check has nothing to say once its ids are there", async (prefix, files) => {
    expect(written(prefix)).not.toMatch(/^$|[$|]/);
    expect((await problemsOf(files)).map(short)).toEqual([]);
  });

  it("offers what a step of a case can be, all of it", () => {
    const offered = /action: \$\{4\|(.*)\|\}/
      .exec(JSON.stringify(snippets["Step of a case"]))?.[1]
      ?.split(",");
    expect(offered).toEqual([...stepActions]);
  });

  it("offers no snippet that is not tried here", () => {
    expect(Object.values(snippets).map(({ prefix }) => prefix)).toEqual([
      "meddelelse",
      "release",
      "rettelse",
      "trin",
    ]);
  });
});
