import type {
  Case,
  Contact,
  Id,
  Newsroom,
  Programme,
  Release,
  ReleaseLink,
  Translation,
} from "../../content/entry.ts";
import type { Locale, Localised } from "../../content/locale.ts";
import type { Block } from "../../content/blocks.ts";
import { isOver } from "../../content/consent.ts";
import { startOfDay } from "../../content/instant.ts";
import type { Instant } from "../../content/instant.ts";
import { englishState } from "../../content/mark.ts";
import type {
  ContactCard,
  FormatView,
  LinkView,
  ReleasePage,
  TextBlock,
  TrailView,
  WaysView,
} from "../../../templates/views.ts";
import { shownMonth } from "../../../templates/format.ts";
import { stringsOf } from "../../../templates/strings.ts";
import { entryFormats } from "../entry-formats.ts";
import { isLive } from "../library.ts";
import type { Library } from "../library.ts";
import {
  cardPath,
  comparePath,
  contactsVcardPath,
  entryFeedPath,
  entryPath,
  formatPath,
  historyPath,
  monthPath,
  sectionPath,
  topicFeedPath,
  topicPath,
  versionPath,
  yearPath,
} from "../paths.ts";
import { qrCodeOf } from "../qr-code.ts";
import { relatedTo } from "../related.ts";
import type { ReleaseCard } from "../release-card.ts";
import { changedSince, sideBySide } from "../side-by-side.ts";
import { topicName } from "../topics.ts";
import { newsArticle } from "../structured-data.ts";
import { contactCard } from "./contact.ts";
import { programmeBox } from "./facts.ts";
import { feedOf, frameOf } from "./frame.ts";
import { followedView } from "./compare.ts";
import { correctionViews } from "./history.ts";
import { photoView } from "./picture.ts";
import { releaseElsewhere } from "./release-elsewhere.ts";
import { teaserOf } from "./teaser.ts";
import { trailOf } from "./trail.ts";

/** A release's page in one of the languages that it has. */
export async function releaseView(
  library: Library,
  release: Release,
  translation: Translation,
): Promise<ReleasePage> {
  const { locale } = translation;
  const [newsroom, photos, photosGone, contacts, elsewhere, links, neighbours, related, programme, matter] =
    await Promise.all([
      library.newsroom(),
      Promise.all(release.photos.map((id) => photoView(library, id, locale))),
      goneSince(library, release),
      cardsOf(library, release.contacts, locale, release.released),
      releaseElsewhere(library, release, translation),
      Promise.all(release.links.map((link) => linkView(library, link, locale))),
      library.neighbours(release),
      relatedTo(library, release),
      liveProgramme(library, release.programme),
      liveCase(library, release.case),
    ]);
  const trail = matter && (await trailOf(library, matter, locale));
  const timed = release.released !== startOfDay(release.date, newsroom.zone);
  const version = release.corrections.length + 1;
  const paths = { da: entryPathIn(release, "da"), en: entryPathIn(release, "en") };

  const address = newsroom.url + (paths[locale] ?? "");
  return {
    frame: frameOf(newsroom, {
      locale,
      title: translation.title,
      description: translation.lead,
      paths,
      breadcrumbs: crumbsOf(release.date, locale),
      structuredData: [newsArticle(newsroom, release, translation, address, elsewhere.structured)],
      socialImages: elsewhere.social,
      openGraphType: "article",
      feeds: [
        ...(programme === undefined ? [] : feedOf(programme, locale, programme.name[locale])),
        ...(matter === undefined ? [] : feedOf(matter, locale, matter.title[locale])),
        ...topicFeedsOf(release, locale),
      ],
      formats: formatsOf(paths[locale] ?? ""),
    }),
    title: translation.title,
    date: release.date,
    released: timed ? release.released : release.date,
    lead: translation.lead,
    brief: translation.brief,
    blocks: quotable(translation.blocks, contacts),
    photos: photos.filter((photo) => photo !== undefined),
    photosGone,
    ...(programme === undefined
      ? {}
      : { programme: { ...programmeBox(programme, locale), ...waysTo(programme, locale) } }),
    ...(trail === undefined || matter === undefined
      ? {}
      : { trail: { ...trail, ...waysTo(matter, locale) } }),
    ...aroundDay(trail, release.date),
    contacts,
    ...(contacts.length < 2 ? {} : { allContactsPath: contactsVcardPath(paths[locale] ?? "") }),
    links,
    topics: release.topics,
    topicPages: release.topics.flatMap((word) => {
      const topic = topicName(word);
      if (topic === undefined) return [];
      return [
        {
          word: { text: word, ...(locale === "da" ? {} : { lang: "da" as const }) },
          path: topicPath(topic, locale),
        },
      ];
    }),
    sample: release.sample,
    ...(release.imported === undefined
      ? {}
      : {
          imported: {
            href: release.imported.url,
            titleReconstructed: release.imported.titleReconstructed,
          },
        }),
    corrections: correctionViews(release, newsroom, locale),
    ...(release.corrections.length === 0 ? {} : { historyPath: historyPath(paths[locale] ?? "") }),
    ...translationState(release, translation, newsroom.zone, paths.da),
    ...(release.translations.en === undefined ? {} : { comparePath: comparePath(paths[locale] ?? "") }),
    ...(neighbours.older === undefined ? {} : { older: linkToCard(neighbours.older, locale) }),
    ...(neighbours.newer === undefined ? {} : { newer: linkToCard(neighbours.newer, locale) }),
    related: related.map((card) => teaserOf(card, locale)),
    about: aboutOn(newsroom, release.date)[locale],
    cite: {
      href: newsroom.url + versionPath(release.id, version, locale),
      version,
      hash: translation.hash,
      page: address,
    },
    qr: { ...qrCodeOf(address), says: stringsOf(locale).qrOfPage },
  };
}

/** As programs get it, for who wants the figures or to be told of the outcome. */
function waysTo(entry: Programme | Case, locale: Locale): WaysView {
  const path = entryPath(entry, locale);
  return {
    formats: entryFormats(entry, locale),
    ...(path === undefined ? {} : { feedPath: entryFeedPath(path) }),
  };
}

function topicFeedsOf({ topics }: Release, locale: Locale): readonly { title: string; path: string }[] {
  return topics.flatMap((word) => {
    const topic = topicName(word);
    return topic === undefined ? [] : [{ title: word, path: topicFeedPath(topic, locale) }];
  });
}

/** The formats that each release has besides its page. */
export function formatsOf(path: string): readonly FormatView[] {
  return (["text", "markdown", "json"] as const).map((name) => ({
    name,
    path: formatPath(path, name),
    type: formatTypes[name],
  }));
}
const formatTypes = { text: "text/plain", markdown: "text/markdown", json: "application/json" } as const;
/** What has come of the case since the release went out, and its next step: the rest of the trail is history. */
function aroundDay(trail: TrailView | undefined, day: string): Pick<ReleasePage, "since" | "next"> {
  const steps = trail?.steps ?? [];
  const next = steps.find(({ outcome }) => outcome === undefined);
  return {
    since: steps.filter(({ outcome, date }) => outcome !== undefined && date > day),
    ...(next === undefined ? {} : { next }),
  };
}

/** An old release keeps what its publisher said of itself then. */
function aboutOn({ about, aboutBefore }: Newsroom, day: string): Localised {
  return aboutBefore.find(({ until }) => day <= until)?.about ?? about;
}

/** How many photos the release was published with that may not be shown any more. */
async function goneSince(library: Library, release: Release): Promise<number> {
  const photos = await Promise.all(release.photos.map((id) => library.entry("photo", id)));
  return photos.filter(
    (photo) =>
      photo !== undefined && isOver(photo, library.instant) && release.liveFrom < (photo.shownUntil ?? ""),
  ).length;
}

/** Contacts in the order given, or the newsroom's own where none is given: a reporter always finds somebody to call. */
export async function contactsOf(library: Library, ids: readonly Id[]): Promise<readonly Contact[]> {
  const { pressContact } = await library.newsroom();
  const named = ids.length > 0 || pressContact === undefined ? ids : [pressContact];
  const contacts = await Promise.all(named.map((id) => library.entry("contact", id)));
  return contacts.filter((contact) => contact !== undefined);
}

export async function cardsOf(
  library: Library,
  ids: readonly Id[],
  locale: Locale,
  asOf?: Instant,
): Promise<readonly ContactCard[]> {
  const contacts = await contactsOf(library, ids);
  return Promise.all(contacts.map((contact) => contactCard(library, contact, locale, asOf)));
}

export async function liveProgramme(library: Library, id: Id | undefined): Promise<Programme | undefined> {
  const programme = id === undefined ? undefined : await library.entry("programme", id);
  return programme && isLive(programme, library.instant) ? programme : undefined;
}

async function liveCase(library: Library, id: Id | undefined): Promise<Case | undefined> {
  const matter = id === undefined ? undefined : await library.entry("case", id);
  return matter && isLive(matter, library.instant) ? matter : undefined;
}

function entryPathIn(release: Release, locale: Locale): string | undefined {
  return entryPath(release, locale);
}

/** Front page, archive, year, month: the folders of the address, each a page. */
function crumbsOf(date: string, locale: Locale): readonly LinkView[] {
  const { navigation } = stringsOf(locale);
  const year = date.slice(0, 4);
  const month = date.slice(0, 7);
  return [
    { text: navigation.front, path: `/${locale}/` },
    { text: navigation.archive, path: sectionPath("archive", locale) },
    { text: year, path: yearPath(year, locale) },
    { text: shownMonth(month, locale), path: monthPath(month, locale) },
  ];
}

function linkToCard(card: ReleaseCard, locale: Locale): LinkView {
  const { path, locale: shown } = cardPath(card, locale);
  return { text: (shown === "en" ? card.en : card.da)?.title ?? card.da.title, path };
}

async function linkView(
  library: Library,
  { label, target }: ReleaseLink,
  locale: Locale,
): Promise<{ text: string; href: string }> {
  if ("url" in target) return { text: label[locale], href: target.url };
  const body = await library.entry("body", target.membersOf);
  const path = body && entryPath(body, locale);
  if (path === undefined) throw new Error(`The body ${target.membersOf} has no page in ${locale}.`);
  return { text: label[locale], href: `${path}#members` };
}

/** Each quote has an anchor, and a speaker who is one of the release's contacts is linked to their page. */
function quotable(blocks: readonly Block[], contacts: readonly ContactCard[]): readonly TextBlock[] {
  const paths = new Map(contacts.map(({ name, path }) => [name, path]));
  let quotes = 0;
  return blocks.map((block): TextBlock => {
    if (block.type !== "quote") return block;
    quotes += 1;
    const id = `quote-${quotes}`;
    if (block.speaker === undefined) return { ...block, id };
    const path = paths.get(block.speaker.name);
    return { ...block, id, speaker: path === undefined ? block.speaker : { ...block.speaker, path } };
  });
}

/** Readers of a translation are told whether it follows the Danish text as it is now, and if not, which one it does. */
function translationState(
  release: Release,
  translation: Translation,
  zone: string,
  danishPath: string | undefined,
): Pick<ReleasePage, "translation"> {
  const state = englishState(release);
  if (translation.locale === "da" || danishPath === undefined || state === undefined) return {};
  const follows = state === "stale" ? followedView(release, zone) : undefined;
  return {
    translation: {
      state,
      path: danishPath,
      ...(follows === undefined
        ? {}
        : { follows, changedSince: changedSince(sideBySide(release, translation)) }),
    },
  };
}
