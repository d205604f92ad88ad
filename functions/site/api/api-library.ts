import type { EntryOf, Id, Release } from "../../content/entry.ts";
import type { Library, ReleaseList } from "../library.ts";
import type { ReleaseCard } from "../release-card.ts";
import type { Subject } from "../subject.ts";

/** The kinds that are listed by id. Releases are listed by date, and photos on their own pages. */
export const listedKinds = ["contact", "programme", "case", "body"] as const;
export type ListedKind = (typeof listedKinds)[number];

/**
 * What the API asks of the index: pages of lists, and what is on the site. No question grows with the archive, and none
 * needs a text: of those the API gives the addresses.
 */
export interface ApiLibrary extends Pick<Library, "instant" | "newsroom" | "entry"> {
  /** A release without its texts, live or not. */
  headlines(id: Id): Promise<Release | undefined>;
  /** Live ones, newest first, from after the one with this order on. @see releaseOrder */
  releasesAfter(list: ReleaseList, after: string | undefined, limit: number): Promise<readonly ReleaseCard[]>;
  /** Live ones by id, from after this one on. */
  entriesAfter<K extends ListedKind>(
    kind: K,
    after: Id | undefined,
    limit: number,
  ): Promise<readonly EntryOf<K>[]>;
  /** Whether a page of the subject is on the site at this moment: the index is ahead of it while something is published. */
  isOnSite(subject: Subject, key: string): Promise<boolean>;
}
