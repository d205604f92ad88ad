import { inflateSync } from "node:zlib";

/** Of a document: how many pages it has, or why nobody can tell. */
export type PdfFacts = { readonly pages: number } | { readonly wrong: "no-pdf" | "broken" | "protected" };

/** What a document may be: more than this and a phone on the road gives up. */
export const mostDocumentBytes = 20_000_000;
/** What its packed objects may come to: far more than any document's, and no more than a function has room for. */
const mostUnpacked = 64_000_000;
/** More than any body was ever handed. */
const mostPages = 100_000;

/**
 * Counts a document's pages. It is looked through from the start, as programs do with a file whose table of contents is
 * damaged: an object that comes later replaces what it was before. Nothing of it is drawn and nothing in it is run.
 *
 * @see  ISO 32000-1, 7.3.10 for objects, 7.5.7 for object streams, 7.7.2 and 7.7.3 for where pages are counted
 */
export function pdfFacts(bytes: Uint8Array): PdfFacts {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!text.slice(0, 1024).includes("%PDF-")) return { wrong: "no-pdf" };
  const { objects, trailers } = objectsIn(text);
  if (trailers.some((trailer) => /\/Encrypt\b/.test(trailer))) return { wrong: "protected" };
  const root = trailers.map((trailer) => referenceIn(trailer, "Root")).findLast((one) => one !== undefined);
  const catalogue = objects.get(root ?? "");
  const tree = objects.get((catalogue && referenceIn(catalogue, "Pages")) ?? "");
  const pages = tree === undefined ? undefined : countIn(tree, objects);
  return pages === undefined || pages < 1 || pages > mostPages ? { wrong: "broken" } : { pages };
}

interface Found {
  /** By number: what stands between "obj" and "endobj", or before the bytes of a stream. */
  readonly objects: ReadonlyMap<string, string>;
  /** What names the root, first to last. */
  readonly trailers: readonly string[];
}

function objectsIn(text: string): Found {
  const objects = new Map<string, string>();
  const trailers: string[] = [];
  let left = mostUnpacked;
  const starts = /\b(\d{1,10})\s+\d{1,5}\s+obj\b|\btrailer\b/g;
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const from = starts.lastIndex;
    const end = text.slice(from, from + longestObject).search(/\bendobj\b|\bstream\r?\n|\bstartxref\b/);
    const body = text.slice(from, from + (end < 0 ? longestObject : end));
    starts.lastIndex = from + body.length;
    const number = match[1];
    if (number === undefined) {
      trailers.push(body);
      continue;
    }
    objects.set(number, body);
    if (!text.startsWith("stream", starts.lastIndex)) continue;
    const stream = streamAt(text, starts.lastIndex, body);
    starts.lastIndex = stream.end;
    if (/\/Type\s*\/XRef\b/.test(body)) trailers.push(body);
    if (!/\/Type\s*\/ObjStm\b/.test(body)) continue;
    const unpacked = unpack(body, stream.text, left);
    if (unpacked === undefined) continue; // what was in it is missed when it is looked for
    left -= unpacked.length;
    for (const [packed, value] of packedIn(body, unpacked)) objects.set(packed, value);
  }
  return { objects, trailers };
}

/** No dictionary that leads to the pages comes near; what is longer is cut, and is none. */
const longestObject = 200_000;

/** Its bytes, and where it ends: as long as it says where that is right, up to its end mark otherwise. */
function streamAt(
  text: string,
  at: number,
  dictionary: string,
): { readonly text: string; readonly end: number } {
  const from = text.indexOf("\n", at) + 1;
  const said = Number(/\/Length\s+(\d{1,10})(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
  const isRight = /^\s*endstream/.test(text.slice(from + said, from + said + 20));
  const mark = text.indexOf("endstream", from);
  const end = isRight ? from + said : mark < 0 ? text.length : mark;
  return { text: text.slice(from, end), end };
}

function unpack(dictionary: string, packed: string, most: number): string | undefined {
  if (!/\/Filter\b/.test(dictionary)) return packed;
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(dictionary) || most <= 0) return undefined;
  try {
    return inflateSync(Buffer.from(packed, "latin1"), { maxOutputLength: most }).toString("latin1");
  } catch {
    return undefined; // damaged, or larger than any document is: it says nothing then
  }
}

/** An object stream begins with pairs of number and place. */
function* packedIn(dictionary: string, text: string): Generator<readonly [string, string]> {
  const first = Number(/\/First\s+(\d{1,9})/.exec(dictionary)?.[1] ?? 0);
  const pairs = text.slice(0, first).trim().split(/\s+/);
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const from = first + Number(pairs[at + 1]);
    const to = at + 3 < pairs.length ? first + Number(pairs[at + 3]) : text.length;
    yield [pairs[at] ?? "", text.slice(from, Math.min(to, from + longestObject))];
  }
}

function referenceIn(dictionary: string, key: string): string | undefined {
  return new RegExp(String.raw`/${key}\s+(\d{1,10})\s+\d{1,5}\s+R\b`).exec(dictionary)?.[1];
}

/** A count may stand in an object of its own. */
function countIn(tree: string, objects: ReadonlyMap<string, string>): number | undefined {
  const elsewhere = objects.get(referenceIn(tree, "Count") ?? "");
  const written = elsewhere ?? /\/Count\s+(\d{1,7})\b/.exec(tree)?.[1];
  return written === undefined || !/^\s*\d{1,7}\s*$/.test(written) ? undefined : Number(written);
}
