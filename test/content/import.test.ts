import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { importText } from "../../functions/content/import/import-text.ts";
import { textOfHtml } from "../../functions/content/import/text-of-html.ts";
import type { LocalDate } from "../../functions/content/instant.ts";
import { problemsOf, short } from "../support/problems.ts";
import { smallNewsroom } from "../support/small-newsroom.ts";

const fixture = fileURLToPath(new URL("../fixtures/press-release-2008.da.txt", import.meta.url));
const today = "2026-01-01" as LocalDate;
const seed = importText(readFileSync(fixture, "utf-8"), today);

const repaired = ({ repairs }: typeof seed) =>
  repairs.map(({ line, before, after }) => `${line}: ${before} → ${after}`);
const doubted = ({ doubts }: typeof seed) => doubts.map(({ line, what }) => `${line}: ${what.en}`);

/** The defects of the release of 2008 as its old page delivered it, and what becomes of each. */
const defects: readonly (readonly [string, RegExp, "repair" | "doubt"])[] = [
  ["1 the lead twice, word for word", /^4: Flere midtjyske .* → $/, "repair"],
  ["2 no headline", /^3: There is no headline/, "doubt"],
  ["3 yesterday is another day than the meeting's", /^3: .*does not fit the date 2008-05-27/, "doubt"],
  ["4 56 and 56,2 million", /^3: It says "56 mio\. kroner" here and "56,2 mio\. kroner" elsewhere/, "doubt"],
  [
    "5 an alt text that is the caption, cut off",
    /^12: The alt text "Bag det midtjyske klyngeprogram ligger"/,
    "doubt",
  ],
  ["6 words broken in a narrow column", /^16: Midt-\/jylland → Midtjylland$/, "repair"],
  ["6 words broken in a narrow column, again", /^20: midt-\/jyske → midtjyske$/, "repair"],
  [
    "7 an instruction twice, glued to a heading",
    /^42: Tryk på billedet .* Tryk på billedet .* → $/,
    "repair",
  ],
  [
    "8 people twice",
    /^44: Bent Hansen, formand for Vækstforum Bent Hansen.* → Bent Hansen, formand for Vækstforum$/,
    "repair",
  ],
  ["9 two kinds of dashes", /^10: – Det gælder → - Det gælder$/, "repair"],
  ["10 hard spaces at the edges of lines", /^12: \u{A0}Bag det .* → Bag det/u, "repair"],
  ["11 a slip of the keyboard", /^35: "klyngeintiativ" looks like a slip for "klyngeinitiativ"/, "doubt"],
  ["11 a capital", /^32: Australske → australske$/, "repair"],
  ["11 a date without its full stop", /^39: 26 maj → 26\. maj$/, "repair"],
  ["11 another date without its full stop", /^39: 18 juni → 18\. juni$/, "repair"],
  ["12 a link without its scheme", /^56: www\.klynger\.rm\.dk → http:\/\/www\.klynger\.rm\.dk$/, "repair"],
  ["12 a link that lost its address", /^58: "Kontaktoplysninger på alle/, "doubt"],
  ["13 telephone numbers without a country", /^46: 8728 5010 → \+45 87 28 50 10$/, "repair"],
  ["14 capitals in an e-mail address", /^53: Bent\.Mikkelsen@ru\.rm\.dk is written with capitals/, "doubt"],
  ["15 the date as day-month-year", /^1: 27-05-2008 → 2008-05-27$/, "repair"],
];

describe("the release of 2008 as it was delivered", () => {
  it.each(defects)("%s", (_, form, kind) => {
    const told = kind === "repair" ? repaired(seed) : doubted(seed);
    expect(told.filter((line) => form.test(line))).toHaveLength(1);
  });

  it("has fifteen defects, and each is told", () => {
    expect(new Set(defects.map(([name]) => Number.parseInt(name, 10))).size).toBe(15);
  });

  it("becomes content that the check takes", async () => {
    const problems = await problemsOf({ ...smallNewsroom, ...seed.files });
    expect(problems.map(short)).toEqual([]);
    expect(Object.keys(seed.files)).toEqual([
      "releases/2008/2008-05-27-flere-midtjyske-virksomheder-skal/da.md",
      "contacts/bent-hansen.yaml",
      "contacts/bent-b-mikkelsen.yaml",
    ]);
  });

  it("has its text as it is published, word for word, but for one slip that a person is asked about", () => {
    const content = fileURLToPath(
      new URL("../../content/releases/2008/klyngeprogram/da.md", import.meta.url),
    );
    const published = readFileSync(content, "utf-8").split("---\n").slice(2).join("---\n");
    const imported = Object.values(seed.files)[0]?.split("---\n").slice(2).join("---\n") ?? "";
    const words = (text: string) =>
      text
        .replaceAll(/^– /gmu, "- ")
        .replaceAll("klyngeintiativ.", "klyngeinitiativ.")
        .replaceAll(/\s+/g, " ")
        .trim();
    expect(words(imported)).toBe(words(published));
  });
});

describe("a text from elsewhere", () => {
  it("has its headline, headings and links where it is a page", () => {
    const html =
      '<html><head><title>x</title><script>alert(1)</script></head><body><h1>Ny bro</h1><p>12-03-2026</p><p>Broen &aring;bner.</p><h2>Planen</h2><p>Se <a href="https://www.example.dk/kort">kortet</a>.</p><img src=x onerror=alert(1)></body>';
    const { files } = importText(textOfHtml(html), today);
    const [text = ""] = Object.values(files);
    expect(text).toContain('title: "Ny bro"');
    expect(text).toContain("date: 2026-03-12");
    expect(text).toContain('lead: "Broen åbner."');
    expect(text).toContain("## Planen\n\nSe [kortet](https://www.example.dk/kort).");
    expect(text).not.toContain("alert");
  });

  it("loses what Word hides in it, and is told so", async () => {
    const { files, repairs } = importText(
      "Vækst\u{AD}forum m\u{F8}des i\u{A0}dag.\n\nDer er \u{201D}nyt\u{201D}.",
      today,
    );
    const [text = ""] = Object.values(files);
    expect(text).toContain('lead: "Vækstforum mødes i dag."');
    expect(repairs.map(({ what }) => what.en)).toContain("hidden hyphens");
    expect(await problemsOf({ ...smallNewsroom, ...files })).toEqual([]);
  });

  it.each([
    ["nothing at all", ""],
    ["keys of its own", "---\ntitle: x\n---\n"],
    ["quotation marks and backslashes", 'Han sagde "ja" \\ og gik.\n\nMere.'],
  ])("of %s never becomes a file that cannot be read", async (_, delivered) => {
    const { files } = importText(delivered, today);
    const problems = await problemsOf({ ...smallNewsroom, ...files });
    expect(problems.map(({ code }) => code)).not.toContain("yaml-syntax");
    expect(problems.map(({ code }) => code)).not.toContain("front-matter-missing");
  });
});
