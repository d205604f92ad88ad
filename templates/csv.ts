/**
 * A table for spreadsheets. A cell that a spreadsheet would reckon out, such as "=1+1", is made text by an apostrophe:
 * what authors write must not run on a reader's computer.
 *
 * @see  RFC 4180; OWASP, "CSV Injection"
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
