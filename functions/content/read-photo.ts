import { defined, failed, placeIn, placesOf, treeOf, unknownFile } from "./attempt.ts";
import type { Attempt } from "./attempt.ts";
import type { Photo } from "./entry.ts";
import { jpegSize } from "./jpeg-size.ts";
import type { Problem, Reading } from "./problem.ts";
import type { SourceFile } from "./read-content.ts";
import { readShape } from "./read-shape.ts";
import { photoShape } from "./shapes.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** Above this the photo function's memory is not enough for everything that a file may hold. */
const largestOriginal = 100_000_000;

/**
 * Reads a photo: its sidecar, and of the original what its beginning tells.
 *
 * @param others  the unit's files besides the sidecar; one of them is the original
 */
export function readPhoto(
  unit: string,
  id: string,
  sidecar: SourceFile | undefined,
  others: readonly SourceFile[],
): Attempt {
  if (sidecar === undefined) {
    return failed(
      others.map(({ path }) => (isPicture(path) ? noSidecar(path, unit) : unknownFile(path, `${unit}.yaml`))),
    );
  }
  const tree = treeOf(sidecar);
  const read = readShape(photoShape, tree);
  const name = read.ok ? (read.value.file ?? defaultFile(id, others)) : defaultFile(id, others);
  const file = others.find(({ path }) => path === `photos/${name}`);
  const strays = others
    .filter((other) => other !== file)
    .map(({ path }) => unknownFile(path, `${unit}.yaml`));
  const original = file === undefined ? missing(tree, name, id) : readOriginal(file);
  const problems = [...strays, ...(original.ok ? [] : original.problems)];
  if (!read.ok) return failed([...read.problems, ...problems]);

  const { creator, creator_unknown: unknown, ...facts } = read.value;
  const wrong = [...problems, ...wrongCreator(tree, creator, unknown), ...repeatedAlt(tree, read.value)];
  if (!original.ok || wrong.length > 0) return failed(wrong);
  const { focus, ...rest } = defined({ ...facts, file: name });
  const entry: Photo = {
    kind: "photo",
    id,
    ...rest,
    creator: unknown === undefined ? { name: creator ?? "" } : { unknownBecause: unknown },
    ...(focus === undefined ? {} : { focus: { x: focus[0], y: focus[1] } }),
    original: original.value,
  };
  return { entry, places: placesOf(tree), problems: [] };
}

function defaultFile(id: string, others: readonly SourceFile[]): string {
  const there = others.map(({ path }) => path.slice("photos/".length)).find(isPicture);
  return there ?? `${id}.jpg`;
}

function isPicture(path: string): boolean {
  return /\.(?:jpe?g|png|tiff?|webp|heic|heif|avif|gif|bmp|svg|raw|dng|cr2|nef|arw|psd)$/i.test(path);
}

function readOriginal(file: SourceFile): Reading<Photo["original"]> {
  const place = { file: file.path, line: 1, column: 1 };
  const refuse = (code: Problem["code"], message: string, fix: string): Reading<Photo["original"]> => ({
    ok: false,
    problems: [{ code, place, message, fix }],
  });
  if (!/\.jpe?g$/i.test(file.path)) {
    return refuse(
      "photo-format",
      "The original is no JPEG file, and other kinds are not offered for print yet.",
      "export it as JPEG in the best quality, and save it beside the sidecar, for example industri-summit.jpg.",
    );
  }
  if (file.size > largestOriginal) {
    return refuse(
      "photo-too-large",
      `The original has ${Math.round(file.size / 1_000_000)} MB, and more than ${largestOriginal / 1_000_000} MB is more than any newsroom opens.`,
      "export it as JPEG in a size that prints well, for example 6000 pixels wide.",
    );
  }
  const size = jpegSize(file.bytes);
  if (size === undefined) {
    return refuse(
      "photo-unreadable",
      "The file is called a JPEG and is none, or its beginning is broken, so nobody could open it.",
      "export the photo again as JPEG from the program that it comes from, and replace the file.",
    );
  }
  return { ok: true, value: { object: file.object, format: "jpeg", bytes: file.size } };
}

function missing(tree: YamlTree, name: string, id: string): Reading<Photo["original"]> {
  return {
    ok: false,
    problems: [
      {
        code: "missing-file",
        place: placeIn(tree, "file"),
        message: `There is no photo ${name} beside this sidecar and of its name, so there is nothing to show.`,
        fix: `save the original as photos/${id}.jpg and commit it together with this file.`,
      },
    ],
  };
}

function noSidecar(path: string, unit: string): Problem {
  return {
    code: "missing-file",
    place: { file: path, line: 1, column: 1 },
    message: "The photo has no sidecar, so nobody knows who took it, what it shows and who may print it.",
    fix: `write ${unit}.yaml with alt, caption, credit, creator, copyright and licence.`,
  };
}

function wrongCreator(tree: YamlTree, creator: unknown, unknown: unknown): readonly Problem[] {
  if ((creator === undefined) !== (unknown === undefined)) return [];
  const place = placeIn(tree, creator === undefined ? "" : "creator_unknown");
  return creator === undefined
    ? [
        {
          code: "missing-key",
          place,
          message:
            "Nobody is named as the one who made the photo, and no reason is given, which the law asks for.",
          fix: 'add who took it, for example "creator: Ane Åkjær", or say why that is not known with creator_unknown.',
        },
      ]
    : [
        {
          code: "wrong-value",
          place,
          message:
            "The one who made the photo is named and said to be unknown, and only one of the two can be true.",
          fix: "delete one of them, for example creator_unknown.",
        },
      ];
}

/** Whoever hears the page read aloud hears both, one after the other. */
function repeatedAlt(tree: YamlTree, { alt, caption }: Pick<Photo, "alt" | "caption">): readonly Problem[] {
  return (["da", "en"] as const)
    .filter((locale) => alt[locale].toLowerCase() === caption[locale].toLowerCase())
    .map((locale) => ({
      code: "alt-repeats-caption",
      place: placeIn(tree, `alt.${locale}`),
      message:
        "The alt text says the same as the caption, so whoever has the page read aloud hears it twice.",
      fix: 'say in alt what is to be seen, for example "Two men at a table with papers".',
    }));
}
