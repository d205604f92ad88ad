import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { problemCodes, warningCodes } from "../../functions/content/problem.ts";
import type { Finding } from "../../functions/content/problem.ts";
import { problemExamples, toldOf } from "./rules/problem-examples.ts";
import { asWritten, checked } from "./rules/rule-example.ts";
import { difference, rulesPage } from "./rules/rules-page.ts";
import type { ShownRule } from "./rules/rules-page.ts";
import { warningExamples } from "./rules/warning-examples.ts";

const page = fileURLToPath(new URL("../../.github/rules.md", import.meta.url));

function first(told: readonly Finding[], code: string): Finding {
  const found = told.find((one) => one.code === code);
  if (found === undefined) throw new Error(`${code} was not told.`);
  return found;
}

describe("an example of a mistake", () => {
  it.each(problemExamples)("$code is told at its place, and nothing once it is mended", async (example) => {
    const { code, at } = example;
    const told = await toldOf(example, "wrong");
    const places = told
      .filter((one) => one.code === code)
      .map(({ place }) => `${place.file}:${place.line}:${place.column}`);
    expect(places).toContain(at);
    expect(await toldOf(example, "right")).toEqual([]);
  });

  it("is there for each code, in their order", () => {
    expect(problemExamples.map(({ code }) => code)).toEqual(problemCodes);
  });
});

describe("the page of rules", () => {
  it("shows of each code what the check says of its example, wrong and right", async () => {
    const problems = await Promise.all(
      problemExamples.map(async (example): Promise<ShownRule> => {
        const { code, wrong, right, at, file = at.replace(/:\d+:\d+$/, ""), shown } = example;
        const finding = first(await toldOf(example, "wrong"), code);
        return shown === undefined
          ? { finding, file, ...difference(wrong, right, file) }
          : { finding, ...shown };
      }),
    );
    const warnings = await Promise.all(
      warningExamples.map(async (example): Promise<ShownRule> => {
        const [wrong, right] = [await asWritten(example, "wrong"), await asWritten(example, "right")];
        const finding = first((await checked(wrong)).warnings, example.code);
        return { finding, file: example.file, ...difference(wrong, right, example.file) };
      }),
    );
    const inOrder = warningCodes.flatMap((code) => warnings.filter(({ finding }) => finding.code === code));
    await expect(rulesPage(problems, inOrder)).toMatchFileSnapshot(page);
  });
});
