import type * as z from "zod";
import type { Complaint } from "./fields.ts";
import { longestList } from "./fields.ts";
import type { Localised } from "./locale.ts";
import { nearest } from "./nearest.ts";
import type { Place } from "./place.ts";
import type { Problem, Reading } from "./problem.ts";
import { shorten } from "./yaml-problems.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** Reads a file's keys as a shape wants them: the value, or all that is wrong, each at its place. */
export function readShape<S extends z.ZodObject>(shape: S, tree: YamlTree): Reading<z.output<S>> {
  if (tree.value === undefined) return { ok: false, problems: tree.problems };
  const read = shape.safeParse(tree.value);
  const found = read.success ? [] : read.error.issues.flatMap((issue) => problemsOf(issue, [], tree, shape));
  // What is no value in the YAML already is not told a second time as a wrong one.
  const told = new Set(tree.problems.map(({ place }) => `${place.line}:${place.column}`));
  const problems = [
    ...tree.problems,
    ...found.filter(({ place }) => !told.has(`${place.line}:${place.column}`)),
  ];
  return read.success && problems.length === 0 ? { ok: true, value: read.data } : { ok: false, problems };
}

type Issue = z.core.$ZodIssue;

function problemsOf(
  issue: Issue,
  above: readonly PropertyKey[],
  tree: YamlTree,
  shape: z.ZodObject,
): readonly Problem[] {
  const path = [...above, ...issue.path].map(String);
  const at = path.join(".");
  const there = tree.places.has(at);
  const place = tree.places.get(at) ?? nearestPlace(path, tree);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(tree, [...path, key], shape));
    case "invalid_union":
      return ofUnion(issue, path, tree, shape);
    case "custom":
      return [{ place, ...(issue.params as Complaint) }];
    case "invalid_value":
      return [
        there ? notOneOf(place, valueAt(tree, path), issue.values.map(String)) : missingKey(place, path),
      ];
    case "too_big":
    case "too_small":
      return [wrongLength(place, path)];
    default:
      return [
        there
          ? wrongType(place, path, "expected" in issue ? String(issue.expected) : "")
          : missingKey(place, path),
      ];
  }
}

/** Of several shapes the one that comes nearest is meant: a line or keys, as was written, and the fewest complaints. */
function ofUnion(
  issue: Extract<Issue, { code: "invalid_union" }>,
  path: readonly string[],
  tree: YamlTree,
  shape: z.ZodObject,
): readonly Problem[] {
  const isOfOtherKind = (issues: readonly Issue[]) =>
    issues.some(({ code, path: within }) => code === "invalid_type" && within.length === 0);
  const [nearestShape] = issue.errors.toSorted(
    (one, other) => Number(isOfOtherKind(one)) - Number(isOfOtherKind(other)) || one.length - other.length,
  );
  return (nearestShape ?? []).flatMap((inner) => problemsOf(inner, path, tree, shape));
}

function unknownKey(tree: YamlTree, path: readonly string[], shape: z.ZodObject): Problem {
  const key = path.at(-1) ?? "";
  const place = tree.keyPlaces.get(path.join(".")) ?? nearestPlace(path, tree);
  const known = path.length === 1 ? Object.keys(shape.shape) : innerKeys;
  const meant = nearest(key, known);
  return {
    code: "unknown-key",
    place,
    message: {
      da: `"${shorten(key)}" er ikke en nøgle, der betyder noget her, så det, den siger, ville gå tabt.`,
      en: `"${shorten(key)}" is no key that means anything here, so what it says would be lost.`,
    },
    fix: fixOfKey(key, meant, known),
  };
}

function fixOfKey(key: string, meant: string | undefined, known: readonly string[]): Localised {
  if (meant !== undefined)
    return {
      da: `skriv ${meant} i stedet, for eksempel "${meant}: …", eller slet linjen.`,
      en: `write ${meant} instead, for example "${meant}: …", or delete the line.`,
    };
  return key.includes(" ") // no key has one; between braces what follows a comma is read as the next key
    ? {
        da: 'sæt anførselstegn om ord med komma i, for eksempel { da: "Først, og så", en: First }.',
        en: 'put quotation marks around words with a comma in them, for example { da: "Først, og så", en: First }.',
      }
    : {
        da: `slet linjen, eller skriv den under en af vejledningens nøgler, for eksempel ${known.slice(0, 3).join(", ")}.`,
        en: `delete the line, or write it under a key of the guide, for example ${known.slice(0, 3).join(", ")}.`,
      };
}

/** The keys of all that lies deeper: for guessing which of them was meant. */
const innerKeys = [
  ...["da", "en", "name", "url", "terms", "title", "body", "department", "from", "to", "exact", "rounded"],
  ...[
    "currency",
    "id",
    "date",
    "action",
    "subject",
    "outcome",
    "label",
    "members_of",
    "heading",
    "paragraphs",
  ],
];

function missingKey(place: Place, path: readonly string[]): Problem {
  const key = path.at(-1) ?? "";
  const isLanguage = key === "da" || key === "en";
  return {
    code: "missing-key",
    place,
    message: isLanguage
      ? {
          da: `"${path.join(".")}" mangler, og hvad der kun siges på ét sprog, er skjult for halvdelen af læserne.`,
          en: `"${path.join(".")}" is missing, and what is said in one language only is hidden from half the readers.`,
        }
      : {
          da: `"${path.join(".")}" mangler, og læserne kan ikke undvære den.`,
          en: `"${path.join(".")}" is missing, and readers cannot do without it.`,
        },
    fix: {
      da: `tilføj nøglen, for eksempel "${key}: ${exampleOf(key)}".`,
      en: `add the key, for example "${key}: ${exampleOf(key)}".`,
    },
  };
}

function exampleOf(key: string): string {
  return examples[key] ?? "…";
}

const examples: Readonly<Record<string, string>> = {
  alt: "{ da: To mænd ved et bord, en: Two men at a table }",
  body: "vaekstforum",
  caption: "{ da: Mødet i Herning, en: The meeting in Herning }",
  copyright: "Region Midtjylland",
  credit: "Region Midtjylland",
  da: "Vækstforum mødes",
  date: "2008-05-27",
  en: "The Growth Forum meets",
  id: "2008-05-27-klyngeprogram",
  lead: "Flere virksomheder skal vokse.",
  title: "Vækstforum satser på klynger",
  url: "https://presse.example",
};

function notOneOf(place: Place, value: string, values: readonly string[]): Problem {
  const meant = nearest(value, values) ?? values[0] ?? "";
  return {
    code: "wrong-value",
    place,
    message: {
      da: `"${shorten(value)}" er ikke et af de ord, der betyder noget her: ${values.join(", ")}.`,
      en: `"${shorten(value)}" is none of the words that mean something here: ${values.join(", ")}.`,
    },
    fix: { da: `skriv et af dem, for eksempel ${meant}.`, en: `write one of them, for example ${meant}.` },
  };
}

function wrongType(place: Place, path: readonly string[], expected: string): Problem {
  const key = path.at(-1) ?? "";
  const [what, example] =
    expected === "array" || expected === "tuple"
      ? [{ da: "en liste", en: "a list" }, `${key}: [erhverv]`]
      : expected === "object"
        ? [{ da: "en gruppe nøgler", en: "a group of keys" }, `${key}: { da: Klynger, en: Clusters }`]
        : [{ da: "én linje tekst", en: "one line of text" }, `${key}: Klynger`];
  return {
    code: "wrong-type",
    place,
    message: {
      da: `"${path.join(".")}" skal være ${what.da}, og her står noget andet, så det kan ikke læses.`,
      en: `"${path.join(".")}" is to be ${what.en}, and something else stands here, so it cannot be read.`,
    },
    fix: {
      da: `skriv det som ${what.da}, for eksempel "${example}".`,
      en: `write it as ${what.en}, for example "${example}".`,
    },
  };
}

function wrongLength(place: Place, path: readonly string[]): Problem {
  return {
    code: "wrong-value",
    place,
    message: {
      da: `"${path.join(".")}" har et andet antal linjer, end der må være, højst ${longestList}, så den kan ikke vises.`,
      en: `"${path.join(".")}" has another number of lines than it may, at most ${longestList}, so it cannot be shown.`,
    },
    fix: {
      da: "skriv så mange, som vejledningen nævner, for eksempel focus: [0.5, 0.3] med to tal.",
      en: "write as many as the guide names, for example focus: [0.5, 0.3] with two numbers.",
    },
  };
}

function valueAt(tree: YamlTree, path: readonly string[]): string {
  let here: unknown = tree.value;
  for (const name of path) {
    here = typeof here === "object" && here !== null ? (here as Record<string, unknown>)[name] : undefined;
  }
  return typeof here === "string" ? here : "…";
}

/** The place of what the missing thing is missing from. */
function nearestPlace(path: readonly string[], tree: YamlTree): Place {
  for (let length = path.length - 1; length > 0; length -= 1) {
    const place =
      tree.keyPlaces.get(path.slice(0, length).join(".")) ?? tree.places.get(path.slice(0, length).join("."));
    if (place !== undefined) return place;
  }
  return tree.start;
}
