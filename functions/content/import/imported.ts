import type { Localised } from "../locale.ts";

/** Something in a text from elsewhere that was mended on the way in. `line` counts from 1 in the text as delivered. */
export interface Repair {
  readonly line: number;
  readonly what: Localised;
  readonly before: string;
  /** Empty where it was taken out. */
  readonly after: string;
}

/** Something that only a person can settle. */
export interface Doubt {
  readonly line: number;
  readonly what: Localised;
}

/** What became of a text from elsewhere: files of content, and what was done and is left to do. */
export interface Imported {
  /** By path below the content folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly repairs: readonly Repair[];
  readonly doubts: readonly Doubt[];
}

/** A line of the text as delivered. */
export interface Line {
  readonly text: string;
  readonly line: number;
}

/** Collects what is done to a text and what is left to do. */
export class Account {
  readonly repairs: Repair[] = [];
  readonly doubts: Doubt[] = [];

  mended(line: number, what: Localised, before: string, after: string): void {
    this.repairs.push({ line, what, before, after });
  }

  doubted(line: number, what: Localised): void {
    this.doubts.push({ line, what });
  }
}
