import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { locales } from "../../functions/content/locale.ts";
import { warningCodes } from "../../functions/content/problem.ts";
import type { Finding } from "../../functions/content/problem.ts";
import { lix } from "../../functions/content/warnings/reading.ts";
import { asWritten, checked, lookedAt } from "./rules/rule-example.ts";
import { openWorkingTree } from "../../functions/local/open-checkout.ts";
import { checkContent } from "../../functions/pipeline/check-content.ts";
import { warningExamples } from "./rules/warning-examples.ts";

const short = ({ code, place }: Finding): string => `${place.file}:${place.line}:${place.column} ${code}`;

describe("a warning", () => {
  it.each(warningExamples)("$code is told at its place, and no more once it is mended", async (example) => {
    const wrong = await checked(await asWritten(example, "wrong"));
    expect(wrong.problems).toEqual([]);
    const told = wrong.warnings.filter(({ code }) => code === example.code);
    expect(told.map(short)).toContain(`${example.toldIn ?? example.file}:${example.at} ${example.code}`);
    for (const { message, fix } of told) {
      for (const locale of locales) {
        expect(message[locale]).toMatch(/^\S.*\.$/);
        expect(fix[locale]).toMatch(/^\S.*\.$/);
      }
      expect(message.da).not.toBe(message.en);
    }
    const right = await checked(await asWritten(example, "right"));
    expect(right.problems).toEqual([]);
    const file = example.toldIn ?? example.file;
    expect(right.warnings.filter(({ code, place }) => code === example.code && place.file === file)).toEqual(
      [],
    );
  });

  it("has an example for each code", () => {
    expect(warningExamples.map(({ code }) => code).toSorted()).toEqual([...warningCodes].toSorted());
  });
});

describe("the press release of 2008", () => {
  it("has one conflict: yesterday was not the day on which the committee met", async () => {
    const content = fileURLToPath(new URL("../../content", import.meta.url));
    const sources = await openWorkingTree(content);
    const { tree } = await sources.head();
    const { problems, warnings } = await checkContent({ sources }, tree, lookedAt);
    expect(problems).toEqual([]);
    expect(warnings.map(short)).toEqual([
      "cases/klyngeprogrammets-finansiering.yaml:23:11 outcome-overdue",
      "releases/2008/klyngeprogram/da.md:6:250 relative-date-conflict",
    ]);
  });
});

describe("the readability of a text", () => {
  it("is not judged where it is short", () => {
    expect(lix("Kort tekst.")).toBeUndefined();
  });

  it("is the words of a sentence and the share of long words", () => {
    // 250 words in 50 sentences: 5 a sentence; one in five is longer than six letters: 20.
    expect(lix(Array(50).fill("Broen er smuk og verdensberømt.").join(" "))).toBe(25);
  });
});
