import type { Localised } from "./locale.ts";
import type { Place } from "./place.ts";

/**
 * The name of a kind of mistake. A code is permanent: it is searched for, linked to and switched off by name,
 * so it is never reworded and never given to another mistake.
 */
export const problemCodes = [
  // the file as bytes and paths
  "not-utf-8",
  "file-too-large",
  "unknown-file",
  "path-outside-content",
  "missing-file",
  // YAML and front matter
  "front-matter-missing",
  "front-matter-unclosed",
  "yaml-syntax",
  "yaml-duplicate-key",
  "yaml-alias",
  "unknown-key",
  "missing-key",
  "wrong-type",
  "wrong-value",
  "empty-value",
  "bad-id",
  // dates
  "bad-date",
  "hour-does-not-exist",
  "hour-exists-twice",
  // one against another
  "duplicate-id",
  "duplicate-url",
  "dangling-reference",
  "reference-under-embargo",
  "translation-missing",
  "steps-out-of-order",
  // against what readers have seen
  "correction-missing",
  "earlier-text-missing",
  "earlier-text-altered",
  "address-lost",
  "withdrawal-missing",
  "embargo-too-late",
  // text
  "unsafe-link",
  "image-in-text",
  "heading-level-one",
  "unclosed-fence",
  // photos
  "photo-unreadable",
  "photo-format",
  "photo-too-large",
  "photo-too-small",
  "photo-signed-position",
  "alt-repeats-caption",
  // documents
  "document-unreadable",
  "document-too-large",
  // how the newsroom looks
  "low-contrast",
  "unsafe-logo",
  // addresses
  "bad-email",
  "bad-phone",
  "bad-url",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/**
 * What may be right and often is not. A warning is shown and never stops a publication: it is another type in another
 * list. Its code is as permanent as a problem's.
 */
export const warningCodes = [
  // numbers, dates and words that should agree
  "number-differs",
  "number-format",
  "relative-date-conflict",
  "next-meeting-undated",
  "term-differs",
  "ordinal-dot-missing",
  // what comes out of Word, mail programs and old pages
  "soft-hyphen",
  "non-breaking-space",
  "double-space",
  "quotation-marks-mixed",
  "word-broken",
  "word-repeated",
  "placeholder-text",
  // how it reads
  "hard-to-read",
  "text-too-long",
  "lead-too-long",
  "lead-repeated",
  "title-in-capitals",
  "heading-skips-level",
  "link-text-vague",
  "alt-says-photo",
  // what goes with it
  "nobody-to-call",
  "role-ended",
  "outcome-overdue",
  "consent-ended",
  "consent-ending",
  "kit-too-large",
  "translation-behind",
  "translation-unmarked",
] as const;
export type WarningCode = (typeof warningCodes)[number];

/**
 * Something that an author did wrong. It is a value: reading goes on, and finds the next one. It is said in both
 * languages, for newsrooms work in either; which one is told is the newsroom's `authors_language`.
 */
export type Problem = Finding<ProblemCode>;
export type Warning = Finding<WarningCode>;

export interface Finding<Code extends string = ProblemCode | WarningCode> {
  readonly code: Code;
  readonly place: Place;
  /** What is wrong and why it matters: one sentence. */
  readonly message: Localised;
  /** What to write instead: an order, with an example. */
  readonly fix: Localised;
}

/** What reading gave: the value, or everything that was wrong with it. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };
