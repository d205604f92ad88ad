import type {
  Body,
  Case,
  Contact,
  Entry,
  EntryOf,
  Id,
  Kind,
  Newsroom,
  Page,
  Photo,
  Programme,
  Release,
  Step,
} from "../content/entry.ts";
import type { Instant, LocalDate } from "../content/instant.ts";
import type { Localised } from "../content/locale.ts";
import type { Manifest } from "./manifest.ts";
import type { ReleaseCard, ReleasePlace } from "./release-card.ts";
import type { ListName } from "./yearly.ts";

/**
 * What the pages are made from: the content of one commit as of one instant. Nothing that is not live at
 * that instant is handed out by a list; `entry` hands out what is asked for by name, live or not.
 */
export interface Library {
  readonly instant: Instant;
  newsroom(): Promise<NewsroomWithPages>;
  entry<K extends Exclude<Kind, "release" | "newsroom">>(kind: K, id: Id): Promise<EntryOf<K> | undefined>;
  /** With its text in every language. */
  release(id: Id): Promise<Release | undefined>;
  /** What the photo was made into; undefined where that has not happened yet. */
  manifest(photo: Photo): Promise<Manifest | undefined>;
  /** A JPEG in base64, small enough to be carried by a contact card; undefined where the photo is smaller still. */
  cardPicture(photo: Photo): Promise<string | undefined>;
  /** Since when anything live has shown it: of what has no hour of its own, since ever. Undefined where nothing does. */
  shownSince(photo: Id): Promise<Instant | undefined>;

  /** Newest first. */
  releases(list: ReleaseList, limit?: number): Promise<readonly ReleaseCard[]>;
  /** Those of a list before a place in it, newest first, and after it, oldest first. */
  olderThan(place: ReleasePlace, list: ReleaseList, limit: number): Promise<readonly ReleaseCard[]>;
  newerThan(place: ReleasePlace, list: ReleaseList, limit: number): Promise<readonly ReleaseCard[]>;
  /** Those of a list that are dated in a year, newest first. */
  releasesOfYear(list: ReleaseList, year: string): Promise<readonly ReleaseCard[]>;
  /** A body's steps of a year, its newest, or those from a day on; the latest first, those of one day as their cases have them. */
  stepsOf(
    body: Id,
    wanted: { readonly year: string } | { readonly newest: number } | { readonly from: LocalDate },
  ): Promise<readonly { readonly case: Case; readonly step: Step }[]>;
  /** The years of which a list has a live release or step, newest first. */
  yearsOf(list: ListName): Promise<readonly string[]>;
  /** The names of the lists that have a live release or step of a year. */
  listsOf(year: string): Promise<readonly ListName[]>;
  /** The years in which any body has a step: they may be years without a release. */
  bodyYears(): Promise<readonly string[]>;
  /** The releases of a year with the words of their texts, newest first. */
  searchable(year: string): Promise<readonly SearchableRelease[]>;
  /** Those taken back, the latest first. */
  withdrawn(limit: number): Promise<readonly WithdrawnCard[]>;
  neighbours(place: ReleasePlace): Promise<{ readonly older?: ReleaseCard; readonly newer?: ReleaseCard }>;
  /** Months with something live in them, newest first: "2008-05". */
  months(): Promise<readonly string[]>;
  /** Those among them whose releases came with photos: with any, or with some of that list that may still be shown. */
  photoMonths(list?: { readonly person: string } | { readonly programme: Id }): Promise<readonly string[]>;
  /** Photos of somebody that anything live shows, the newest taken first. */
  photosOf(person: string, limit: number): Promise<readonly Photo[]>;
  /** By id. */
  programmes(): Promise<readonly Programme[]>;
  cases(of?: { readonly programme: Id }): Promise<readonly Case[]>;
  bodies(): Promise<readonly Body[]>;
  pages(): Promise<readonly Page[]>;
  contacts(of?: { readonly body: Id } | { readonly portrait: Id }): Promise<readonly Contact[]>;
  /** Without outcome: those to come, soonest first, then those whose day has passed, latest first. */
  pendingSteps(limit: number): Promise<readonly { readonly case: Case; readonly step: Step }[]>;
}

/** The newsroom, with the pages that the foot of every page leads to. */
export interface NewsroomWithPages extends Newsroom {
  readonly pages: { readonly accessibility?: Page; readonly privacy?: Page };
}

export type ReleaseList =
  | "all"
  | { readonly month: string }
  | { readonly programme: Id }
  | { readonly case: Id }
  | { readonly contact: Id }
  | { readonly photo: Id }
  | { readonly topic: string };

/** What the search knows of a release: its words in each language that it has. */
export interface SearchableRelease {
  readonly card: ReleaseCard;
  readonly words: { readonly da: string; readonly en?: string };
}

/** A release that was live and was taken back. */
export interface WithdrawnCard {
  readonly card: ReleaseCard;
  readonly at: Instant;
  readonly reason: Localised;
}

/** Whether readers may know of it. Kinds without a time of their own are live as soon as they are committed. */
export function isLive(entry: Entry | { readonly liveFrom?: Instant }, instant: Instant): boolean {
  const liveFrom = "liveFrom" in entry ? entry.liveFrom : undefined;
  return liveFrom === undefined || liveFrom <= instant;
}
