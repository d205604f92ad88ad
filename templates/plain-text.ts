import { releaseBlocks } from "./release-blocks.ts";
import { stringsOf } from "./strings.ts";
import type { Inline, ReleasePage, SpeakerView, TextBlock } from "./views.ts";

/** As wide as mail programs have sent text since there were any, and as a terminal shows. */
const fullWidth = 72;

/** A release as text for a mail, a terminal or a news desk's system: wrapped, with addresses written out. */
export function releasePlainText(view: ReleasePage, base: string): string {
  const { quotes } = stringsOf(view.frame.locale);
  const title = wrapped(view.title, fullWidth);
  const line = "=".repeat(Math.max(...title.split("\n").map((one) => one.length)));
  const parts = releaseBlocks(view, base).map((block) => blockText(block, { base, quotes }));
  return `${[`${title}\n${line}`, ...parts].join("\n\n")}\n`;
}

interface Manner {
  readonly base: string;
  /** Of the lines. */
  readonly width?: number;
  readonly quotes: { readonly opening: string; readonly closing: string };
}

/** Blocks alone, with a blank line between two of them. */
export function plainBlocks(blocks: readonly TextBlock[], manner: Manner): string {
  return blocks.map((block) => blockText(block, manner)).join("\n\n");
}

function blockText(block: TextBlock, manner: Manner): string {
  const words = (inlines: readonly Inline[]) => plainInlines(inlines, manner.base);
  const { width = fullWidth } = manner;
  switch (block.type) {
    case "paragraph":
      return wrapped(words(block.children), width);
    case "heading": {
      const heading = wrapped(words(block.children), width);
      return `${heading}\n${"-".repeat(Math.max(...heading.split("\n").map((line) => line.length)))}`;
    }
    case "quote": {
      const by =
        block.speaker === undefined
          ? []
          : [indented(wrapped(`— ${speakerText(block.speaker)}`, width - 2), "  ")];
      return [
        wrapped(`${manner.quotes.opening}${words(block.children)}${manner.quotes.closing}`, width),
        ...by,
      ].join("\n");
    }
    case "excerpt":
      return indented(plainBlocks(block.blocks, narrower(manner, 2)), "> ");
    case "list":
      return block.items.map((item, index) => listItem(item, mark(block, index), manner)).join("\n");
    case "code":
      return indented(clean(block.text, true), "    ");
    case "table":
      return [block.head, ...block.rows].map((row) => row.map(words).join(" | ")).join("\n");
    case "rule":
      return "* * *";
  }
}

function narrower(manner: Manner, by: number): Manner {
  return { ...manner, width: (manner.width ?? fullWidth) - by };
}

function mark({ ordered, start }: Extract<TextBlock, { type: "list" }>, index: number): string {
  return ordered ? `${start + index}. ` : "- ";
}

function listItem(item: readonly TextBlock[], bullet: string, manner: Manner): string {
  const hang = " ".repeat(bullet.length);
  return `${bullet}${indented(plainBlocks(item, narrower(manner, hang.length)), hang).slice(hang.length)}`;
}

export function speakerText({ name, role }: SpeakerView): string {
  return role === undefined ? name : `${name}, ${role}`;
}

/** Words as they are read; where a link leads stands behind it in brackets. */
export function plainInlines(inlines: readonly Inline[], base: string): string {
  return inlines
    .map((one) => {
      if (one.type === "break") return "\n";
      if (!("children" in one)) return clean(one.text);
      const words = plainInlines(one.children, base);
      if (one.type !== "link") return words;
      const href = one.href.startsWith("/") ? base + one.href : one.href;
      return href === words || one.href.startsWith("#") ? words : `${words} (${href})`;
    })
    .join("");
}

/** Signs that steer a terminal or a printer are none that an author meant to print. */
function clean(text: string, keepLines = false): string {
  const kept = keepLines ? text.replaceAll(/\r\n?/g, "\n") : text.replaceAll(/\s/g, " ");
  return kept.replaceAll(/(?![\n\t])\p{Cc}/gu, "");
}

/** Lines broken at blanks; a word that is longer stands alone. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (const given of text.split("\n")) {
    let line = "";
    for (const word of given.split(/ +/).filter((one) => one !== "")) {
      if (line !== "" && line.length + 1 + word.length > width) {
        lines.push(line);
        line = "";
      }
      line += line === "" ? word : ` ${word}`;
    }
    lines.push(line);
  }
  return lines.join("\n");
}

function indented(text: string, by: string): string {
  return text
    .split("\n")
    .map((line) => `${by}${line}`.trimEnd())
    .join("\n");
}
