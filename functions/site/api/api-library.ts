import type { EntryOf, Id, Kind } from "../../content/entry.ts";
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
  "instant" | "newsroom" | "entry" | "releases" | "olderThan"
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
}
