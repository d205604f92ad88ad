import { deflateSync } from "node:zlib";

/** A document of so many empty pages, as Acrobat 4 and its like write it: nothing packed, a table at the end. */
export function plainPdf(pages: number, more: { readonly trailer?: string } = {}): Buffer {
  return withTable(bodies(pages), more.trailer ?? "");
}

/** The same as office programs write it today: the objects packed in a stream, and the table too. */
export function packedPdf(pages: number): Buffer {
  const all = bodies(pages);
  const places = all.map((_, index) => all.slice(0, index).join("").length);
  const numbers = all.map((_, index) => `${index + 1} ${places[index]}`).join(" ");
  const packed = deflateSync(Buffer.from(`${numbers} ${all.join("")}`));
  const number = all.length + 1;
  const head = `%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n${number} 0 obj\n<</Type/ObjStm/N ${all.length}/First ${numbers.length + 1}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  const table = deflateSync(Buffer.from([0]));
  return Buffer.concat([
    Buffer.from(head, "latin1"),
    packed,
    Buffer.from(
      `\nendstream\nendobj\n${number + 1} 0 obj\n<</Type/XRef/Root 1 0 R/Size 1/W[1 0 0]/Filter/FlateDecode/Length ${table.length}>>\nstream\n`,
    ),
    table,
    Buffer.from("\nendstream\nendobj\nstartxref\n0\n%%EOF\n"),
  ]);
}

/** Pages taken out and saved on top of what was there, as programs do that save fast. */
export function shortenedPdf(from: number, to: number): Buffer {
  return Buffer.concat([
    plainPdf(from),
    Buffer.from(`2 0 obj\n${bodies(to)[1] ?? ""}\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`),
  ]);
}

/** By number from 1: the catalogue, the tree of pages, the pages. */
function bodies(pages: number): readonly string[] {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(" ");
  return [
    "<</Type/Catalog/Pages 2 0 R>> ",
    `<</Type /Pages/Kids[${kids}]/Count ${pages}>> `,
    ...Array.from({ length: pages }, () => "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> "),
  ];
}

function withTable(all: readonly string[], trailer: string): Buffer {
  const objects = all.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`);
  return Buffer.from(
    `%PDF-1.4\n${objects.join("")}xref\n0 0\ntrailer\n<</Root 1 0 R/Size ${all.length + 1}${trailer}>>\nstartxref\n0\n%%EOF\n`,
  );
}
