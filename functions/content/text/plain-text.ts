/** The entities that people write by hand; the rest stay as they are typed, and are shown as such. */
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u{A0}",
  shy: "\u{AD}",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  laquo: "«",
  raquo: "»",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  bdquo: "„",
  aelig: "æ",
  oslash: "ø",
  aring: "å",
  AElig: "Æ",
  Oslash: "Ø",
  Aring: "Å",
  eacute: "é",
  ouml: "ö",
  auml: "ä",
  uuml: "ü",
  sect: "§",
  copy: "©",
  reg: "®",
  deg: "°",
  euro: "€",
  frac12: "½",
  middot: "·",
  times: "×",
  minus: "−",
};

/** A text with its entities as the letters that they mean. */
export function decoded(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,9}));/g,
    (whole, decimal, hex, name) => {
      if (typeof name === "string") return named[name] ?? whole;
      const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
      return isCharacter(code) ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Not a control character, nor half of a pair, nor beyond the last. */
function isCharacter(code: number): boolean {
  return code >= 0x20 && (code < 0x7f || code > 0x9f) && (code < 0xd800 || code > 0xdfff) && code <= 0x10ffff;
}
