import { decoded } from "../text/plain-text.ts";

/**
 * The words of an old page as lines: its headline begins with "# ", headings with "## ", list items with "- ", and
 * links are Markdown. Nothing of what the page looks like is kept, and nothing that runs.
 */
export function textOfHtml(html: string): string {
  const words = html
    .replaceAll(/<!--.*?-->/gsu, "")
    .replaceAll(/<(script|style|head|nav|noscript|template|svg)\b.*?<\/\1\s*>/gisu, "")
    .replaceAll(/\s+/g, (blank) => (blank.includes("\u{A0}") ? blank : " "))
    .replaceAll(/<a\b[^>]*?\bhref\s*=\s*["']?(https?:[^"'\s>]+)[^>]*>(.*?)<\/a\s*>/giu, "[$2]($1)")
    .replaceAll(/<h1\b[^>]*>(.*?)<\/h1\s*>/giu, "\n\n# $1\n\n")
    .replaceAll(/<h[2-6]\b[^>]*>(.*?)<\/h[2-6]\s*>/giu, "\n\n## $1\n\n")
    .replaceAll(/<(?:strong|b)\b[^>]*>(\S(?:.*?\S)?)<\/(?:strong|b)\s*>/giu, "**$1**")
    .replaceAll(/<li\b[^>]*>/gi, "\n- ")
    .replaceAll(/<br\s*\/?>/gi, "\n")
    .replaceAll(
      /<\/?(?:p|div|section|article|ul|ol|table|tr|blockquote|figure|figcaption|main|header|footer)\b[^>]*>/gi,
      "\n\n",
    )
    .replaceAll(/<[^>]*>/g, "");
  return decoded(words)
    .split("\n")
    .map((line) => line.replace(/^ +| +$/g, "").replaceAll(/ {2,}/g, " "))
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}
