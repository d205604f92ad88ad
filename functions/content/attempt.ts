import type { Entry } from "./entry.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";
import type { SourceFile } from "./read-content.ts";
import { sourceText } from "./source-text.ts";
import { readYaml } from "./yaml-tree.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** An entry, or why there is none; problems may come with either, and then nothing is to be done with the entry. */
export interface Attempt {
  readonly entry?: Entry;
  readonly places: Readonly<Record<string, Place>>;
  readonly problems: readonly Problem[];
  /** Why there is no entry, where that is no reason to refuse the rest: a photo's file of which nothing can be made. */
  readonly leftOut?: readonly Problem[];
  /** What it was read from, where nothing came of it. */
  readonly tree?: YamlTree;
}

/** The keys of a YAML file; unreadable bytes are its problems. */
export function treeOf(file: SourceFile): YamlTree {
  const text = sourceText(file);
  const start = { file: file.path, line: 1, column: 1 };
  return text.ok
    ? readYaml(text.value, file.path, 1)
    : { value: undefined, start, places: new Map(), keyPlaces: new Map(), problems: text.problems };
}

export function unknownFile(path: string, expected: string): Problem {
  return {
    code: "unknown-file",
    place: { file: path, line: 1, column: 1 },
    message: {
      da: "Der bliver ikke lavet noget af denne fil, så ingen ville nogensinde se, hvad der står i den.",
      en: "Nothing is made from this file, so whatever is in it would never be seen.",
    },
    fix: {
      da: `omdøb den til det, den er, for eksempel ${expected}, eller slet den.`,
      en: `rename it to what it is, for example ${expected}, or delete it.`,
    },
  };
}

export function noSlug(place: Place): Problem {
  return {
    code: "wrong-value",
    place,
    message: {
      da: "Intet bogstav eller ciffer i dette kan stå i en adresse, så siden ville ikke få nogen.",
      en: "No letter or digit in this can stand in an address, so the page would have none.",
    },
    fix: {
      da: "tilføj selv en slug, for eksempel slug: klyngeprogrammet.",
      en: "add a slug of your own, for example slug: klyngeprogrammet.",
    },
  };
}

export function failed(problems: readonly Problem[]): Attempt {
  return { places: {}, problems };
}

export function placesOf(tree: YamlTree): Readonly<Record<string, Place>> {
  return Object.fromEntries(tree.places);
}

export function placeIn(tree: YamlTree, path: string): Place {
  return tree.places.get(path) ?? tree.start;
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Without the keys that hold nothing: entries survive JSON as they are. */
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<T>;
}
