import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../functions/content/blocks.ts";
import { readText } from "../../functions/content/read-text.ts";

const read = (text: string, locale: "da" | "en" = "da") => readText(text, { file: "da.md", line: 1, locale });
const blocks = (text: string) => read(text).blocks;

function words(inlines: readonly Inline[]): string {
  return inlines
    .map((one) => ("text" in one ? one.text : "children" in one ? words(one.children) : "⏎"))
    .join("");
}
/** A block as one line, for reading in a table. */
function shown(block: Block): string {
  switch (block.type) {
    case "quote": {
      const { name = "?", role } = block.speaker ?? {};
      return `quote by ${name}${role === undefined ? "" : ` (${role})`}: ${words(block.children)}`;
    }
    case "list":
      return `${block.ordered ? "ordered" : "list"}: ${block.items.map((item) => item.map(shown).join("+")).join(" | ")}`;
    case "excerpt":
      return `excerpt: ${block.blocks.map(shown).join("+")}`;
    case "paragraph":
    case "heading":
      return `${block.type}: ${words(block.children)}`;
    case "code":
      return `code: ${block.text}`;
    case "table":
      return `table: ${[block.head, ...block.rows].map((row) => row.map(words).join(",")).join(";")}`;
    case "rule":
      return "rule";
  }
}

describe("a Danish spoken line", () => {
  it.each([
    [
      "- Det er godt, siger Bent Hansen, formand for Vækstforum.",
      "quote by Bent Hansen (formand for Vækstforum): Det er godt.",
    ],
    ["– Det er godt, siger Bent Hansen.", "quote by Bent Hansen: Det er godt."],
    ["— Det er godt, udtaler Åse Ørsted-Nør.", "quote by Åse Ørsted-Nør: Det er godt."],
    [
      "- Er det godt? spørger ingen, men siger Bent B. Mikkelsen.",
      "list: paragraph: Er det godt? spørger ingen, men siger Bent B. Mikkelsen.",
    ],
    ["- Er det godt? siger Bent B. Mikkelsen.", "quote by Bent B. Mikkelsen: Er det godt?"],
    [
      "- Det er godt, siger regionsrådsformand Bent Hansen (S).",
      "quote by Bent Hansen (S) (regionsrådsformand): Det er godt.",
    ],
    [
      "- Det er godt, siger Bent Hansen. Og det bliver bedre.",
      "quote by Bent Hansen: Det er godt. Og det bliver bedre.",
    ],
    [
      "- Det er godt, siger Bent Hansen og fortsætter: Det bliver bedre.",
      "quote by Bent Hansen: Det er godt. Det bliver bedre.",
    ],
    ["- Det er\ngodt, siger\nBent Hansen.", "quote by Bent Hansen: Det er godt."],
    ["- hvor stien skal gå", "list: paragraph: hvor stien skal gå"],
    ["- Det siger jeg ikke noget om", "list: paragraph: Det siger jeg ikke noget om"],
  ])("%s", (text, expected) => {
    expect(blocks(text).map(shown)).toEqual([expected]);
  });

  it("names the one who spoke last by a pronoun, and brings the role along", () => {
    const text =
      "- Et, siger Bent Hansen, formand.\n\nMellem.\n\n- To, siger han.\n\n- Tre, siger Bent Hansen.";
    expect(blocks(text).map(shown)).toEqual([
      "quote by Bent Hansen (formand): Et.",
      "paragraph: Mellem.",
      "quote by Bent Hansen (formand): To.",
      "quote by Bent Hansen (formand): Tre.",
    ]);
  });

  it("goes on with the same speaker in a dash that stands alone after it", () => {
    expect(blocks("- Et, siger Bent Hansen.\n\n- To.").map(shown)).toEqual([
      "quote by Bent Hansen: Et.",
      "quote by Bent Hansen: To.",
    ]);
  });

  it("is found right below a paragraph and right above another", () => {
    expect(blocks("Afsnit.\n- Et, siger Bent Hansen.\n- To, siger han.").map(shown)).toEqual([
      "paragraph: Afsnit.",
      "quote by Bent Hansen: Et.",
      "quote by Bent Hansen: To.",
    ]);
  });

  it("keeps its links and its emphasis", () => {
    const [quote] = blocks("- Se *[her](https://a.dk)*, siger Bent Hansen.");
    expect(quote).toMatchObject({
      children: [
        { text: "Se " },
        { type: "emphasis", children: [{ type: "link", href: "https://a.dk" }] },
        { text: "." },
      ],
    });
  });
});

describe("an English quotation", () => {
  it.each([
    [
      "“That is good,” says Bent Hansen, Chair of the Growth Forum.",
      "quote by Bent Hansen (Chair of the Growth Forum): That is good.",
    ],
    ["“That is good,” Bent Hansen says.", "quote by Bent Hansen: That is good."],
    ["“Good,” says Bent Hansen. “Very good.”", "quote by Bent Hansen: Good. Very good."],
    ["“Is it?” says Bent Hansen.", "quote by Bent Hansen: Is it?"],
    ["“Growth” is a word.", "paragraph: “Growth” is a word."],
  ])("%s", (text, expected) => {
    expect(read(text, "en").blocks.map(shown)).toEqual([expected]);
  });
});

describe("a date at the start of a line", () => {
  it.each([
    "27. maj 2008 mødes rådet.",
    "1. januar er en helligdag.",
    "2008. Det var året.",
    "mødet er den\n1. juni i år",
  ])("%s is never a list", (text) => {
    expect(blocks(text).map(({ type }) => type)).toEqual(["paragraph"]);
    expect(
      words((blocks(text)[0] as Extract<Block, { type: "paragraph" }>).children).replaceAll("\n", " "),
    ).toBe(text.replaceAll("\n", " "));
  });

  it("but a list is a list", () => {
    expect(blocks("1. et\n2. to").map(shown)).toEqual(["ordered: paragraph: et | paragraph: to"]);
    expect(blocks("3. et\n4. to")[0]).toMatchObject({ start: 3 });
  });
});

describe("Markdown", () => {
  it.each([
    ["## Et\n\n### To\n\n##### Fem", "heading: Et / heading: To / heading: Fem"],
    ["> citat\n> videre", "excerpt: paragraph: citat\nvidere"],
    ["| a | b |\n|---|---|\n| 1 | 2 |", "table: a,b;1,2"],
    ["```\n<b>\n```", "code: <b>"],
    ["et\n\n---\n\nto", "paragraph: et / rule / paragraph: to"],
    ["- et\n- to\n  - tre", "list: paragraph: et | paragraph: to+list: paragraph: tre"],
    ["et  \nto", "paragraph: et⏎to"],
    ["&aelig; &amp; &#248; &unknown; &#0;", "paragraph: æ & ø &unknown; &#0;"],
    ["<b>fed</b> <script>x</script>", "paragraph: <b>fed</b> <script>x</script>"],
    ["<div>\nblok\n</div>", "paragraph: <div>\nblok\n</div>"],
    ["\\*ikke fremhævet\\*", "paragraph: *ikke fremhævet*"],
  ])("%s", (text, expected) => {
    expect(blocks(text).map(shown).join(" / ")).toBe(expected);
  });

  it.each([
    ["www.klynger.dk", "http://www.klynger.dk"],
    ["https://klynger.dk/a?b=c.", "https://klynger.dk/a?b=c"],
    ["ane@klynger.dk", "mailto:ane@klynger.dk"],
    ["[x](/da/arkiv/)", "/da/arkiv/"],
    ["[x](#om)", "#om"],
    ["[x][y]\n\n[y]: https://y.dk", "https://y.dk"],
  ])("%s links to %s", (text, href) => {
    expect(JSON.stringify(blocks(text))).toContain(`"href":"${href}"`);
  });

  it.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,x)",
    "[x](vbscript:x)",
    "[x](//evil.example)",
    "[x](file.md)",
    "<javascript:alert(1)>",
  ])("%s is told and not linked", (text) => {
    const { blocks: all, problems } = read(text);
    expect(JSON.stringify(all)).not.toContain('"link"');
    expect(problems.map(({ code }) => code)).toEqual(["unsafe-link"]);
  });

  it("gives headings of the same words ids of their own", () => {
    const ids = blocks("## Om\n\n## Om\n\n## Æbler & øer\n\n## ???").map(
      (block) => block.type === "heading" && block.id,
    );
    expect(ids).toEqual(["om", "om-2", "aebler-og-oeer", "afsnit"]);
  });

  it("tells each mistake at its own line and column, also the second of two alike", () => {
    const text = "Et [a](x.md).\n\n- et\n- to [a](x.md)\n\n> ![b](b.jpg)";
    expect(read(text).problems.map(({ code, place }) => `${place.line}:${place.column} ${code}`)).toEqual([
      "1:4 unsafe-link",
      "4:6 unsafe-link",
      "6:3 image-in-text",
    ]);
  });
});

describe("a hostile text", () => {
  it.each([
    ["deep excerpts", ">".repeat(100_000)],
    ["deep lists", "- ".repeat(50_000)],
    ["open brackets", "[".repeat(100_000)],
    ["stars", "*a ".repeat(100_000)],
    [
      "lists that go in further and further",
      Array.from({ length: 500 }, (_, index) => `${" ".repeat(index * 2)}- a`).join("\n"),
    ],
    ["back ticks", "`".repeat(100_000)],
    ["links in links", "[a](".repeat(30_000)],
    ["verbs of saying", `- ${"a, siger ".repeat(20_000)}`],
  ])("of %s is read all the same", (_, text) => {
    expect(read(text).blocks.length).toBeGreaterThan(0);
  });

  it("never makes the reader fall over, and no HTML comes of it", () => {
    const pieces = fc.constantFrom(
      "- ",
      "> ",
      "#",
      "`",
      "```\n",
      "~~~",
      "|",
      "*",
      "_",
      "[",
      "](",
      ")",
      "<b>",
      "&lt;",
      "\n",
      "\n\n",
      "27. maj ",
      "siger Bent Hansen",
      ", ",
      "“",
      "”",
      "http://x.dk",
      "æ",
      "\u{E000}",
      "a",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const { blocks: all } = read(parts.join(""));
        expect(JSON.stringify(all)).not.toContain('"html"');
      }),
      { numRuns: 500 },
    );
  });
});
