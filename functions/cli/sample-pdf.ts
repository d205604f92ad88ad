import { deflateSync } from "node:zlib";

/** A paragraph of a page, already broken into lines. */
export interface PdfParagraph {
  readonly heading: boolean;
  readonly lines: readonly string[];
}

/**
 * A document of A4 pages in a typeface that every reader has, with its language, its title and its headings marked for those
 * who have it read aloud. The same bytes for the same words.
 *
 * @see  ISO 32000-1, 14.7 and 14.8 for the marks
 */
export function samplePdf(
  title: string,
  language: string,
  pages: readonly (readonly PdfParagraph[])[],
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const first = 6; // catalogue, tree of pages, tree of marks, two typefaces and what the document says of itself come before
  const perPage = 2;
  const marks: number[][] = [];
  const firstMark = first + pages.length * perPage + 1;
  let mark = firstMark;
  for (const page of pages) marks.push(page.map(() => mark++));
  const pageNumber = (page: number) => first + page * perPage + 1;
  const numbers = (all: readonly number[]) => all.map((number) => `${number} 0 R`).join(" ");

  add(
    `<</Type/Catalog/Pages 2 0 R/Lang(${language})/MarkInfo<</Marked true>>/StructTreeRoot 3 0 R/ViewerPreferences<</DisplayDocTitle true>>>>`,
  );
  add(`<</Type/Pages/Kids[${numbers(pages.map((_, page) => pageNumber(page)))}]/Count ${pages.length}>>`);
  add(
    `<</Type/StructTreeRoot/K[${numbers(marks.flat())}]/ParentTree<</Nums[${marks.map((all, page) => `${page}[${numbers(all)}]`).join("")}]>>>>`,
  );
  for (const font of ["Helvetica", "Helvetica-Bold"])
    add(`<</Type/Font/Subtype/Type1/BaseFont/${font}/Encoding/WinAnsiEncoding>>`);
  add(`<</Title(${escaped(title)})>>`);
  for (const [page, paragraphs] of pages.entries()) {
    const drawn = deflateSync(Buffer.from(drawnPage(paragraphs), "latin1")).toString("latin1");
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/StructParents ${page}/Tabs/S/Resources<</Font<</F4 4 0 R/F5 5 0 R>>>>/Contents ${pageNumber(page) + 1} 0 R>>`,
    );
    add(`<</Length ${drawn.length}/Filter/FlateDecode>>\nstream\n${drawn}\nendstream`);
  }
  for (const [page, paragraphs] of pages.entries())
    for (const [at, { heading }] of paragraphs.entries())
      add(`<</Type/StructElem/S/${heading ? "H1" : "P"}/P 3 0 R/Pg ${pageNumber(page)} 0 R/K ${at}>>`);
  return written(objects);
}

const left = 72;
const top = 760;
const leading = { true: 28, false: 17 } as const;

function drawnPage(paragraphs: readonly PdfParagraph[]): string {
  let y = top;
  return paragraphs
    .map(({ heading, lines }, at) => {
      const step = leading[`${heading}`];
      const font = heading ? "/F5 20 Tf" : "/F4 11 Tf";
      const text = lines.map((line) => `(${escaped(line)}) Tj T*`).join(" ");
      const drawn = `/${heading ? "H1" : "P"} <</MCID ${at}>> BDC BT ${font} ${step} TL ${left} ${y} Td ${text} ET EMC`;
      y -= step * lines.length + 12;
      return drawn;
    })
    .join("\n");
}

/** In the Danish letters WinAnsi is Latin-1. */
function escaped(text: string): string {
  return text.replaceAll(/[\\()]/g, String.raw`\$&`);
}

function written(objects: readonly string[]): Uint8Array {
  let text = "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n";
  const places = objects.map((body, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
