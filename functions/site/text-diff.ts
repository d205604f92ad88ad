import { diffWordsWithSpace } from "diff";
import type { Block, Inline } from "../content/blocks.ts";
import type { Translation } from "../content/entry.ts";
import type { DiffPart } from "../../templates/version-views.ts";

/** Past this many differing words two texts are two texts, and no comparison of words helps anybody. */
const mostEdits = 4_000;

/** What was changed from one text to another, paragraph by paragraph; those without a change are left out. */
export function textDiff(before: Translation, after: Translation): readonly (readonly DiffPart[])[] {
  const [from, to] = [plainText(before), plainText(after)];
  const found = diffWordsWithSpace(from, to, { maxEditLength: mostEdits });
  const parts: readonly DiffPart[] =
    found === undefined
      ? [
          { type: "removed", text: from },
          { type: "added", text: `\n${to}` },
        ]
      : found.map(({ value, added, removed }) => ({
          type: added ? "added" : removed ? "removed" : "same",
          text: value,
        }));
  return paragraphs(parts).filter((parts) => parts.some(({ type }) => type !== "same"));
}

/** Headline, lead and text, a paragraph a line. */
function plainText({ title, lead, blocks }: Translation): string {
  return [title, lead, ...blocks.flatMap(linesOf)].join("\n");
}

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [words(block.children)];
    case "quote":
      return [words(block.children) + (block.speaker === undefined ? "" : ` (${said(block.speaker)})`)];
    case "excerpt":
      return block.blocks.flatMap(linesOf);
    case "list":
      return block.items.flatMap((item) => item.flatMap(linesOf));
    case "code":
      return block.text.split("\n");
    case "table":
      return [block.head, ...block.rows].map((row) => row.map(words).join(" · "));
    case "rule":
      return [];
  }
}

function said({ name, role }: { readonly name: string; readonly role?: string }): string {
  return role === undefined ? name : `${name}, ${role}`;
}

function words(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === "break") return " ";
      if (!("children" in inline)) return inline.text;
      return inline.type === "link" ? `${words(inline.children)} (${inline.href})` : words(inline.children);
    })
    .join("");
}

function paragraphs(parts: readonly DiffPart[]): readonly (readonly DiffPart[])[] {
  const all: DiffPart[][] = [[]];
  for (const { type, text } of parts) {
    text.split("\n").forEach((line, index) => {
      if (index > 0) all.push([]);
      if (line !== "") all.at(-1)?.push({ type, text: line });
    });
  }
  return all.filter((paragraph) => paragraph.length > 0);
}
