import type { Localised } from "../content/locale.ts";
import { inBoth, photoFaults } from "../content/photo-faults.ts";
import type { PhotoFault } from "../content/photo-faults.ts";
import type { PhotoReason } from "../content/photo-problems.ts";

/** What only this file has: a fault, by its name, or what is the same in both languages, such as "6 × 4". */
export type FaultOrDetail = PhotoFault | { readonly detail: string };

/** Nothing can be made of this file, and trying again with the same bytes changes nothing: it is the author's to mend. */
export class PhotoUnreadable extends Error {
  override readonly name = "PhotoUnreadable";
  /** As `photoProblem` puts it into its sentence. */
  readonly why: Localised;
  readonly reason: PhotoReason;
  constructor(what: FaultOrDetail, reason: PhotoReason = "unreadable", options?: ErrorOptions) {
    const why = typeof what === "string" ? photoFaults[what] : inBoth(what.detail);
    super(why.en, options);
    this.why = why;
    this.reason = reason;
  }
}
