import type { Release } from "../../content/entry.ts";
import { localMinute, startOfDay } from "../../content/instant.ts";
import type { Locale } from "../../content/locale.ts";
import { englishState } from "../../content/mark.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type { ComparePage, FollowedView } from "../../../templates/version-views.ts";
import type { Library } from "../library.ts";
import { comparePath, versionPath } from "../paths.ts";
import { changedSince, followedVersion, sideBySide } from "../side-by-side.ts";
import { frameOf } from "./frame.ts";
import { linkTo } from "./history.ts";

/** Undefined where the release is in one language only. */
export async function compareView(
  library: Library,
  release: Release,
  locale: Locale,
): Promise<ComparePage | undefined> {
  const [da, en] = [linkTo(release, "da"), linkTo(release, "en")];
  const english = release.translations.en;
  const state = englishState(release);
  if (da === undefined || en === undefined || english === undefined || state === undefined) return undefined;
  const newsroom = await library.newsroom();
  const follows = followedView(release, newsroom.zone);
  const pairs = sideBySide(release, english);
  const current = { da, en }[locale];
  return {
    frame: frameOf(newsroom, {
      locale,
      ...stringsOf(locale).pages.compare(current.text),
      paths: { da: comparePath(da.path), en: comparePath(en.path) },
      breadcrumbs: [current],
    }),
    releases: { da, en },
    state,
    ...(follows === undefined ? {} : { follows }),
    changedSince: changedSince(pairs),
    pairs,
  };
}

/** Undefined where the English names no Danish text, or one that nobody kept. */
export function followedView(release: Release, zone: string): FollowedView | undefined {
  const version = followedVersion(release);
  if (version === undefined) return undefined;
  const { number, at } = version;
  return {
    minute: at === startOfDay(release.date, zone) ? release.date : localMinute(at, zone),
    at,
    path: versionPath(release.id, number, "da"),
  };
}
