import { describe, expect, it } from "vitest";
import { withStep } from "../../functions/content/new/with-step.ts";

const step = {
  id: "nyt",
  body: "raadet",
  date: "2026-05-01",
  action: "decision",
  subject: { da: "Rådet: ja, eller nej", en: "Yes or no" },
};
const written = [
  "  - id: nyt",
  "    body: raadet",
  "    date: 2026-05-01",
  "    action: decision",
  '    subject: { da: "Rådet: ja, eller nej", en: Yes or no }',
];
const [early, late] = [
  ["  - id: foer # the first", "    date: 2026-04-01", "    subject:", "      { da: a,", "        en: b }"],
  ["  # moved twice", "  - date: 2026-06-01", "    id: efter"],
];

function file(...parts: readonly (readonly string[])[]): string {
  return [["title: x # a comment", "", "steps:"], ...parts].flat().join("\n");
}

describe("a step that is added to a case", () => {
  it.each([
    [
      "between others",
      file(early, late, ["sample: true", ""]),
      file(early, written, late, ["sample: true", ""]),
    ],
    ["above a later one, and what is said of it", file(late, [""]), file(written, late, [""])],
    ["below an earlier one, at the end of the file", file(early), file(early, written)],
    [
      "below an earlier one, and what follows stays",
      file(early, ["# the end", "sample: true", ""]),
      file(early, written, ["# the end", "sample: true", ""]),
    ],
    [
      "where there are none",
      "title: x\nsteps: [] # none\n",
      `title: x\nsteps:\n${written.join("\n")} # none\n`,
    ],
    [
      "where nothing stands behind the key",
      "steps:\nsample: true\n",
      `steps:\n${written.join("\n")}\nsample: true\n`,
    ],
    ["where there is no such key", "title: x\n", `title: x\nsteps:\n${written.join("\n")}\n`],
  ])("stands %s, and nothing else of the file is touched", (_, before, after) => {
    expect(withStep(before, step)).toBe(after);
  });

  it("is written in the indentation and with the line ends of the others", () => {
    const before = ["steps:", "- id: foer", "  date: 2026-04-01", ""].join("\r\n");
    const lines = written.map((line) => line.slice(2));
    expect(withStep(before, step)).toBe([before.trimEnd(), ...lines, ""].join("\r\n"));
  });

  it.each([
    ["a list on one line", "steps: [{ id: a, date: 2026-01-01 }]\n"],
    ["a file in braces", "{ title: x }\n"],
    ["no list", "steps: one\n"],
    ["a file that cannot be read", "title: [x\n"],
  ])("is left to a person in %s", (_, text) => {
    expect(withStep(text, step)).toBeUndefined();
  });
});
