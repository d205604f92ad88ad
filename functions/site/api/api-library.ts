import type { Case, EntryOf, Id, Kind, Step } from "../../content/entry.ts";
import type { Instant, LocalDate } from "../../content/instant.ts";
import type { Library } from "../library.ts";
import type { Subject } from "../subject.ts";

/** The kinds that are listed by id. Releases are listed by date, and photos on their own pages. */
export type ListedKind = "contact" | "programme" | "case" | "body";

/**
 * What the API asks of the index: pages of lists, and what is on the site. No question grows with the archive, and none
 * needs a text: of those the API gives the addresses.
 */
export interface ApiLibrary extends Pick<
  Library,
  "instant" | "newsroom" | "entry" | "releases" | "olderThan" | "contacts"
> {
  /** Of any kind, live or not; a release without its texts. */
  indexed<K extends Kind>(kind: K, id: Id): Promise<EntryOf<K> | undefined>;
  /** Live ones by id, from after this one on. */
  entriesAfter<K extends ListedKind>(
    kind: K,
    after: Id | undefined,
    limit: number,
  ): Promise<readonly EntryOf<K>[]>;
  /** Whether a page of the subject is on the site at this moment: the index is ahead of it while something is published. */
  isOnSite(subject: Subject, key: string): Promise<boolean>;
  /** When an entry of that kind first came, and was last another; undefined where the index is older than that account. */
  datesOf(kind: Kind, id: Id): Promise<Dates | undefined>;
  /** Of those that were public and are no more: by id, from after one on, or that one alone. */
  goneAfter(
    kind: GoneKind,
    from: { readonly after: Id | undefined } | { readonly only: Id },
    limit: number,
  ): Promise<readonly (Dates & { readonly id: Id })[]>;
  /** A body's days with steps that readers may know of, the earliest first, from after a day on. */
  meetingsAfter(body: Id, after: string | undefined, limit: number): Promise<readonly Meeting[]>;
  meetingOn(body: Id, day: string): Promise<Meeting | undefined>;
}

/** By the publications that brought it: a press room that is made anew from nothing begins to count anew. */
export interface Dates {
  readonly created: Instant;
  readonly modified: Instant;
}

/** Of these it is kept that they were there. Of a contact it is not: the id would tell the name of who is to be forgotten. */
export const goneKinds = ["case", "body"] as const;
export type GoneKind = (typeof goneKinds)[number];

/** What a body had before it on one day. */
export interface Meeting {
  readonly date: LocalDate;
  readonly steps: readonly { readonly case: Case; readonly step: Step }[];
}
