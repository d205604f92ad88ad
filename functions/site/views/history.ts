import type { Newsroom, Release } from "../../content/entry.ts";
import { localMinute } from "../../content/instant.ts";
import type { Locale } from "../../content/locale.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type {
  CorrectionView,
  HistoryPage,
  VersionPage,
  WithdrawnPage,
} from "../../../templates/version-views.ts";
import type { LinkView } from "../../../templates/views.ts";
import type { Library } from "../library.ts";
import { entryPath, historyPath, versionPath } from "../paths.ts";
import { textDiff } from "../text-diff.ts";
import { versionsOf } from "../versions.ts";
import type { Version } from "../versions.ts";
import { frameOf } from "./frame.ts";

export function correctionViews(
  { corrections }: Release,
  { zone }: Newsroom,
  locale: Locale,
): readonly CorrectionView[] {
  return corrections.map(({ at, change, note }) => ({
    at,
    minute: localMinute(at, zone),
    change,
    note: note[locale],
  }));
}

/** Undefined where nothing was corrected, or the release is not in this language. */
export async function historyView(
  library: Library,
  release: Release,
  locale: Locale,
): Promise<HistoryPage | undefined> {
  const newsroom = await library.newsroom();
  const current = linkTo(release, locale);
  if (current === undefined || release.corrections.length === 0) return undefined;
  const corrections = correctionViews(release, newsroom, locale);
  const versions = versionsOf(release, locale);
  const pathIn = (of: Locale) => {
    const link = linkTo(release, of);
    return link && historyPath(link.path);
  };
  return {
    frame: frameOf(newsroom, {
      locale,
      ...stringsOf(locale).pages.history(current.text, newsroom.publisher[locale]),
      paths: { da: pathIn("da"), en: pathIn("en") },
      breadcrumbs: [current],
    }),
    release: current,
    versions: versions
      .map(({ number, at, text }) => {
        const correction = corrections[number - 2];
        const before = versions.find((other) => other.number === number - 1)?.text;
        return {
          number,
          path: versionPath(release.id, number, locale),
          hash: text.hash,
          at,
          minute: localMinute(at, newsroom.zone),
          ...(correction === undefined ? {} : { correction }),
          changes: before === undefined ? [] : textDiff(before, text),
        };
      })
      .toReversed(),
  };
}

/** A version's page names the release's as the one to be found. */
export async function versionView(
  library: Library,
  release: Release,
  version: Version,
): Promise<VersionPage> {
  const newsroom = await library.newsroom();
  const { locale, title, lead, brief, blocks, hash } = version.text;
  const current = linkTo(release, locale) ?? { text: title, path: `/${locale}/` };
  return {
    frame: frameOf(newsroom, {
      locale,
      ...stringsOf(locale).pages.version(version.number, title),
      paths: { da: linkTo(release, "da")?.path, en: linkTo(release, "en")?.path },
      breadcrumbs: [current],
    }),
    number: version.number,
    of: release.corrections.length + 1,
    at: version.at,
    minute: localMinute(version.at, newsroom.zone),
    title,
    lead,
    brief,
    blocks,
    hash,
    release: current,
    ...(release.corrections.length === 0 ? {} : { historyPath: historyPath(current.path) }),
  };
}

export async function withdrawnView(
  library: Library,
  release: Release,
  { at, reason }: NonNullable<Release["withdrawn"]>,
  locale: Locale,
): Promise<WithdrawnPage> {
  const newsroom = await library.newsroom();
  return {
    frame: frameOf(newsroom, {
      locale,
      ...stringsOf(locale).pages.withdrawn(newsroom.publisher[locale]),
      paths: { da: linkTo(release, "da")?.path, en: linkTo(release, "en")?.path },
    }),
    at,
    minute: localMinute(at, newsroom.zone),
    reason: reason[locale],
  };
}

export function linkTo(release: Release, locale: Locale): LinkView | undefined {
  const path = entryPath(release, locale);
  const text = release.translations[locale]?.title;
  return path === undefined || text === undefined ? undefined : { path, text };
}
