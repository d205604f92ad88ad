import ExifReader from "exifreader";
import fc from "fast-check";
import sanitize from "sanitize-html";
import { parse as parseCsv } from "csv-parse/sync";
import { XMLValidator } from "fast-xml-parser";
import ICAL from "ical.js";
import { marked } from "marked";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readText } from "../../functions/content/read-text.ts";
import { pressOriginal } from "../../functions/images/press-original.ts";
import { rightsIptc } from "../../functions/images/rights-iptc.ts";
import { rightsXmp } from "../../functions/images/rights-xmp.ts";
import { savedAs } from "../../functions/site/site-object.ts";
import { vcardOf } from "../../functions/site/vcard.ts";
import { calendarOf } from "../../functions/site/calendar.ts";
import { blocks } from "../../templates/blocks.ts";
import { csv } from "../../templates/csv.ts";
import { html, json, render } from "../../templates/html.ts";
import { markdownBlocks } from "../../templates/markdown.ts";
import { xml } from "../../templates/xml.ts";
import { aContact, aNewsroom, aPhoto } from "../support/entries.ts";
import { rightsOf } from "../../functions/site/rights.ts";
import { runs } from "./histories.ts";

/** What people write, and what those write who mean harm, one after the other in any order. */
const pieces = fc.constantFrom(
  ..."- |– |Det er godt, siger Bent Hansen, formand.|27. maj |\n|\n\n|> |1. |# |## |\t|    ".split("|"),
  "**",
  "*",
  "_",
  "`",
  "```",
  "~~~",
  "|",
  "|---|",
  "[a](",
  ")",
  "[",
  "]",
  "](",
  "![",
  "<",
  ">",
  "</",
  "/>",
  ..."<script> </script> <img/src=x/onerror=alert(1)> <!-- --> <![CDATA[ <svg/onload=x> <b&x".split(" "),
  ..."javascript:alert(1) JaVaScRiPt: data:text/html,x vbscript:x https://a.example/ //evil.example".split(
    " ",
  ),
  ..."\" ' & &lt; &#x3c; &colon; \\ \u{E000} \u{2028} æøå 🙂".split(" "),
);
const text = fc.array(
  fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ unit: "grapheme", maxLength: 8 })),
  {
    maxLength: 40,
  },
);

/** One line, as a field of the authors' keys lets it through. */
const line = fc
  .oneof(
    text.map((parts) => parts.join("")),
    fc.string({ unit: "grapheme", maxLength: 60 }),
  )
  .map((words) => words.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u{2028}\u{2029}]/gu, "").trim())
  .filter((words) => words !== "");

const allowed: sanitize.IOptions = {
  allowedTags:
    "p h2 h3 h4 blockquote footer b strong em code pre a br hr ul ol li div table thead tbody tr th td".split(
      " ",
    ),
  allowedAttributes: {
    "*": ["id", "dir"],
    a: ["href"],
    ol: ["start"],
    th: ["scope"],
    pre: ["tabindex"],
    div: ["class", "tabindex"],
    blockquote: ["class"],
  },
  allowedSchemes: ["https", "http", "mailto", "tel"],
  allowProtocolRelative: false,
};

/** The same for both: how a page writes its tags and its signs is not what this is about. */
function plainly(page: string): string {
  return sanitize(page, {
    ...allowed,
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    allowedSchemes: ["https", "http", "mailto", "tel", "javascript", "data", "vbscript"],
    allowProtocolRelative: true,
  });
}

describe("an author's text", () => {
  it("cannot get out of the page: an independent reader finds nothing to take away", () => {
    fc.assert(
      fc.property(text, (parts) => {
        const read = readText(parts.join(""), { file: "da.md", line: 1, locale: "da" });
        const page = render(html`${blocks(read.blocks, "da")}`);
        expect(sanitize(page, allowed)).toBe(plainly(page));
      }),
      runs(1_000),
    );
  }, 600_000);

  it("would be found if it did", () => {
    for (const page of [
      "<p><script>alert(1)</script></p>",
      "<p onclick='x'>x</p>",
      '<a href="javascript:alert(1)">x</a>',
      '<a href="//evil.example/">x</a>',
    ])
      expect(sanitize(page, allowed)).not.toBe(plainly(page));
  });

  it("cannot get out of a script element, and is the same when it is read", () => {
    fc.assert(
      fc.property(line, (words) => {
        const data = render(json({ words }));
        expect(data).not.toMatch(/<|\u{2028}|\u{2029}/u);
        expect(JSON.parse(data)).toEqual({ words });
      }),
      runs(1_000),
    );
  });

  it("adds no property to a contact's card", () => {
    fc.assert(
      fc.property(line, line, (name, title) => {
        const contact = aContact({ name, roles: [{ title: { da: title, en: title } }] });
        const card = vcardOf({
          contact,
          role: contact.roles[0],
          bodies: new Map(),
          newsroom: aNewsroom(),
          locale: "da",
          url: "https://presse.example/x/",
        });
        const lines = card.replaceAll("\r\n ", "").trimEnd().split("\r\n");
        expect(lines.map((one) => /^[A-Z]+/.exec(one)?.[0])).toEqual([
          "BEGIN",
          "VERSION",
          "N",
          "FN",
          "ORG",
          "TITLE",
          "URL",
          "END",
        ]);
        for (const one of card.split("\r\n")) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
      }),
      runs(1_000),
    );
  });

  it("adds no header to a file", () => {
    fc.assert(
      fc.property(line, (name) => {
        const { contentDisposition = "" } = savedAs("a.vcf", "", "text/vcard", `${name}.vcf`);
        expect(contentDisposition).toMatch(
          /^inline; filename="[\w.-]*"; filename\*=UTF-8''[!#$&+.^`|~\w%()*-]+$/,
        );
        const [, encoded = ""] = contentDisposition.split("UTF-8''");
        expect(decodeURIComponent(encoded)).toBe(`${name}.vcf`);
      }),
      runs(1_000),
    );
  });

  it("is in the picture as it was written, whatever signs are in it", async () => {
    const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#4a6" } })
      .jpeg()
      .toBuffer();
    fc.assert(
      fc.property(line, line, (credit, caption) => {
        const rights = rightsOf(aPhoto({ credit, caption: { da: caption, en: "Caption" } }));
        const said = { xmp: rightsXmp(rights), iptc: rightsIptc(rights) };
        const file = Buffer.from(pressOriginal(jpeg, "jpeg", said, 1));
        const { xmp: read } = ExifReader.load(file, { expanded: true });
        expect(String(read?.["Credit"]?.description)).toBe(credit);
        expect(JSON.stringify(read?.["description"]?.value)).toContain(JSON.stringify(caption).slice(1, -1));
      }),
      runs(300),
    );
  });
});

describe("an author's text in the formats for programs", () => {
  const words = fc
    .array(
      fc.oneof(
        pieces,
        fc.constantFrom(
          "]]>",
          "</script>",
          "=cmd|' /C calc'!A0",
          "\u0007",
          "\u202Eabc",
          "مرحبا",
          "\r\n",
          "x".repeat(300),
        ),
        fc.string({ unit: "binary", maxLength: 8 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(""));

  it("leaves every XML document whole, and is read back but for what XML cannot write", () => {
    fc.assert(
      fc.property(words, (text) => {
        const document = xml(html`<a b="${text}">${text}</a>`);
        expect(XMLValidator.validate(document)).toBe(true);
      }),
      runs(500),
    );
  });

  it("is one cell of a table, and never a sum that a spreadsheet reckons out", () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [[first = "", second = ""] = []] = parseCsv(csv([[one, other]]));
        expect([first.replace(/^'/, ""), second.replace(/^'/, "")]).toEqual([
          one.replace(/^'/, ""),
          other.replace(/^'/, ""),
        ]);
        for (const cell of [first, second]) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
      runs(500),
    );
  });

  it("adds no line to a calendar", () => {
    fc.assert(
      fc.property(line, line, (title, subject) => {
        const step = {
          id: "s",
          body: { text: title, path: "/da/organer/a/" },
          date: "2026-06-18",
          action: "decision",
          subject,
          state: "pending",
        } as const;
        const text = calendarOf(
          title,
          [{ case: { id: "c", text: title, path: "/x/" }, step }],
          "https://a.example",
          "da",
        );
        const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
        const [event] = calendar.getAllSubcomponents("vevent");
        expect(event?.getFirstPropertyValue("description")).toBe(subject);
        expect(event?.getAllProperties()).toHaveLength(7);
        for (const one of text.split("\r\n")) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
      }),
      runs(500),
    );
  });

  it.each(["https://a.example/<script>", "www.a.example/<b>", "a@a.example<b>", "HTTP://a.example/*<i>"])(
    "is read from Markdown as words where signs follow an address: %s",
    (text) => {
      const markdown = markdownBlocks([{ type: "paragraph", children: [{ type: "text", text }] }], "");
      expect(marked.parse(markdown, { async: false })).toBe(
        `<p>${text.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</p>\n`,
      );
    },
  );

  it("leaves an address in Markdown as it is where nothing in it means anything", () => {
    const text = "Se https://a.example/b-c og skriv til a@a.example";
    expect(markdownBlocks([{ type: "paragraph", children: [{ type: "text", text }] }], "")).toBe(text);
  });

  it("is read from Markdown as words and nothing else", () => {
    fc.assert(
      fc.property(line, (text) => {
        const read = marked.lexer(
          markdownBlocks([{ type: "paragraph", children: [{ type: "text", text }] }], ""),
        );
        expect(read.map(({ type }) => type)).toEqual(["paragraph"]);
        const kinds = marked
          .parse(markdownBlocks([{ type: "paragraph", children: [{ type: "text", text }] }], ""), {
            async: false,
          })
          .match(/<(?!\/?(?:p|a)\b)[a-z]+/g);
        expect(kinds).toBeNull();
      }),
      runs(500),
    );
  });
});
