import type { Localised } from "../content/locale.ts";
import type { PhotoReason } from "../content/photo-problems.ts";

/** Nothing can be made of this file, and trying again with the same bytes changes nothing: it is the author's to mend. */
export class PhotoUnreadable extends Error {
  override readonly name = "PhotoUnreadable";
  readonly why: Localised;
  readonly reason: PhotoReason;
  /** @param why  the detail that only this file has, as `photoProblem` puts it into its sentence */
  constructor(why: Localised, reason: PhotoReason = "unreadable", options?: ErrorOptions) {
    super(why.en, options);
    this.why = why;
    this.reason = reason;
  }
}
