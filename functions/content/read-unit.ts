import { failed, treeOf, unknownFile } from "./attempt.ts";
import type { Attempt } from "./attempt.ts";
import { citedIn } from "./cited-in.ts";
import { inOrder } from "./format-problem.ts";
import { readCase, readBody, readContact, readNewsroom, readPage, readProgramme } from "./read-facts.ts";
import type { ReadContent, ReadEntry, SourceFile } from "./read-content.ts";
import { readPhoto } from "./read-photo.ts";
import { readRelease } from "./read-release.ts";
import { isId, badId } from "./fields.ts";
import { readShape } from "./read-shape.ts";
import { glossaryShape } from "./shapes.ts";
import type { YamlTree } from "./yaml-tree.ts";

/**
 * Reads one unit of sources: what it means, or everything that is wrong with it. Whether what it cites is there is
 * another's to check.
 *
 * @param unit   as `unitOf` names it
 * @param files  all files of the unit, in any order
 */
export function readUnit(
  unit: string,
  files: readonly SourceFile[],
  context: { readonly zone: string },
): ReadContent {
  const inPathOrder = files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const { entry, places, problems, tree, leftOut = [] } = attempt(unit, inPathOrder, context.zone);
  if (entry === undefined || problems.length > 0) {
    const cited = tree === undefined ? [] : citedIn(unit.split("/")[0] ?? "", tree);
    return { entries: [], problems: inOrder(problems), cited, leftOut };
  }
  const sources = Object.fromEntries(inPathOrder.map(({ path, object }) => [path, object]));
  const read: ReadEntry = { entry, sources, places };
  return { entries: [read], problems: [], cited: [], leftOut };
}

function attempt(unit: string, files: readonly SourceFile[], zone: string): Attempt {
  const folder = unit.split("/")[0] ?? "";
  if (folder === "releases") return readRelease(unit, files, zone);
  const id = unit.split("/")[1] ?? "newsroom";
  const yaml = files.find(({ path }) => path === `${unit}.yaml`);
  const logo = files.find(({ path }) => path === "newsroom.svg");
  const others = files.filter((file) => file !== yaml && file !== logo);
  if (folder === "photos") return withId(unit, id, readPhoto(unit, id, yaml, others, zone));

  const documents = folder === "cases" ? others.filter(({ pdf }) => pdf !== undefined) : [];
  const unknown = others
    .filter((file) => yaml === undefined || !documents.includes(file))
    .map((file) => unknownFile(file.path, `${unit}.yaml`));
  if (yaml === undefined) return { places: {}, problems: unknown };
  const tree = treeOf(yaml);
  if (folder === "glossary") {
    const read = readShape(glossaryShape, tree);
    return failed([...unknown, ...(read.ok ? [] : read.problems)]); // for the check alone: no page is made of it
  }
  const read =
    folder === "newsroom" ? readNewsroom(tree, logo) : readFacts(folder, id, tree, zone, documents);
  return withId(unit, id, { ...read, tree, problems: [...unknown, ...read.problems] });
}

function readFacts(
  folder: string,
  id: string,
  tree: YamlTree,
  zone: string,
  documents: readonly SourceFile[],
): Attempt {
  switch (folder) {
    case "contacts":
      return readContact(id, tree, zone);
    case "programmes":
      return readProgramme(id, tree, zone);
    case "cases":
      return readCase(id, tree, zone, documents);
    case "bodies":
      return readBody(id, tree);
    case "pages":
      return readPage(id, tree);
    default:
      throw new Error(`No kind of entry lies in ${folder}.`);
  }
}

/** The id of everything but a release is its file's name. */
function withId(unit: string, id: string, read: Attempt): Attempt {
  if (isId(id)) return read;
  const { code, message, fix } = badId(id);
  return {
    ...read,
    problems: [...read.problems, { code, place: { file: `${unit}.yaml`, line: 1, column: 1 }, message, fix }],
  };
}
