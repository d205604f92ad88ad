import type { Block, Inline } from "../content/blocks.ts";
import type { Translation } from "../content/entry.ts";

/**
 * Words as the search compares them: small letters, æ as ae, ø as oe, å as aa, without accents. The script in the browser
 * folds what a reader types by the same rules.
 */
export function folded(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .replaceAll("å", "aa")
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll("ß", "ss");
}

/** A word longer than this is an address or a slip: nobody types it, and everybody would fetch it. */
const longestWord = 40;

/**
 * The different words of a text that its headline and lead do not have, in alphabetical order. One that another
 * begins with is left out: who looks for it finds the longer one.
 */
export function searchWords({ title, lead, blocks }: Translation): string {
  return furtherSearchWords(`${title} ${lead}`, blocks.map(textOf).join(" "));
}

/** The same of any text, beside what is shown of it. */
export function furtherSearchWords(shown: string, text: string): string {
  const known = folded(shown);
  const words = new Set(folded(text).match(/[\p{L}\p{N}]{2,}/gu) ?? []);
  return [...words]
    .filter((word) => word.length <= longestWord && !known.includes(word))
    .toSorted()
    .filter((word, index, sorted) => sorted[index + 1]?.startsWith(word) !== true)
    .join(" ");
}

function textOf(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return words(block.children);
    case "quote":
      return `${words(block.children)} ${block.speaker?.name ?? ""} ${block.speaker?.role ?? ""}`;
    case "excerpt":
      return block.blocks.map(textOf).join(" ");
    case "list":
      return block.items.flatMap((item) => item.map(textOf)).join(" ");
    case "code":
      return block.text;
    case "table":
      return [block.head, ...block.rows].flatMap((row) => row.map(words)).join(" ");
    case "rule":
      return "";
  }
}

function words(inlines: readonly Inline[]): string {
  return inlines
    .map((one) => ("children" in one ? words(one.children) : "text" in one ? one.text : " "))
    .join("");
}
