import { describe, expect, it } from "vitest";
import { contrast, palette as colours } from "../../functions/content/palette.ts";
import {
  exactMoney,
  shownBytes,
  shownDate,
  shownMoney,
  shownMonth,
  shownNumber,
  shownPrintSize,
} from "../../templates/format.ts";
import { html, json, render } from "../../templates/html.ts";
import { stringsOf } from "../../templates/strings.ts";
import { stylesheetOf } from "../../templates/style.ts";

describe("dates, numbers and money", () => {
  it.each([
    [shownDate("2008-05-27", "da"), "27. maj 2008"],
    [shownDate("2008-05-27", "en"), "27 May 2008"],
    [shownMonth("2008-05", "da"), "Maj 2008"],
    [shownMonth("2008-05", "en"), "May 2008"],
    [shownNumber(6000, "da"), "6.000"],
    [shownNumber(56_200_000, "en"), "56,200,000"],
    [shownMoney(56_200_000, "DKK", "da"), "56,2 mio. kr."],
    [shownMoney(56_200_000, "DKK", "en"), "DKK 56.2 million"],
    [shownMoney(56_000_000, "DKK", "da"), "56 mio. kr."],
    [shownMoney(1_250_000, "EUR", "da"), "1,25 mio. EUR"],
    [shownMoney(950_000, "DKK", "da"), "950.000 kr."],
    [exactMoney(56_200_000, "DKK", "da"), "56.200.000 kr."],
    [shownBytes(494_076, "da"), "494\u00A0kB"],
    [shownBytes(4_160_000, "da"), "4,2\u00A0MB"],
    [shownBytes(4_160_000, "en"), "4.2\u00A0MB"],
    [shownBytes(12, "da"), "1\u00A0kB"],
    [shownBytes(5_400_000_000, "da"), "5,4\u00A0GB"],
    [shownPrintSize(6000, 4000, "da"), "50,8 × 33,9 cm"],
    [shownPrintSize(6000, 4000, "en"), "50.8 × 33.9 cm"],
  ])("%s", (shown, expected) => {
    expect(shown).toBe(expected);
  });
});

describe("a template", () => {
  it("escapes every value, in text and in attributes", () => {
    const value = `<b a="1" c='2'>&`;
    expect(render(html`<p title="${value}">${value}</p>`)).toBe(
      `<p title="&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;">&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;</p>`,
    );
  });

  it("takes markup as it is, lists one after the other, and nothing for nothing", () => {
    expect(render(html`<ul>${["<", html`<li>`, undefined, false, 0]}</ul>`)).toBe("<ul>&lt;<li>0</ul>");
  });

  it("lets no data out of a script element", () => {
    const text = render(json({ a: "</script><!--", b: "\u{2028}" }));
    expect(text).toBe(String.raw`{"a":"\u003c/script>\u003c!--","b":"\u2028"}`);
    expect(JSON.parse(text)).toEqual({ a: "</script><!--", b: "\u{2028}" });
  });
});

describe("the words of the press room", () => {
  it("are there in both languages, and differ but where the two languages agree", () => {
    const words = (value: unknown, path: string): readonly (readonly [string, string])[] => {
      if (typeof value === "function")
        return [[path, JSON.stringify((value as (...args: string[]) => unknown)("2008-05-27", "2"))]];
      if (typeof value !== "object" || value === null) return [[path, String(value)]];
      return Object.entries(value).flatMap(([key, inner]) => words(inner, `${path}.${key}`));
    };
    const da = new Map(words(stringsOf("da"), ""));
    const en = new Map(words(stringsOf("en"), ""));
    expect([...en.keys()]).toEqual([...da.keys()]);
    const same = [...da].filter(([key, text]) => en.get(key) === text).map(([key]) => key);
    expect(same).toEqual(
      [
        ".pages.year.title",
        ".pages.welcome",
        ".search.kinds.person.name",
        ".search.kinds.person.one",
        ".version",
        ".formats.markdown",
        ".formats.json",
        ".formats.csv",
        ".formats.data",
        ".email",
        ".facts.budget",
      ].filter((key) => same.includes(key)),
    );
    for (const [, text] of [...da, ...en]) expect(text.trim()).not.toBe("");
  });
});

describe("the colours", () => {
  const pairs = [
    ["text", "ground"],
    ["text", "raised"],
    ["quiet", "ground"],
    ["quiet", "raised"],
    ["link", "ground"],
    ["link", "raised"],
    ["visited", "ground"],
    ["visited", "raised"],
    ["accent", "ground"],
    ["accent", "raised"],
    ["signal", "ground"],
    ["signal", "raised"],
    ["onMarked", "marked"],
  ] as const;

  it.each(
    Object.entries(colours).flatMap(([scheme, set]) =>
      pairs.map(([front, back]) => [scheme, front, back, set[front], set[back]] as const),
    ),
  )("in %s: %s on %s can be read (WCAG 2.2, 1.4.3: 4.5 to 1)", (_, __, ___, front, back) => {
    expect(contrast(front, back)).toBeGreaterThanOrEqual(4.5);
  });

  it("are all in the stylesheet, which loads nothing", () => {
    const stylesheet = stylesheetOf(colours);
    for (const set of Object.values(colours))
      for (const colour of Object.values(set)) expect(stylesheet).toContain(colour);
    expect(stylesheet).not.toMatch(/url\(|@import|@font-face/);
  });
});
