/** Excel takes a file for UTF-8 by this sign alone, and Danish letters for others without it. */
const utf8Mark = "\u{FEFF}";

/**
 * A table as a spreadsheet opens it: every value in quotation marks. A value that a spreadsheet would take for a formula
 * gets an apostrophe before it, which spreadsheets show as text: what authors write is never run.
 *
 * @param separator  what spreadsheets of the language expect: where the comma divides a number, it divides no values
 * @see              RFC 4180; OWASP, "CSV Injection"
 */
export function csv(rows: readonly (readonly string[])[], separator: "," | ";"): string {
  return utf8Mark + rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join("");
}

function cell(value: string): string {
  const harmless = /^\s*[=+\-@\t\r|]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
