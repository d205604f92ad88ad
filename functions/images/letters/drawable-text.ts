import type { Typeface } from "./typeface.ts";

/** A line does not end at it; it is drawn as wide as any space, and so are the narrower ones of its kind. */
export const noBreakSpace = "\u00A0";
/** What cannot be seen: direction, joiners, where a word might be broken, and how the sign before it is to look. */
const unseen = /[\p{Cc}\p{Cf}\uFE00-\uFE0F]/gu;
/** What adds feeling and no sense, but for the few of them that are letters: "©". */
const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20E3/gu;

/**
 * The text as it can be drawn, without its emoji.
 *
 * @returns  undefined where a sign is missing that says something: a headline with a hole in it says something else
 */
export function drawableText(face: Typeface, text: string): string | undefined {
  const plain = text
    .normalize("NFC")
    .replaceAll(/[\u2007\u202F]/g, noBreakSpace)
    .replaceAll(/[\u2010\u2011]/g, "-")
    .replaceAll(/[\t\n\r]/g, " ")
    .replaceAll(unseen, "")
    .replaceAll(emoji, (sign) => (face.has(sign) ? sign : ""))
    .replaceAll(/[^\S\u00A0]+/g, " ")
    .trim();
  return plain === "" || !face.has(plain.replaceAll(noBreakSpace, " ")) ? undefined : plain;
}
