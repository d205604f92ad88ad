import { speakerText } from "./plain-text.ts";
import { releaseBlocks } from "./release-blocks.ts";
import type { Inline, ReleasePage, TextBlock } from "./views.ts";

/** A release as Markdown that any reader of CommonMark shows as it was meant: authors' signs are escaped. */
export function releaseMarkdown(view: ReleasePage, base: string): string {
  return `# ${escaped(view.title)}\n\n${markdownBlocks(releaseBlocks(view, base), base)}\n`;
}

export function markdownBlocks(blocks: readonly TextBlock[], base: string): string {
  return blocks
    .map((block, index) => {
      const before = blocks[index - 1];
      // Two lists one after the other would be one: a comment keeps them apart.
      const apart = before?.type === "list" && block.type === "list" ? "<!-- -->\n\n" : "";
      return apart + markdownBlock(block, base);
    })
    .join("\n\n");
}

function markdownBlock(block: TextBlock, base: string): string {
  const words = (inlines: readonly Inline[]) => markdownInlines(inlines, base);
  switch (block.type) {
    case "paragraph":
      return lines(words(block.children));
    case "heading":
      return `${"#".repeat(block.level)} ${oneLine(words(block.children))}`;
    case "quote": {
      const by = block.speaker === undefined ? "" : `\n\n— ${escaped(speakerText(block.speaker))}`;
      return indented(`${lines(words(block.children))}${by}`, "> ");
    }
    case "excerpt":
      return indented(markdownBlocks(block.blocks, base), "> ");
    case "list":
      return block.items
        .map((item, index) => {
          const bullet = block.ordered ? `${block.start + index}. ` : "- ";
          const hang = " ".repeat(bullet.length);
          return bullet + indented(markdownBlocks(item, base), hang).slice(hang.length);
        })
        .join("\n");
    case "code": {
      const longest = Math.max(0, ...[...block.text.matchAll(/`+/g)].map(([run]) => run.length));
      const fence = "`".repeat(Math.max(3, longest + 1));
      return `${fence}\n${block.text}\n${fence}`;
    }
    case "table":
      return table(block, words);
    case "rule":
      return "---";
  }
}

function table(
  { head, rows }: Extract<TextBlock, { type: "table" }>,
  words: (cell: readonly Inline[]) => string,
) {
  const row = (cells: readonly (readonly Inline[])[]) =>
    `| ${cells.map((cell) => oneLine(words(cell)).replaceAll("|", String.raw`\|`)).join(" | ")} |`;
  return [row(head), `|${" --- |".repeat(head.length)}`, ...rows.map(row)].join("\n");
}

function markdownInlines(inlines: readonly Inline[], base: string): string {
  return inlines.map((one) => markdownInline(one, base)).join("");
}

function markdownInline(one: Inline, base: string): string {
  switch (one.type) {
    case "text":
      return escaped(one.text);
    case "strong":
      return `**${markdownInlines(one.children, base)}**`;
    case "emphasis":
      return `*${markdownInlines(one.children, base)}*`;
    case "code": {
      const longest = Math.max(0, ...[...one.text.matchAll(/`+/g)].map(([run]) => run.length));
      const fence = "`".repeat(longest + 1);
      return `${fence} ${one.text.replaceAll(/\s/g, " ")} ${fence}`;
    }
    case "link": {
      const href = one.href.startsWith("/") ? base + one.href : one.href;
      return `[${markdownInlines(one.children, base)}](<${href.replaceAll(/[<>\\\s]/g, encodeURIComponent)}>)`;
    }
    case "break":
      return "\\\n";
  }
}

/** Whatever could mean something does not. */
function escaped(text: string): string {
  return text
    .replaceAll(/\s/g, " ")
    .replaceAll(/\p{Cc}/gu, "")
    .replaceAll(/[\\`*_[\]<~]|&(?=#?\w+;)/g, "\\$&")
    .replaceAll(/\S*\\\S*/g, noLink);
}

/** Readers that make links of bare addresses take a sign's backslash for a part of one, and then the sign for itself. */
function noLink(word: string): string {
  return word.replaceAll(/:(?=\/\/)|(?<=\bwww)\.|@/gi, "\\$&");
}

/** What begins a list or an underlined heading at the start of a line is escaped there, and left alone elsewhere. */
function lines(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      line
        .trimStart()
        .replace(/^[-+=#>]/, "\\$&")
        .replace(/^(\d+)([.)])/, "$1\\$2"),
    )
    .join("\n");
}

function oneLine(text: string): string {
  return text.replaceAll("\\\n", " ");
}

function indented(text: string, by: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? by.trimEnd() : `${by}${line}`))
    .join("\n");
}
