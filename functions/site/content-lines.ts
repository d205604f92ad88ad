/**
 * How a value and a line are written in vCard and iCalendar, which agree on it.
 *
 * @see  RFC 6350 and RFC 5545, section 3.1 for folding
 */
export function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(/\r\n?|\n/g, "\\n")
    .replaceAll(",", "\\,")
    .replaceAll(";", "\\;");
}

/** 75 octets a line, the blank that continues it among them; never in the middle of a character. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let room = 75;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (octets > room) {
      parts.push(part);
      part = "";
      room = 74;
    }
    part += character;
    room -= octets;
  }
  return [...parts, part].join("\r\n ");
}
