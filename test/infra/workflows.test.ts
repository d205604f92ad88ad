import { registerLogger, validate } from "@actions/languageservice";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";
import { bundleFunctions } from "../../functions/local/bundle-functions.ts";
import { resourcesOf, synthesisedStage } from "../support/synthesis.ts";

const folder = new URL("../../.github/workflows/", import.meta.url);
const workflows = readdirSync(folder).map((name) => [name, readText(name)] as const);
const { scripts } = JSON.parse(readText("../../package.json")) as {
  scripts: Readonly<Record<string, string>>;
};

function readText(name: string): string {
  return readFileSync(new URL(name, folder), "utf-8");
}

beforeAll(() => {
  const broken = (message: string): never => {
    throw new Error(message);
  };
  // What breaks it is else only logged, and a workflow that nobody has looked at would pass.
  registerLogger({ error: broken, warn: broken, info() {}, log() {} });
});

let looks = 0;

/** What GitHub's own language service, which its editor has, finds in a workflow; with the line. */
async function found(name: string, text: string): Promise<readonly string[]> {
  looks += 1; // it keeps what a file was by its name
  const all = await validate(
    TextDocument.create(`file:///.github/workflows/${looks}-${name}`, "yaml", 1, text),
  );
  return all.map(({ range, message }) => `${range.start.line + 1}: ${JSON.stringify(message)}`);
}

/** `npm run NAME`, wherever it stands. */
function commandsIn(text: string): readonly string[] {
  return [...text.matchAll(/\bnpm run ([\w:-]+\w)/g)].map(([, name]) => name ?? "");
}

describe("a workflow", () => {
  it.each(workflows)("%s is one that GitHub takes", async (name, text) => {
    expect(await found(name, text)).toEqual([]);
  });

  it.each([
    [
      "a key that does not exist",
      "check.yml",
      "concurrency:",
      "concurency:",
      "Unexpected value 'concurency'",
    ],
    [
      "a number in words",
      "publish.yml",
      "timeout-minutes: 20",
      "timeout-minutes: soon",
      "Unexpected value 'soon'",
    ],
    [
      "a permission that does not exist",
      "publish.yml",
      "id-token:",
      "id_token:",
      "Unexpected value 'id_token'",
    ],
    [
      "an event that does not exist",
      "publish.yml",
      "workflow_dispatch",
      "dispatch",
      "Unexpected value 'dispatch'",
    ],
    ["half an expression", "publish.yml", "!= ''", "!=", "Unexpected end of expression: '!='"],
    ["a function that does not exist", "check.yml", "always()", "ever()", "Unrecognized function: 'ever'"],
    ["a fact that the event has not", "check.yml", "event.number", "event.nmber", "might be invalid: nmber"],
    [
      "a step without that id",
      "check.yml",
      "github.token",
      "steps.sign.outputs.token",
      "might be invalid: sign",
    ],
    [
      "a job that nobody wrote",
      "publish.yml",
      "    runs-on:",
      "    needs: build\n    runs-on:",
      "'build' is not valid",
    ],
    [
      "an action without its version",
      "publish.yml",
      "actions/checkout@v6",
      "actions/checkout",
      "Expected format",
    ],
  ])("with %s would be found", async (_, name, written, fault, message) => {
    const text = readText(name);
    expect(text).toContain(written);
    const all = await found(name, text.replace(written, fault));
    expect(all.join("\n")).toContain(message);
  });

  it.each(workflows)("%s runs commands that there are", (_, text) => {
    const commands = commandsIn(text);
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) expect(scripts).toHaveProperty(command);
  });

  it("uses one version of an action, wherever it is used", () => {
    const used = workflows.flatMap(([, text]) => text.match(/(?<=uses: )\S+/g) ?? []);
    const versions = Map.groupBy(new Set(used), (one) => one.split("@")[0]);
    expect([...versions.values()].filter((all) => all.length > 1)).toEqual([]);
  });
});

describe("the build of those who do not use GitHub", () => {
  let spec: string;
  beforeAll(async () => {
    await bundleFunctions();
    const { templates } = await synthesisedStage("prod", {
      changes: {
        committing: {
          connectionArn: "arn:aws:codeconnections:eu-north-1:111122223333:connection/1",
          repository: "presse-example/newsroom",
          branch: "main",
        },
      },
    });
    const projects = resourcesOf(templates, "AWS::CodeBuild::Project");
    [spec = ""] = projects.map(({ properties }) => (properties["Source"] as { BuildSpec: string }).BuildSpec);
  });

  it("has the version and phases that CodeBuild documents, and commands that a shell can read", () => {
    const { version, phases, ...others } = parse(spec) as {
      version: number;
      phases: Readonly<Record<string, { commands: readonly string[] }>>;
    };
    expect([version, others]).toEqual([0.2, {}]); // as a number: 0.1 runs each command in a shell of its own
    const documented = new Set(["install", "pre_build", "build", "post_build"]);
    expect(new Set(Object.keys(phases)).difference(documented)).toEqual(new Set());
    for (const { commands, ...others } of Object.values(phases)) {
      expect(others).toEqual({});
      expect(commands.length).toBeGreaterThan(0);
      for (const command of commands) execFileSync("sh", ["-n", "-c", command]);
    }
  });

  it("runs commands that there are, publish among them", () => {
    expect(commandsIn(spec)).toContain("publish");
    for (const command of commandsIn(spec)) expect(scripts).toHaveProperty(command);
  });
});
