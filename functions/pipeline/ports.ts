import type { Instant } from "../content/instant.ts";
import type { SiteObject } from "../site/site-object.ts";
import type { OriginalFormat } from "../content/entry.ts";
import type { Part } from "../site/manifest.ts";
import type { Kit } from "../site/kit/kit.ts";
import type { Rights } from "../site/rights.ts";
import type { SocialPicture } from "../site/social-picture.ts";
import type { DrawPicturesOrder } from "./draw-pictures.ts";
import type { LedgerState, Publication, Refusal, Target, Underway } from "./ledger.ts";
import type { MakeRenditionsOrder, MakeRenditionsResult } from "./make-renditions.ts";
import type { RenderPagesOrder, RenderPagesResult } from "./render-pages.ts";

/**
 * Everything that the stories reach out for. Each port asks for no more than is used; each adapter under
 * `aws/` fulfils one of them, and the rooms at home (export, preview, tests) bring their own.
 */

/** What the authors committed, by content address. Addresses never change their bytes. */
export interface Sources {
  /** The commit that is wanted now; undefined before the first was sent. */
  head(): Promise<Head | undefined>;
  /** A folder's listing. Throws when there is none: a listing that is cited is there. */
  listing(tree: string): Promise<readonly ListingLine[]>;
  /** A file's bytes, or its first `first` bytes; `size` is the whole file's in either case. */
  bytes(object: string, first?: number): Promise<{ readonly bytes: Uint8Array; readonly size: number }>;
}

/** The commit that is to be live. */
export interface Head {
  /** Git's commit id, or "folder-" and the tree for a folder without history. */
  readonly commit: string;
  /** The content folder's tree. */
  readonly tree: string;
  /** Who committed it, as Git has the name. */
  readonly author?: string;
  /** Published texts may become others without a word: somebody goes back on purpose, or there is no history. */
  readonly forced?: boolean;
  /** Anything that differs from before has everything made again from the sources, whatever is there. */
  readonly again?: string;
}

/** One line of a folder's listing, as Git has it. */
export interface ListingLine {
  readonly name: string;
  /** A link is a symbolic link or a submodule: it names something that is not in the tree. */
  readonly type: "tree" | "blob" | "link";
  readonly object: string;
}

/** Where a commit is sent. Putting what is there already is harmless. */
export interface SourceStore {
  hasListing(tree: string): Promise<boolean>;
  hasBytes(object: string): Promise<boolean>;
  putListing(tree: string, lines: readonly ListingLine[]): Promise<void>;
  putBytes(object: string, bytes: Uint8Array): Promise<void>;
  /** Last of all: this alone wakes the publisher. */
  moveHead(head: Head): Promise<void>;
}

/** A row of the index: two keys and what is known under them. Values survive JSON. */
export interface Row {
  readonly pk: string;
  readonly sk: string;
  readonly value: unknown;
}
export type RowKey = Pick<Row, "pk" | "sk">;

/** The index. Reads see every write that was answered before them. */
export interface Rows {
  /** In any order; those that are not there are left out. */
  get(keys: readonly RowKey[]): Promise<readonly Row[]>;
  /** Rows of one partition by sort key; `after` and `before` exclude themselves. */
  query(query: RowQuery): Promise<readonly Row[]>;
  /** Not atomic, and safe to repeat. */
  write(puts: readonly Row[], deletes: readonly RowKey[]): Promise<void>;
}
export interface RowQuery {
  readonly pk: string;
  readonly after?: string;
  readonly before?: string;
  readonly prefix?: string;
  readonly newestFirst?: boolean;
  readonly limit?: number;
}

/** What is live, and who may change it. What says so is refused with `LedgerMovedOn` to whoever has no lease. */
export interface Ledger {
  read(): Promise<LedgerState>;
  /** Takes the lease, if nobody has it or it has run out; undefined when another publisher is at work. */
  take(publisher: string, now: Instant, until: Instant): Promise<LedgerState | undefined>;
  /** @throws LedgerMovedOn */
  renew(publisher: string, until: Instant): Promise<void>;
  /** Written before the first change of the site: what a publisher that dies may have touched. @throws LedgerMovedOn */
  begin(publisher: string, underway: Underway): Promise<void>;
  /** What is live now; nothing is under way any more. @throws LedgerMovedOn */
  record(publisher: string, live: Target, nextDue: Instant | undefined): Promise<void>;
  /** @throws LedgerMovedOn */
  refuse(publisher: string, refused: Refusal): Promise<void>;
  report(publication: Publication): Promise<void>;
  /** Harmless where the lease is another's by now. */
  release(publisher: string): Promise<void>;
  /** Until when this publisher has the lease; undefined when it has none. */
  leaseOf(publisher: string): Promise<Instant | undefined>;
}

/** Ready but out of reach: what photos were made into, and what was drawn. */
export interface Held {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Harmless where it is not there. */
  delete(keys: readonly string[]): Promise<void>;
}

/** What is held, piece by piece. */
export interface HeldBytes {
  read(key: string): AsyncIterable<Uint8Array>;
}

/** Where kits are put together. What breaks off leaves nothing. */
export interface Archives {
  isHeld(key: string): Promise<boolean>;
  hold(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  putOnSite(object: Omit<SiteObject, "body" | "digest">, bytes: AsyncIterable<Uint8Array>): Promise<void>;
}

/** What readers reach. */
export interface Site {
  put(object: SiteObject): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
}

/** Work that is given away, so that many hands can do it. */
export interface Workers {
  renderPages(order: RenderPagesOrder): Promise<RenderPagesResult>;
  makeRenditions(order: MakeRenditionsOrder): Promise<MakeRenditionsResult>;
  drawPictures(order: DrawPicturesOrder): Promise<void>;
  /** Asks for a kit to be held; not waited for, since whoever needs it makes it where it is not there. */
  holdKit(kit: Kit): Promise<void>;
}

export interface EdgeCache {
  /** Paths as readers ask for them: "/da/". Safe to repeat. */
  purge(paths: readonly string[]): Promise<void>;
}

/** Passes news on to those who asked for it. */
export interface Hub {
  /** @param feeds  the absolute addresses of the feeds that changed */
  tell(hub: string, feeds: readonly string[]): Promise<void>;
}

export interface Images {
  /**
   * Every file that the site needs of one photo, one at a time. The press original and the placeholder come with what is
   * quick. Throws `PhotoUnreadable` for what is the author's to mend.
   */
  files(original: Uint8Array, rights: Rights, options: ImageOptions): AsyncIterable<ImageFile>;
}
export interface ImageOptions {
  readonly parts: readonly Part[];
  /** What the file is said to be. */
  readonly format: OriginalFormat;
  readonly focus?: { readonly x: number; readonly y: number };
}
export interface ImageFile {
  readonly role: Part | "original" | "placeholder";
  readonly name: string;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Draws what is shown of a release elsewhere: a PNG file of `socialSize`. */
export interface Pictures {
  draw(picture: SocialPicture): Promise<Uint8Array>;
}

export interface Clock {
  now(): Instant;
  /** Resolves at the instant or a little after it, never before. */
  waitUntil(instant: Instant): Promise<void>;
  /** Does it again and again until it is stopped; `failed` rejects with its first failure, and never resolves. */
  every(milliseconds: number, work: () => Promise<void>): { readonly failed: Promise<never>; stop(): void };
}
