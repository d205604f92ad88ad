import { placeIn } from "./attempt.ts";
import type { Translation, Translations } from "./entry.ts";
import type { Locale } from "./locale.ts";
import type { Problem } from "./problem.ts";
import type { SourceFile } from "./read-content.ts";
import { readShape } from "./read-shape.ts";
import { releaseText, translationOf } from "./release-text.ts";
import { earlierShape } from "./shapes.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** "releases/2026/bro/v1.da.md": the text as it stood before the first correction. */
export function earlierFile(unit: string, version: number, locale: Locale): string {
  return `${unit}/v${version}.${locale}.md`;
}

export function isEarlierFile(unit: string, path: string): boolean {
  return path.startsWith(`${unit}/`) && /^v[1-9]\d?\.(?:da|en)\.md$/.test(path.slice(unit.length + 1));
}

/**
 * Reads the texts that are kept beside a corrected release.
 *
 * @param tree         of the Danish file, which has the corrections
 * @param corrections  how many there are: so many Danish texts are to be here, and no more
 */
export function readEarlier(
  unit: string,
  files: readonly SourceFile[],
  tree: YamlTree,
  corrections: number,
): { readonly earlier: readonly Translations[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const earlier: Translations[] = [];
  const text = (version: number, locale: Locale): Translation | undefined => {
    const file = files.find(({ path }) => path === earlierFile(unit, version, locale));
    if (file === undefined) return undefined;
    const parts = releaseText(file, locale);
    const keys = readShape(earlierShape, parts.tree);
    problems.push(...(keys.ok ? [] : keys.problems), ...parts.problems);
    return keys.ok ? translationOf(locale, keys.value, parts) : undefined;
  };

  for (let version = 1; version <= corrections; version += 1) {
    const path = earlierFile(unit, version, "da");
    const da = text(version, "da");
    const en = text(version, "en");
    if (da !== undefined) earlier.push({ da, ...(en === undefined ? {} : { en }) });
    else if (!files.some((file) => file.path === path)) problems.push(textMissing(tree, version, path));
  }
  const known = new Set(Array.from({ length: corrections }, (_, index) => index + 1));
  const surplus = files.filter(
    ({ path }) => isEarlierFile(unit, path) && !known.has(Number(/\/v(\d+)\./.exec(path)?.[1])),
  );
  return { earlier, problems: [...problems, ...surplus.map(({ path }) => unexplained(path))] };
}

function textMissing(tree: YamlTree, version: number, path: string): Problem {
  return {
    code: "earlier-text-missing",
    place: placeIn(tree, `corrections.${version - 1}.date`),
    message: {
      da: "Teksten, som den stod før rettelsen, er ikke gemt, så ingen kunne se, hvad der er ændret.",
      en: "The text as it stood before this correction is not kept, so nobody could see what was changed.",
    },
    fix: {
      da: `gem den offentliggjorte tekst som ${path}, for eksempel med npm run correct.`,
      en: `save the published text as ${path}, for example with npm run correct.`,
    },
  };
}

function unexplained(path: string): Problem {
  return {
    code: "correction-missing",
    place: { file: path, line: 1, column: 1 },
    message: {
      da: "Her er gemt en tidligere tekst, og ingen rettelse siger, hvad der er ændret siden.",
      en: "An earlier text is kept here, and no correction says what was changed since.",
    },
    fix: {
      da: 'tilføj den i da.md under "corrections:" med date, change og note, eller slet denne fil.',
      en: 'add it to da.md below "corrections:", with date, change and note, or delete this file.',
    },
  };
}
