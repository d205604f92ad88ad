import { defined, failed, noSlug, placeIn, placesOf, unknownFile } from "./attempt.ts";
import type { Attempt } from "./attempt.ts";
import { isEarlierFile, readEarlier } from "./earlier-texts.ts";
import type { Release, ReleaseLink } from "./entry.ts";
import type { Problem } from "./problem.ts";
import type { SourceFile } from "./read-content.ts";
import { readShape } from "./read-shape.ts";
import { releaseText, translationOf } from "./release-text.ts";
import { releaseShape, translationShape } from "./shapes.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** Reads a release: the Danish file, which carries what both languages share, and the English one where there is one. */
export function readRelease(unit: string, files: readonly SourceFile[], zone: string): Attempt {
  const named = (name: string) => files.find(({ path }) => path === `${unit}/${name}`);
  const danishFile = named("da.md");
  const englishFile = named("en.md");
  const strays = files
    .filter((file) => file !== danishFile && file !== englishFile && !isEarlierFile(unit, file.path))
    .map(({ path }) => unknownFile(path, `${unit}/da.md`));
  if (danishFile === undefined)
    return failed([...strays, ...(englishFile ? [noDanish(englishFile.path)] : [])]);

  const danish = releaseText(danishFile, "da");
  const english = englishFile && releaseText(englishFile, "en");
  const shared = readShape(releaseShape(zone), danish.tree);
  const translated = english && readShape(translationShape, english.tree);
  const past = readEarlier(unit, files, danish.tree, shared.ok ? shared.value.corrections.length : 0);
  const problems = [
    ...strays,
    ...(shared.ok ? past.problems : []),
    ...(shared.ok ? [] : shared.problems),
    ...(translated === undefined || translated.ok ? [] : translated.problems),
    ...danish.problems,
    ...(english?.problems ?? []),
    ...wrongEnglish(danish.tree, english !== undefined),
  ];
  if (!shared.ok || translated?.ok === false) return { ...failed(problems), tree: danish.tree };

  const {
    title,
    slug,
    lead,
    in_brief,
    date,
    embargo,
    english: plan,
    imported,
    links,
    ...rest
  } = shared.value;
  const { corrections, withdrawn, former_addresses: formerAddresses, advance, ...facts } = rest;
  const da = translationOf("da", { title, slug, lead, in_brief }, danish);
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
    corrections: corrections.map(({ date: { instant: at }, change, note }) => ({ at, change, note })),
    earlier: past.earlier,
    ...(withdrawn === undefined
      ? {}
      : { withdrawn: { at: withdrawn.date.instant, reason: withdrawn.reason } }),
    formerAddresses,
    advance: advance.map(({ for: recipient, until: { instant: until }, key }) => ({ recipient, until, key })),
  };
  const places = {
    ...placesOf(danish.tree),
    ...Object.fromEntries([...(english?.tree.places ?? [])].map(([key, place]) => [`en.${key}`, place])),
  };
  return { entry, places, tree: danish.tree, problems: [...problems, ...slugless] };
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
    message: {
      da: "Der ligger ingen da.md ved siden af denne fil, og den danske tekst bærer datoen og alt, hvad sprogene er fælles om.",
      en: "There is no da.md beside this file, and the Danish text carries the date and all that both languages share.",
    },
    fix: {
      da: "skriv da.md med id, title, date og lead i samme mappe.",
      en: "write da.md with id, title, date and lead in the same folder.",
    },
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
        message: {
          da: "Den engelske tekst siges at mangle, og den ligger her.",
          en: "The English text is said to be missing, and it is here.",
        },
        fix: { da: 'slet linjen "english: …".', en: 'delete the line "english: …".' },
      },
    ];
  }
  if (isThere || said !== undefined) return [];
  return [
    {
      code: "translation-missing",
      place: danish.start,
      message: {
        da: "Der ligger ingen en.md ved siden af denne fil, så de engelske læsere ville ikke vide, om de skal vente på den.",
        en: "There is no en.md beside this file, so readers of English would not know whether to wait for it.",
      },
      fix: {
        da: 'skriv en.md, eller tilføj "english: later", hvis den kommer, og "english: none", hvis den ikke gør.',
        en: 'write en.md, or add "english: later" if it is to come, or "english: none" if it is not.',
      },
    },
  ];
}
