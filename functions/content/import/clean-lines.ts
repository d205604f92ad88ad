import type { Account, Line } from "./imported.ts";

/** The lines of a text without what programs for writing left in them: hard spaces at their edges, hidden hyphens, byte marks. */
export function cleanLines(text: string, account: Account): readonly Line[] {
  const lines = text
    .replace(/^\u{FEFF}/u, "")
    .normalize("NFC")
    .split(/\r\n?|\n/);
  return lines.map((written, index) => {
    const line = index + 1;
    const edged = written.replace(/^[\u{A0}\s]+|[\u{A0}\s]+$/gu, "");
    if (/^\s*\u{A0}|\u{A0}\s*$/u.test(written)) {
      const what = { da: "hårdt mellemrum i linjens kant", en: "hard space at the edge of the line" };
      account.mended(line, what, written, edged);
    }
    const visible = edged.replaceAll(/[\u{AD}\u{200B}]/gu, "");
    if (visible !== edged) {
      account.mended(line, { da: "skjulte bindestreger", en: "hidden hyphens" }, edged, visible);
    }
    return { text: visible.replaceAll(/(?<!\d)\u{A0}(?!\d)/gu, " ").replaceAll(/ {2,}/g, " "), line };
  });
}

/** What is said twice in a row on one line: once as a picture's alt text, once as its caption. */
export function undoubled(text: string): string {
  const middle = text.length / 2;
  for (const index of [Math.floor(middle), Math.ceil(middle)]) {
    const [first, second] = [text.slice(0, index).trim(), text.slice(index).trim()];
    if (first !== "" && first === second) return first;
  }
  return text;
}
