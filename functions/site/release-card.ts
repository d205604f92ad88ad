import type { Id, Release } from "../content/entry.ts";
import type { Instant, LocalDate } from "../content/instant.ts";

/** What lists know of a release: everything but its text. Small, because an index row is copied into each list. */
export interface ReleaseCard {
  readonly id: Id;
  readonly date: LocalDate;
  readonly released: Instant;
  readonly liveFrom: Instant;
  /** When it was last corrected, and when last in what somebody may have printed. */
  readonly corrected?: Instant;
  readonly rectified?: Instant;
  readonly topics: readonly string[];
  readonly sample: boolean;
  /** The first photo. */
  readonly photo?: Id;
  /** All of them. */
  readonly photos: readonly Id[];
  readonly programme?: Id;
  readonly da: Headline;
  readonly en?: Headline;
}
export interface Headline {
  readonly title: string;
  readonly slug: string;
  readonly lead: string;
}

export function cardOf(release: Release): ReleaseCard {
  const { da, en } = release.translations;
  const [photo] = release.photos;
  const corrected = release.corrections.at(-1)?.at;
  const rectified = release.corrections.findLast(({ change }) => change === "major")?.at;
  return {
    id: release.id,
    date: release.date,
    released: release.released,
    liveFrom: release.liveFrom,
    ...(corrected === undefined ? {} : { corrected }),
    ...(rectified === undefined ? {} : { rectified }),
    topics: release.topics,
    sample: release.sample,
    ...(photo === undefined ? {} : { photo }),
    photos: release.photos,
    ...(release.programme === undefined ? {} : { programme: release.programme }),
    da: { title: da.title, slug: da.slug, lead: da.lead },
    ...(en === undefined ? {} : { en: { title: en.title, slug: en.slug, lead: en.lead } }),
  };
}

/** What a release is sorted by. */
export type ReleasePlace = Pick<ReleaseCard, "released" | "id">;

/** Newest first by this, and never equal for two releases: the sort key of every list. */
export function releaseOrder(release: ReleasePlace): string {
  return `${release.released}#${release.id}`;
}
