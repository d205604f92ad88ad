import type { Newsroom, Release, Translation } from "../content/entry.ts";
import { locales } from "../content/locale.ts";
import type { Locale } from "../content/locale.ts";
import { comparePage } from "../../templates/compare-page.ts";
import { historyPage } from "../../templates/history-page.ts";
import { releaseMarkdown } from "../../templates/markdown.ts";
import { releasePlainText } from "../../templates/plain-text.ts";
import { releasePage } from "../../templates/release-page.ts";
import { stringsOf } from "../../templates/strings.ts";
import { versionPage } from "../../templates/version-page.ts";
import type { FormatName, ReleasePage } from "../../templates/views.ts";
import { withdrawnPage } from "../../templates/withdrawn-page.ts";
import { contactsOfRelease } from "./contact-objects.ts";
import type { Library } from "./library.ts";
import { kitOf } from "./kit/kit-of.ts";
import type { KitInOne } from "./kit/kit-of.ts";
import { movedObjects } from "./moved-objects.ts";
import { canceledNinjs, ninjsOf } from "./ninjs.ts";
import { comparePath, entryPath, historyPath, keyOfPath, kitPath, versionPath } from "./paths.ts";
import { drawnObject, gonePage, kitObject, page } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";
import { pathOfPicture } from "./social-picture.ts";
import { versionsOf } from "./versions.ts";
import { compareView } from "./views/compare.ts";
import { historyView, versionView, withdrawnView } from "./views/history.ts";
import { releaseElsewhere } from "./views/release-elsewhere.ts";
import { formatsOf, releaseView } from "./views/release.ts";

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
  return [...own.flat(), ...movedObjects(release, own.flat(), url)];
}

async function live(library: Library, release: Release, locale: Locale): Promise<readonly SiteObject[]> {
  const path = entryPath(release, locale);
  const translation = release.translations[locale];
  if (path === undefined || translation === undefined) return [];
  const view = await releaseView(library, release, translation);
  const inOne = await kitOf(library, release, view);
  const { drawn } = await releaseElsewhere(library, release, translation);
  const text = [
    drawnObject(keyOfPath(pathOfPicture(drawn)), drawn),
    ...(inOne?.kit === undefined ? [] : [kitObject(keyOfPath(kitPath(path)), inOne.kit)]),
    page(keyOfPath(path), releasePage(inOne === undefined ? view : withKit(view, path, inOne))),
    ...formats(await library.newsroom(), release, translation, view),
  ];
  const history = await historyView(library, release, locale);
  const compare = await compareView(library, release, locale);
  const versions = versionsOf(release, locale).map(async (version) =>
    page(
      keyOfPath(versionPath(release.id, version.number, locale)),
      versionPage(await versionView(library, release, version)),
    ),
  );
  return [
    ...text,
    ...(history === undefined ? [] : [page(keyOfPath(historyPath(path)), historyPage(history))]),
    ...(compare === undefined ? [] : [page(keyOfPath(comparePath(path)), comparePage(compare))]),
    ...(await contactsOfRelease(library, release, locale, path)),
    ...(await Promise.all(versions)), // from the first: who cites it now is to find it when it was corrected
  ];
}

function withKit(view: ReleasePage, path: string, { kit, bytes }: KitInOne): ReleasePage {
  return { ...view, kit: { bytes, ...(kit === undefined ? {} : { path: kitPath(path) }) } };
}

/** The same text for programs, on the same stem. */
function formats(
  newsroom: Newsroom,
  release: Release,
  translation: Translation,
  view: ReleasePage,
): readonly SiteObject[] {
  const bodies: Readonly<Partial<Record<FormatName, string>>> = {
    text: releasePlainText(view, newsroom.url),
    markdown: releaseMarkdown(view, newsroom.url),
    json: `${JSON.stringify(ninjsOf(newsroom, release, translation, view))}\n`,
  };
  return view.frame.formats.map(({ name, path, type }) =>
    page(keyOfPath(path), bodies[name] ?? "", name === "json" ? type : `${type}; charset=utf-8`),
  );
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
  const wereThere = [
    ...(release.corrections.length === 0 ? [] : [historyPath(path)]),
    ...(release.translations.en === undefined ? [] : [comparePath(path)]),
    ...versionsOf(release, locale).map(({ number }) => versionPath(release.id, number, locale)),
  ];
  const newsroom = await library.newsroom();
  const words = `${stringsOf(locale).pages.withdrawn(newsroom.publisher[locale]).title}: ${why.reason[locale]}\n`;
  const bodies: Readonly<Partial<Record<FormatName, string>>> = {
    text: words,
    markdown: words,
    json: `${JSON.stringify(canceledNinjs(newsroom, release, locale))}\n`,
  };
  const kits = release.photos.length === 0 ? [] : [kitPath(path)];
  return [
    ...[path, ...wereThere].map((one) => gonePage(keyOfPath(one), text)),
    ...kits.map((one) => gonePage(keyOfPath(one), words, "text/plain; charset=utf-8")),
    ...formatsOf(path).map(({ name, path: one, type }) =>
      gonePage(keyOfPath(one), bodies[name] ?? "", name === "json" ? type : "text/plain; charset=utf-8"),
    ),
  ];
}
