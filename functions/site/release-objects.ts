import type { Release } from "../content/entry.ts";
import { locales } from "../content/locale.ts";
import type { Locale } from "../content/locale.ts";
import { historyPage } from "../../templates/history-page.ts";
import { releasePage } from "../../templates/release-page.ts";
import { versionPage } from "../../templates/version-page.ts";
import { withdrawnPage } from "../../templates/withdrawn-page.ts";
import type { Library } from "./library.ts";
import { movedObjects } from "./moved-objects.ts";
import { entryPath, historyPath, keyOfPath, versionPath } from "./paths.ts";
import { gonePage, page } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";
import { historyView, versionsOf, versionView, withdrawnView } from "./views/history.ts";
import { releaseView } from "./views/release.ts";

/** Everything that stands at a release's addresses, those that it had and those of its earlier texts among them. */
export async function releaseObjects(library: Library, release: Release): Promise<readonly SiteObject[]> {
  const { url } = await library.newsroom();
  const own = await Promise.all(
    locales.map((locale) =>
      release.withdrawn === undefined
        ? live(library, release, locale)
        : withdrawn(library, release, release.withdrawn, locale),
    ),
  );
  return [...own.flat(), ...movedObjects(release, url)];
}

async function live(library: Library, release: Release, locale: Locale): Promise<readonly SiteObject[]> {
  const path = entryPath(release, locale);
  const translation = release.translations[locale];
  if (path === undefined || translation === undefined) return [];
  const text = page(keyOfPath(path), releasePage(await releaseView(library, release, translation)));
  const history = await historyView(library, release, locale);
  if (history === undefined) return [text];
  const versions = versionsOf(release, locale).map(async (version) =>
    page(
      keyOfPath(versionPath(release.id, version.number, locale)),
      versionPage(await versionView(library, release, version)),
    ),
  );
  return [text, page(keyOfPath(historyPath(path)), historyPage(history)), ...(await Promise.all(versions))];
}

/** The same at each address under which somebody may have kept the text. */
async function withdrawn(
  library: Library,
  release: Release,
  why: NonNullable<Release["withdrawn"]>,
  locale: Locale,
): Promise<readonly SiteObject[]> {
  const path = entryPath(release, locale);
  if (path === undefined) return [];
  const text = withdrawnPage(await withdrawnView(library, release, why, locale));
  const wereThere =
    release.corrections.length === 0
      ? []
      : [
          historyPath(path),
          ...versionsOf(release, locale).map(({ number }) => versionPath(release.id, number, locale)),
        ];
  return [path, ...wereThere].map((one) => gonePage(keyOfPath(one), text));
}
