import type { Citation } from "./cited-in.ts";
import type { Entry } from "./entry.ts";
import type { PdfFacts } from "./pdf-facts.ts";
import type { Problem } from "./problem.ts";
import type { Place } from "./place.ts";

/** One file of the authors. `object` is its content address (Git's blob id). */
export interface SourceFile {
  /** Below the content folder, with forward slashes. */
  readonly path: string;
  readonly object: string;
  /**
   * The whole file; of a photo's original the first 256 KiB are enough, and `size` tells how long it is. Of a document
   * nothing is kept but what was read from it.
   */
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly pdf?: PdfFacts;
}

/** An entry with what publishing needs to know of where it came from. */
export interface ReadEntry {
  readonly entry: Entry;
  /** The files it was made from: path → content address. */
  readonly sources: Readonly<Record<string, string>>;
  /** The words of its texts that readers may look for, where the texts themselves are not kept. */
  readonly words?: { readonly da: string; readonly en?: string };
  /** Where each key of it stands, for problems that only show against other entries: "contacts.1" → place. */
  readonly places: Readonly<Record<string, Place>>;
}

export interface ReadContent {
  readonly entries: readonly ReadEntry[];
  /** By file, line and column. */
  readonly problems: readonly Problem[];
  /** What is cited by that of which no entry came. */
  readonly cited: readonly Citation[];
  /** Why no entry came of a photo: nothing can be made of its file. The rest goes on without it. */
  readonly leftOut: readonly Problem[];
}
