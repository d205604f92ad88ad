import { mostDocumentBytes, pdfFacts } from "../content/pdf-facts.ts";
import { readUnit } from "../content/read-unit.ts";
import type { ReadContent, ReadEntry, SourceFile } from "../content/read-content.ts";
import { unitOf } from "../content/unit-of.ts";
import { searchWords } from "../site/search-words.ts";
import { withoutTexts } from "./index-rows.ts";
import type { ListingLine, Sources } from "./ports.ts";
import { inTurns } from "./in-turns.ts";

/** Of a photo's original, this much tells its size and kind; the rest is not needed to check it. */
const headOfPhoto = 262_144;
/** Files fetched at once: more than this and the client's sockets are the limit. */
const atOnce = 32;

/**
 * Keeps what was read, for whoever reads the same folder again and again.
 *
 * @param key  all that the result depends on, but the code
 */
export type Remember = <T>(key: string, read: () => Promise<T>) => Promise<T>;

/** Reads the units as they are in one tree. A unit that is not there gives neither entry nor problem. */
export async function readUnits(
  sources: Pick<Sources, "listing" | "bytes">,
  tree: string,
  units: readonly string[],
  zone: string,
  remember: Remember = (_, read) => read(),
): Promise<ReadonlyMap<string, ReadContent>> {
  const { listing } = sources;
  const read = await inTurns(units, atOnce, async (unit): Promise<[string, ReadContent]> => {
    const files = await filesOf(listing, tree, unit);
    if (files.length === 0) return [unit, { entries: [], problems: [], cited: [], leftOut: [] }];
    const read = async (): Promise<ReadContent> => {
      const sourceFiles = await Promise.all(files.map((file) => sourceFile(sources, file)));
      const { entries, problems, cited, leftOut } = readUnit(unit, sourceFiles, { zone });
      // The texts were checked and are let go: a newsroom's worth of them need not be in memory at once.
      return {
        entries: entries.map(textLetGo),
        problems,
        cited,
        leftOut,
      };
    };
    const key = [zone, unit, ...files.map(({ path, object }) => `${path} ${object}`)].join("\n");
    return [unit, await remember(key, read)];
  });
  return new Map(read);
}

/** Of the texts only the words are kept that readers may look for. */
function textLetGo(read: ReadEntry): ReadEntry {
  const { entry } = read;
  if (entry.kind !== "release") return read;
  const { da, en } = entry.translations;
  return {
    ...read,
    entry: withoutTexts(entry),
    words: { da: searchWords(da), ...(en === undefined ? {} : { en: searchWords(en) }) },
  };
}

export async function sourceFile(
  sources: Pick<Sources, "bytes">,
  file: { readonly path: string; readonly object: string },
): Promise<SourceFile> {
  if (/\.pdf$/i.test(file.path)) return oneByOne(() => documentFile(sources, file));
  const first = /\.(?:ya?ml|md)$/i.test(file.path) ? undefined : headOfPhoto;
  const { bytes, size } = await sources.bytes(file.object, first);
  return { path: file.path, object: file.object, bytes, size };
}

/** A document is looked at as a whole and let go again, and never two at once: many of them have many megabytes. */
async function documentFile(sources: Pick<Sources, "bytes">, { path, object }: Named): Promise<SourceFile> {
  const { bytes, size } = await sources.bytes(object, mostDocumentBytes);
  return {
    path,
    object,
    bytes: new Uint8Array(),
    size,
    pdf: size > mostDocumentBytes ? { wrong: "broken" } : pdfFacts(bytes),
  };
}

/** Of the whole process, since its memory is one. */
let documentBefore: Promise<unknown> = Promise.resolve();

function oneByOne<T>(work: () => Promise<T>): Promise<T> {
  const done = documentBefore.then(work, work);
  documentBefore = done;
  return done;
}

interface Named {
  readonly path: string;
  readonly object: string;
}

/** The files of a unit: in its folder, or beside each other under one stem. */
async function filesOf(
  listing: (tree: string) => Promise<readonly ListingLine[]>,
  tree: string,
  unit: string,
): Promise<readonly Named[]> {
  const folder = unit.includes("/") ? unit.slice(0, unit.lastIndexOf("/")) : "";
  const beside = await treeAt(listing, tree, folder);
  const lines =
    beside === undefined ? [] : byStem(await listing(beside)).get(unit.slice(folder.length).replace("/", ""));
  const prefix = folder === "" ? "" : `${folder}/`;
  const found = await Promise.all(
    (lines ?? []).map(async (line) => {
      const path = prefix + line.name;
      if (line.type === "blob") return unitOf(path) === unit ? [{ path, object: line.object }] : [];
      return line.type === "tree" && path === unit ? allBelow(listing, line.object, path) : [];
    }),
  );
  return found.flat();
}

const stems = new WeakMap<readonly ListingLine[], ReadonlyMap<string, readonly ListingLine[]>>();

/** The lines of a listing by their names without what follows the last dot: a year may have thousands of units in it. */
function byStem(lines: readonly ListingLine[]): ReadonlyMap<string, readonly ListingLine[]> {
  const known = stems.get(lines);
  if (known !== undefined) return known;
  const grouped = new Map<string, ListingLine[]>();
  for (const line of lines) {
    const dot = line.name.lastIndexOf(".");
    const stem = line.type === "blob" && dot > 0 ? line.name.slice(0, dot) : line.name;
    grouped.set(stem, [...(grouped.get(stem) ?? []), line]);
  }
  stems.set(lines, grouped);
  return grouped;
}

async function allBelow(
  listing: (tree: string) => Promise<readonly ListingLine[]>,
  tree: string,
  folder: string,
): Promise<readonly Named[]> {
  const found = await Promise.all(
    (await listing(tree)).map(async (line) => {
      const path = `${folder}/${line.name}`;
      if (line.type === "tree") return allBelow(listing, line.object, path);
      return line.type === "blob" && unitOf(path) !== undefined ? [{ path, object: line.object }] : [];
    }),
  );
  return found.flat();
}

async function treeAt(
  listing: (tree: string) => Promise<readonly ListingLine[]>,
  tree: string,
  folder: string,
): Promise<string | undefined> {
  let here: string | undefined = tree;
  for (const name of folder === "" ? [] : folder.split("/")) {
    if (here === undefined) return undefined;
    here = (await listing(here)).find((line) => line.name === name && line.type === "tree")?.object;
  }
  return here;
}
