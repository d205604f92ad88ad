import { defined, failed, placeIn, placesOf, treeOf, unknownFile } from "./attempt.ts";
import type { Attempt } from "./attempt.ts";
import { depictedIn, endOfConsent } from "./consent.ts";
import type { Photo } from "./entry.ts";
import type { Problem } from "./problem.ts";
import type { SourceFile } from "./read-content.ts";
import { readOriginal } from "./read-original.ts";
import { readShape } from "./read-shape.ts";
import { photoShape } from "./shapes.ts";
import type { YamlTree } from "./yaml-tree.ts";

/**
 * Reads a photo: its sidecar, and of the original what its beginning tells.
 *
 * @param others  the unit's files besides the sidecar; one of them is the original
 * @param zone    in which the days of consents are meant
 */
export function readPhoto(
  unit: string,
  id: string,
  sidecar: SourceFile | undefined,
  others: readonly SourceFile[],
  zone: string,
): Attempt {
  if (sidecar === undefined) {
    return failed(
      others.map(({ path }) => (isPicture(path) ? noSidecar(path, unit) : unknownFile(path, `${unit}.yaml`))),
    );
  }
  const tree = treeOf(sidecar);
  const read = readShape(photoShape(zone), tree);
  const name = read.ok ? (read.value.file ?? defaultFile(id, others)) : defaultFile(id, others);
  const file = others.find(({ path }) => path === `photos/${name}`);
  const strays = others
    .filter((other) => other !== file)
    .map(({ path }) => unknownFile(path, `${unit}.yaml`));
  const problems = [...strays, ...(file === undefined ? [missing(tree, name, id)] : [])];
  if (!read.ok) return failed([...read.problems, ...problems]);

  const { creator, creator_unknown: unknown, ...facts } = read.value;
  const wrong = [...problems, ...wrongCreator(tree, creator, unknown), ...repeatedAlt(tree, read.value)];
  if (file === undefined || wrong.length > 0) return failed(wrong);
  const original = readOriginal(file, placeIn(tree, "file"));
  if (!original.ok) return { places: {}, problems: [], leftOut: original.problems };
  const { focus, people: written, ...rest } = defined({ ...facts, file: name });
  const people = depictedIn(written, zone);
  const entry: Photo = {
    kind: "photo",
    id,
    ...rest,
    creator: unknown === undefined ? { name: creator ?? "" } : { unknownBecause: unknown },
    people,
    ...endOfConsent(people),
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

function missing(tree: YamlTree, name: string, id: string): Problem {
  return {
    code: "missing-file",
    place: placeIn(tree, "file"),
    message: {
      da: `Der ligger intet foto ${name} ved siden af denne sidecarfil og med dens navn, så der er ikke noget at vise.`,
      en: `There is no photo ${name} beside this sidecar and of its name, so there is nothing to show.`,
    },
    fix: {
      da: `gem originalen som photos/${id}.jpg, og commit den sammen med denne fil.`,
      en: `save the original as photos/${id}.jpg and commit it together with this file.`,
    },
  };
}

function noSidecar(path: string, unit: string): Problem {
  return {
    code: "missing-file",
    place: { file: path, line: 1, column: 1 },
    message: {
      da: "Fotoet har ingen sidecarfil, så ingen ved, hvem der har taget det, hvad det viser, og hvem der må bringe det.",
      en: "The photo has no sidecar, so nobody knows who took it, what it shows and who may print it.",
    },
    fix: {
      da: `skriv ${unit}.yaml med alt, caption, credit, creator, copyright og licence.`,
      en: `write ${unit}.yaml with alt, caption, credit, creator, copyright and licence.`,
    },
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
          message: {
            da: "Ingen er nævnt som fotograf, og der er ikke sagt hvorfor, og det kræver loven.",
            en: "Nobody is named as the one who made the photo, and no reason is given, which the law asks for.",
          },
          fix: {
            da: 'tilføj fotografen, for eksempel "creator: Ane Åkjær", eller sig med creator_unknown, hvorfor navnet ikke kendes.',
            en: 'add who took it, for example "creator: Ane Åkjær", or say why that is not known with creator_unknown.',
          },
        },
      ]
    : [
        {
          code: "wrong-value",
          place,
          message: {
            da: "Fotografen er både nævnt og sagt at være ukendt, og kun det ene kan passe.",
            en: "The one who made the photo is named and said to be unknown, and only one of the two can be true.",
          },
          fix: {
            da: "slet det ene, for eksempel creator_unknown.",
            en: "delete one of them, for example creator_unknown.",
          },
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
      message: {
        da: "Alt-teksten siger det samme som billedteksten, så den, der får siden læst op, hører det to gange.",
        en: "The alt text says the same as the caption, so whoever has the page read aloud hears it twice.",
      },
      fix: {
        da: 'skriv i alt, hvad der er at se, for eksempel "To mænd ved et bord med papirer".',
        en: 'say in alt what is to be seen, for example "Two men at a table with papers".',
      },
    }));
}
