import { defined, failed, noSlug, placeIn, placesOf, unknownFile } from "./attempt.ts";
import type { Attempt } from "./attempt.ts";
import type { Release, ReleaseLink, Translation } from "./entry.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { Locale } from "./locale.ts";
import { markOf } from "./mark.ts";
import type { Problem } from "./problem.ts";
import type { SourceFile } from "./read-content.ts";
import { readShape } from "./read-shape.ts";
import { readText } from "./read-text.ts";
import { releaseShape, translationShape } from "./shapes.ts";
import { slugOf } from "./slug.ts";
import { sourceText } from "./source-text.ts";
import { readYaml } from "./yaml-tree.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** Reads a release: the Danish file, which carries what both languages share, and the English one where there is one. */
export function readRelease(unit: string, files: readonly SourceFile[], zone: string): Attempt {
  const named = (name: string) => files.find(({ path }) => path === `${unit}/${name}`);
  const danishFile = named("da.md");
  const englishFile = named("en.md");
  const strays = files
    .filter((file) => file !== danishFile && file !== englishFile)
    .map(({ path }) => unknownFile(path, `${unit}/da.md`));
  if (danishFile === undefined)
    return failed([...strays, ...(englishFile ? [noDanish(englishFile.path)] : [])]);

  const danish = partsOf(danishFile, "da");
  const english = englishFile && partsOf(englishFile, "en");
  const shared = readShape(releaseShape(zone), danish.tree);
  const translated = english && readShape(translationShape, english.tree);
  const problems = [
    ...strays,
    ...(shared.ok ? [] : shared.problems),
    ...(translated === undefined || translated.ok ? [] : translated.problems),
    ...danish.problems,
    ...(english?.problems ?? []),
    ...wrongEnglish(danish.tree, english !== undefined),
  ];
  if (!shared.ok || translated?.ok === false) return { ...failed(problems), tree: danish.tree };

  const { title, slug, lead, date, embargo, english: plan, imported, links, ...facts } = shared.value;
  const da = translationOf("da", { title, slug, lead }, danish);
  const en = english && translated && translationOf("en", translated.value, english);
  const slugless = [
    ...(da.slug === "" ? [noSlug(placeIn(danish.tree, "title"))] : []),
    ...(english !== undefined && en?.slug === "" ? [noSlug(placeIn(english.tree, "title"))] : []),
  ];
  const entry: Release = {
    kind: "release",
    ...defined(facts),
    date: date.date,
    released: date.instant,
    liveFrom: embargo !== undefined && embargo.instant > date.instant ? embargo.instant : date.instant,
    links: links.map(linkOf),
    ...(imported === undefined
      ? {}
      : { imported: { url: imported.url, titleReconstructed: imported.title === "reconstructed" } }),
    english: english === undefined ? (plan ?? "later") : "here",
    translations: { da, ...(en === undefined ? {} : { en }) },
  };
  const places = {
    ...placesOf(danish.tree),
    ...Object.fromEntries([...(english?.tree.places ?? [])].map(([key, place]) => [`en.${key}`, place])),
  };
  return { entry, places, tree: danish.tree, problems: [...problems, ...slugless] };
}

interface Parts {
  readonly tree: YamlTree;
  readonly body: string;
  readonly blocks: Translation["blocks"];
  /** Of the text; those of the keys are the tree's. */
  readonly problems: readonly Problem[];
}

function partsOf(file: SourceFile, locale: Locale): Parts {
  const unread = (problems: readonly Problem[]): Parts => ({
    tree: {
      value: undefined,
      start: { file: file.path, line: 1, column: 1 },
      places: new Map(),
      keyPlaces: new Map(),
      problems,
    },
    body: "",
    blocks: [],
    problems: [],
  });
  const text = sourceText(file);
  if (!text.ok) return unread(text.problems);
  const parts = readFrontMatter(text.value, file.path);
  if ("code" in parts) return unread([parts]);
  const { blocks, problems } = readText(parts.body.text, { file: file.path, line: parts.body.line, locale });
  return {
    tree: readYaml(parts.yaml.text, file.path, parts.yaml.line),
    body: parts.body.text,
    blocks,
    problems,
  };
}

function translationOf(
  locale: Locale,
  keys: {
    readonly title: string;
    readonly slug?: string | undefined;
    readonly lead: string;
    readonly follows?: string | undefined;
  },
  { body, blocks }: Parts,
): Translation {
  const { title, lead, follows } = keys;
  return {
    locale,
    title,
    slug: keys.slug ?? slugOf(title, locale),
    lead,
    blocks,
    mark: markOf({ title, lead, body }),
    ...(follows === undefined ? {} : { follows }),
  };
}

function linkOf(
  link: { label: ReleaseLink["label"] } & ({ url: string } | { members_of: string }),
): ReleaseLink {
  const { label } = link;
  return "url" in link
    ? { label, target: { url: link.url } }
    : { label, target: { membersOf: link.members_of } };
}

function noDanish(path: string): Problem {
  return {
    code: "missing-file",
    place: { file: path, line: 1, column: 1 },
    message:
      "There is no da.md beside this file, and the Danish text carries the date and all that both languages share.",
    fix: "write da.md with id, title, date and lead in the same folder.",
  };
}

/** Whether the release is meant for English readers is said, never guessed: forgetting it is the commonest slip. */
function wrongEnglish(danish: YamlTree, isThere: boolean): readonly Problem[] {
  if (danish.value === undefined) return [];
  const said = danish.places.get("english");
  if (isThere && said !== undefined) {
    return [
      {
        code: "wrong-value",
        place: said,
        message: "The English text is said to be missing, and it is here.",
        fix: 'delete the line "english: …".',
      },
    ];
  }
  if (isThere || said !== undefined) return [];
  return [
    {
      code: "translation-missing",
      place: danish.start,
      message:
        "There is no en.md beside this file, so readers of English would not know whether to wait for it.",
      fix: 'write en.md, or add "english: later" if it is to come, or "english: none" if it is not.',
    },
  ];
}
