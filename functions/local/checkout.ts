import type { Head, Sources } from "../pipeline/ports.ts";
import { ForAuthors } from "./for-authors.ts";

/** The authors' folder on this machine, as the pipeline reads sources. */
export interface Checkout extends Omit<Sources, "head"> {
  /** "git": what is committed counts. "folder": there is no history, so what is saved counts. */
  readonly kind: "git" | "folder";
  /** Where the content lies: absolute. */
  readonly folder: string;
  /** What counts now: the commit, or a look at the folder. */
  head(): Promise<Head>;
  close(): void;
}

/** The folder cannot be used, and the message says what to do about it. */
export class ContentUnreadable extends ForAuthors {
  override readonly name = "ContentUnreadable";
}
