import { describe, expect, it } from "vitest";
import { csv } from "../../../functions/site/kit/csv.ts";
import { distinct, fileName } from "../../../functions/site/kit/file-name.ts";

describe("a table for spreadsheets", () => {
  it("begins with the sign by which Excel knows UTF-8, and keeps quotation marks and lines", () => {
    expect(csv([["Fil", 'Han sagde "ja";\nså']], ";")).toBe('\u{FEFF}"Fil";"Han sagde ""ja"";\nså"\r\n');
  });

  it.each(["=1+1", "+45 87", "-2", "@SUM(A1)", "\t=1", "  =1", "|cmd"])("never runs %j", (value) => {
    expect(csv([[value]], ",")).toBe(`\u{FEFF}"'${value}"\r\n`);
  });
});

describe("a name in an archive", () => {
  it.each([
    ["rødgrød.jpg", "rødgrød.jpg"],
    ["../../etc/passwd", "-..-etc-passwd"],
    ['a:b*c?"<d>|e\\f.jpg', "a-b-c---d--e-f.jpg"],
    ["CON.jpg", "_CON.jpg"],
    ["foto. ", "foto"],
    ["...", "_"],
    ["to\u{202E}gpj.exe", "to-gpj.exe"],
  ])("of %j is %j", (written, name) => {
    expect(fileName(written)).toBe(name);
  });

  it("comes once, also where capitals make no difference", () => {
    expect(distinct(["Bro.jpg", "bro.jpg", "bro.jpg", "sti"])).toEqual([
      "Bro.jpg",
      "bro-2.jpg",
      "bro-3.jpg",
      "sti",
    ]);
  });
});
